-- Schema 7. Enrolment step by step, and operations on groups: offers of a place, pauses, groups
-- that open and open again, changes of staff; and which rounds an operation concerns.

PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql,
    'kind IN (
        ''importPeople'', ''place'', ''transfer'', ''merge'', ''withdraw'', ''planSessions'', ''moveSession'',
        ''cancelSession'', ''endRound'', ''undo'')',
    'kind = ''importPeople'' OR kind = ''place'' OR kind = ''transfer'' OR kind = ''merge''
        OR kind = ''withdraw'' OR kind = ''planSessions'' OR kind = ''moveSession''
        OR kind = ''cancelSession'' OR kind = ''endRound'' OR kind = ''undo''
        OR kind = ''apply'' OR kind = ''offer'' OR kind = ''accept'' OR kind = ''decline''
        OR kind = ''waitlist'' OR kind = ''prioritise'' OR kind = ''split''
        OR kind = ''openGroup'' OR kind = ''closeGroup'' OR kind = ''pause''
        OR kind = ''resume'' OR kind = ''changeLeader'' OR kind = ''balance''')
WHERE type = 'table' AND name = 'operation';
-- Takes the new text into use, here and in every connection; and fails where the old one was not
-- found, rather than at the first operation of a new kind.
CREATE TABLE schema_text_changed (times INTEGER NOT NULL CHECK (times = 1)) STRICT;
INSERT INTO schema_text_changed
SELECT count(*) FROM sqlite_schema
WHERE type = 'table' AND name = 'operation' AND instr(sql, 'OR kind = ''balance''') > 0;
DROP TABLE schema_text_changed;
PRAGMA writable_schema = RESET;

-- Which rounds an operation concerns; an undo those of what it undoes.
CREATE TABLE operation_round (
    round_id INTEGER NOT NULL REFERENCES round (id),
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    PRIMARY KEY (round_id, operation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX operation_round_by_operation ON operation_round (operation_id);

INSERT INTO operation_round (round_id, operation_id)
SELECT round_id, operation_id FROM enrolment
UNION SELECT round_id, enrolment_step.operation_id
    FROM enrolment_step JOIN enrolment ON enrolment.id = enrolment_id
UNION SELECT round_id, placement.operation_id
    FROM placement JOIN enrolment ON enrolment.id = enrolment_id
UNION SELECT round_id, placement_end.operation_id
    FROM placement_end JOIN placement ON placement.id = placement_id
        JOIN enrolment ON enrolment.id = enrolment_id
UNION SELECT round_id, enrolment_wish.operation_id
    FROM enrolment_wish JOIN enrolment ON enrolment.id = enrolment_id
UNION SELECT round_id, operation_id FROM session
UNION SELECT round_id, session_change.operation_id
    FROM session_change JOIN session ON session.id = session_id
UNION SELECT round_id, closing_operation_id FROM course_group
    WHERE closing_operation_id IS NOT NULL
UNION SELECT id, end_operation_id FROM round WHERE end_operation_id IS NOT NULL;
INSERT OR IGNORE INTO operation_round (round_id, operation_id)
SELECT round_id, operation.id FROM operation
    JOIN operation_round ON operation_round.operation_id = operation.undoes;

-- An offer's group, and the first day of the place.
ALTER TABLE enrolment_step ADD COLUMN group_id INTEGER REFERENCES course_group (id)
    CHECK (group_id IS NULL OR step = 'offered');
ALTER TABLE enrolment_step ADD COLUMN place_from TEXT
    CHECK (place_from IS NULL
        OR (step = 'offered' AND date(place_from, '+0 days') IS place_from));
-- The operation that offered it in spite of those who are kept apart, where one did: whoever is
-- kept apart later does not meet by it.
ALTER TABLE enrolment_step ADD COLUMN in_spite_by INTEGER REFERENCES operation (id)
    CHECK (in_spite_by IS NULL OR step = 'offered');
CREATE INDEX enrolment_step_by_group ON enrolment_step (group_id) WHERE group_id IS NOT NULL;

-- The last operation when a party was noted; null for those of before.
ALTER TABLE party ADD COLUMN noted_after INTEGER;

-- Why an operation was done, sealed: people may be named in it. What was written before stands in
-- operation_reason until somebody whom it concerns is protected.
CREATE TABLE sealed_reason (
    operation_id INTEGER PRIMARY KEY REFERENCES operation (id),
    sealed BLOB NOT NULL
) STRICT;

-- How many children somebody needs childcare for, before an operation changed it.
CREATE TABLE enrolment_change (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    was_childcare INTEGER NOT NULL CHECK (was_childcare BETWEEN 0 AND 20),
    voided_by INTEGER REFERENCES operation (id)
) STRICT;
CREATE INDEX enrolment_change_by_enrolment ON enrolment_change (enrolment_id);
CREATE INDEX enrolment_change_by_operation ON enrolment_change (operation_id);

-- Before, what enrolled somebody told of their children too.
INSERT INTO enrolment_change (enrolment_id, operation_id, was_childcare, voided_by)
SELECT enrolment.id, enrolment.operation_id, 0, undo.id
FROM enrolment LEFT JOIN operation AS undo ON undo.undoes = enrolment.operation_id
WHERE childcare > 0;

-- The operation that opened a group, where one did; a group whose opening was undone carries the
-- undoing operation in voided_by, and its id after its name, which is free again.
ALTER TABLE course_group ADD COLUMN opening_operation_id INTEGER REFERENCES operation (id);
ALTER TABLE course_group ADD COLUMN voided_by INTEGER REFERENCES operation (id);

-- A group opened again after it was closed, and how it was closed then.
CREATE TABLE group_reopening (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES course_group (id),
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    was_closed_on TEXT NOT NULL CHECK (date(was_closed_on, '+0 days') IS was_closed_on),
    was_closing_operation_id INTEGER REFERENCES operation (id),
    voided_by INTEGER REFERENCES operation (id)
) STRICT;
CREATE INDEX group_reopening_by_group ON group_reopening (group_id);
CREATE INDEX group_reopening_by_operation ON group_reopening (operation_id);

-- A pause begins with an operation and may be ended by another, like a placement.
CREATE TABLE group_pause (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES course_group (id),
    starts_on TEXT NOT NULL CHECK (date(starts_on, '+0 days') IS starts_on),
    -- What becomes of the sessions inside.
    sessions TEXT NOT NULL CHECK (sessions = 'cancelled' OR sessions = 'remote'),
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    voided_by INTEGER REFERENCES operation (id)
) STRICT;
CREATE INDEX group_pause_by_group ON group_pause (group_id);
CREATE INDEX group_pause_by_operation ON group_pause (operation_id);

CREATE TABLE group_pause_end (
    id INTEGER PRIMARY KEY,
    pause_id INTEGER NOT NULL REFERENCES group_pause (id),
    ends_before TEXT NOT NULL CHECK (date(ends_before, '+0 days') IS ends_before),
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    voided_by INTEGER REFERENCES operation (id)
) STRICT;
CREATE INDEX group_pause_end_by_pause ON group_pause_end (pause_id);
CREATE INDEX group_pause_end_by_operation ON group_pause_end (operation_id);

-- Pauses as they hold now, half-open; an end on the first day leaves nothing.
CREATE VIEW paused AS
SELECT group_pause.id, group_id, starts_on, sessions, operation_id,
    (SELECT min(ends_before) FROM group_pause_end
     WHERE pause_id = group_pause.id AND voided_by IS NULL) AS ends_before
FROM group_pause WHERE voided_by IS NULL;

-- Who was planned for a role at a session before an operation changed it, and after; null is not
-- at all.
CREATE TABLE session_staff_change (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES session (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    role TEXT NOT NULL CHECK (role <> ''),
    was_planned INTEGER CHECK (was_planned = 0 OR was_planned = 1),
    is_planned INTEGER CHECK (is_planned = 0 OR is_planned = 1),
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    voided_by INTEGER REFERENCES operation (id)
) STRICT;
CREATE INDEX session_staff_change_by_session ON session_staff_change (session_id);
CREATE INDEX session_staff_change_by_operation ON session_staff_change (operation_id);
-- When an undo takes back the people whom an import brought.
CREATE INDEX session_staff_change_by_person ON session_staff_change (person_id);
-- Whom a reason may speak of, and what rests on a group that was opened.
CREATE INDEX session_staff_by_person ON session_staff (person_id);
CREATE INDEX enrolment_wish_by_group ON enrolment_wish (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX session_by_operation ON session (operation_id);
CREATE INDEX session_change_by_operation ON session_change (operation_id);
