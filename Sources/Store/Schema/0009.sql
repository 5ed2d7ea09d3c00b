-- Schema 9. Setting up: venues as data of their own, calendars of school breaks, texts in several
-- languages, how well somebody speaks a language, groups as they were before they were changed,
-- and when rights ended, by whom.

PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql,
    'kind = ''balance''', 'kind = ''balance'' OR kind = ''changeGroup''')
WHERE type = 'table' AND name = 'operation';
-- Takes the new text into use, here and in every connection.
CREATE TABLE schema_text_changed (id INTEGER PRIMARY KEY) STRICT;
DROP TABLE schema_text_changed;
PRAGMA writable_schema = RESET;

CREATE TABLE venue (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE CHECK (length(public_id) = 13),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    address TEXT CHECK (address <> ''),
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE venue_room (
    venue_id INTEGER NOT NULL REFERENCES venue (id),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 99),
    name TEXT NOT NULL CHECK (name <> ''),
    PRIMARY KEY (venue_id, position),
    UNIQUE (venue_id, name)
) STRICT, WITHOUT ROWID;

-- What groups said in free text of where they meet, each once. Hexadecimal digits are letters of
-- a public id too.
INSERT INTO venue (public_id, name, created_at)
SELECT substr(lower(hex(randomblob(7))), 1, 13), venue, min(created_at)
FROM course_group WHERE venue IS NOT NULL GROUP BY venue ORDER BY min(id);

ALTER TABLE course_group ADD COLUMN venue_id INTEGER REFERENCES venue (id);
ALTER TABLE course_group ADD COLUMN room TEXT
    CHECK (room IS NULL OR (room <> '' AND venue_id IS NOT NULL));
UPDATE course_group SET venue_id = (SELECT id FROM venue WHERE name = venue)
WHERE venue IS NOT NULL;
ALTER TABLE course_group DROP COLUMN venue;
CREATE INDEX course_group_by_venue ON course_group (venue_id) WHERE venue_id IS NOT NULL;

-- A group as it was before an operation changed it; languages in order, between blanks.
CREATE TABLE group_change (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES course_group (id),
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    was_name TEXT NOT NULL,
    was_delivery TEXT NOT NULL,
    was_languages TEXT NOT NULL,
    was_interpreted TEXT NOT NULL,
    was_minimum INTEGER NOT NULL,
    was_maximum INTEGER NOT NULL,
    was_open_to TEXT NOT NULL,
    was_childcare_places INTEGER NOT NULL,
    was_venue_id INTEGER REFERENCES venue (id),
    was_room TEXT,
    was_slot_weekday INTEGER,
    was_slot_start INTEGER,
    was_slot_end INTEGER,
    was_link TEXT
) STRICT;
CREATE INDEX group_change_by_group ON group_change (group_id);
CREATE INDEX group_change_by_operation ON group_change (operation_id);

-- Days without school, by the municipality's own decision.
CREATE TABLE break_calendar (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE CHECK (length(public_id) = 13),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE school_break (
    calendar_id INTEGER NOT NULL REFERENCES break_calendar (id),
    starts_on TEXT NOT NULL CHECK (date(starts_on, '+0 days') IS starts_on),
    -- The last day included.
    ends_on TEXT NOT NULL CHECK (date(ends_on, '+0 days') IS ends_on AND ends_on >= starts_on),
    name TEXT NOT NULL CHECK (name <> ''),
    PRIMARY KEY (calendar_id, starts_on, ends_on)
) STRICT, WITHOUT ROWID;

-- What people write for others to read, in each language that they write it in: what a programme
-- is, the way to a venue, a message to a group.
CREATE TABLE written_text (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER REFERENCES programme (id),
    venue_id INTEGER REFERENCES venue (id),
    group_id INTEGER REFERENCES course_group (id),
    language TEXT NOT NULL CHECK (language <> ''),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    CHECK ((programme_id IS NOT NULL) + (venue_id IS NOT NULL) + (group_id IS NOT NULL) = 1)
) STRICT;
CREATE UNIQUE INDEX written_text_of_programme ON written_text (programme_id, language)
WHERE programme_id IS NOT NULL;
CREATE UNIQUE INDEX written_text_of_venue ON written_text (venue_id, language)
WHERE venue_id IS NOT NULL;
CREATE UNIQUE INDEX written_text_of_group ON written_text (group_id, language)
WHERE group_id IS NOT NULL;

-- How well somebody speaks a language, where it is known.
CREATE TABLE spoken_level (
    person_id INTEGER NOT NULL REFERENCES person (id),
    language TEXT NOT NULL CHECK (language <> ''),
    level TEXT NOT NULL CHECK (level = 'native' OR level = 'good' OR level = 'some'),
    PRIMARY KEY (person_id, language)
) STRICT, WITHOUT ROWID;

-- What somebody did to let a right end before it would have; the right stays as it was given.
CREATE TABLE access_grant_end (
    id INTEGER PRIMARY KEY,
    grant_id INTEGER NOT NULL REFERENCES access_grant (id),
    -- The last day on which it holds; the day before that of at for a right that held until at,
    -- or that had not begun.
    last_day TEXT NOT NULL CHECK (date(last_day, '+0 days') IS last_day),
    -- Null is the command's operator.
    actor_id INTEGER,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX access_grant_end_by_grant ON access_grant_end (grant_id);

-- Rights with the days on which they hold; those that hold on no day are left out.
CREATE VIEW access_held AS
SELECT id, person_id, role, round_id, group_id, session_id, starts_on,
    ifnull(min(ends_on, ended_on), ifnull(ends_on, ended_on)) AS ends_on
FROM (
    SELECT id, person_id, role, round_id, group_id, session_id, starts_on, ends_on,
        (SELECT min(last_day) FROM access_grant_end
         WHERE grant_id = access_grant.id) AS ended_on
    FROM access_grant)
WHERE ended_on IS NULL OR ended_on >= starts_on;
