-- Schema 5. The same constraints on the log of acts and on marks in another form: `IN` over more
-- than two values builds a table of its own at each row written, which made up half of what a
-- save cost. What is stored stays as it is, so that SQLite lets the text be changed in place
-- (https://www.sqlite.org/lang_altertable.html, "Making Other Kinds Of Table Schema Changes").

PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(sql,
    'kind IN (
        ''mark'', ''clear'', ''headcount'', ''person'', ''note'', ''sessionState'', ''signOff'', ''retract'',
        ''unknown'')',
    'kind = ''mark'' OR kind = ''clear'' OR kind = ''headcount'' OR kind = ''person''
        OR kind = ''note'' OR kind = ''sessionState'' OR kind = ''signOff''
        OR kind = ''retract'' OR kind = ''unknown''')
WHERE type = 'table' AND name = 'act';

UPDATE sqlite_schema SET sql = replace(sql,
    'outcome IN (''accepted'', ''merged'', ''needsReview'', ''kept'')',
    'outcome = ''accepted'' OR outcome = ''merged'' OR outcome = ''needsReview''
        OR outcome = ''kept''')
WHERE type = 'table' AND name = 'act';

UPDATE sqlite_schema SET sql = replace(sql,
    'rule IN (
        ''notOnRoster'', ''calledOff'', ''signedOff'', ''notYet'', ''outsideRight'', ''unknownSession'',
        ''unknownPerson'', ''malformed'')',
    'rule = ''notOnRoster'' OR rule = ''calledOff'' OR rule = ''signedOff''
        OR rule = ''notYet'' OR rule = ''outsideRight'' OR rule = ''unknownSession''
        OR rule = ''unknownPerson'' OR rule = ''malformed''')
WHERE type = 'table' AND name = 'act';

UPDATE sqlite_schema SET sql = replace(sql,
    'thing IN (''mark'', ''headcount'', ''person'', ''note'', ''state'', ''signOff'')',
    'thing = ''mark'' OR thing = ''headcount'' OR thing = ''person'' OR thing = ''note''
        OR thing = ''state'' OR thing = ''signOff''')
WHERE type = 'table' AND name = 'act';

UPDATE sqlite_schema SET sql = replace(sql,
    'value IN (
        ''present'', ''notified'', ''unnotified'', ''excused'', ''held'', ''notHeld'', ''signedOff'')',
    'value = ''present'' OR value = ''notified'' OR value = ''unnotified''
        OR value = ''excused'' OR value = ''held'' OR value = ''notHeld''
        OR value = ''signedOff''')
WHERE type = 'table' AND name = 'act';

UPDATE sqlite_schema SET sql = replace(sql,
    'mode IN (''onsite'', ''remote'', ''hybrid'')',
    'mode = ''onsite'' OR mode = ''remote'' OR mode = ''hybrid''')
WHERE type = 'table' AND name = 'act';

UPDATE sqlite_schema SET sql = replace(sql,
    'role IN (''member'', ''guest'', ''makeUp'')',
    'role = ''member'' OR role = ''guest'' OR role = ''makeUp''')
WHERE type = 'table' AND name = 'act';

UPDATE sqlite_schema SET sql = replace(sql,
    'value IN (''present'', ''notified'', ''unnotified'', ''excused'')',
    'value = ''present'' OR value = ''notified'' OR value = ''unnotified''
        OR value = ''excused''')
WHERE type = 'table' AND name = 'mark';

UPDATE sqlite_schema SET sql = replace(sql,
    'mode IN (''onsite'', ''remote'', ''hybrid'')',
    'mode = ''onsite'' OR mode = ''remote'' OR mode = ''hybrid''')
WHERE type = 'table' AND name = 'mark';

UPDATE sqlite_schema SET sql = replace(sql,
    'role IN (''member'', ''guest'', ''makeUp'')',
    'role = ''member'' OR role = ''guest'' OR role = ''makeUp''')
WHERE type = 'table' AND name = 'mark';

-- Takes the new text into use, here and in every connection.
CREATE TABLE schema_text_changed (id INTEGER PRIMARY KEY) STRICT;
DROP TABLE schema_text_changed;
PRAGMA writable_schema = RESET;
