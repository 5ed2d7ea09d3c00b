-- Schema 10. Persons who are one: merged by somebody, reversibly, or said not to be the same.
-- Of the two, one is kept. Enrolments, places, marks, parties and roles become the kept person's;
-- names, identity numbers, contacts and notes stay where they lie, sealed for whom they lie
-- with, and are read as the kept person's. The log of acts keeps whom each act named.

PRAGMA writable_schema = ON;
-- As schema 1 wrote it, and as schema 7 did.
UPDATE sqlite_schema SET sql = replace(sql, '''endRound'', ''undo'')),',
    '''endRound'', ''undo'', ''mergePeople'', ''keepPerson'')),')
WHERE type = 'table' AND name = 'operation';
UPDATE sqlite_schema SET sql = replace(sql, 'kind = ''balance''',
    'kind = ''balance'' OR kind = ''mergePeople'' OR kind = ''keepPerson''')
WHERE type = 'table' AND name = 'operation';
-- Takes the new text into use, here and in every connection; and fails where the old one was not
-- found.
CREATE TABLE schema_text_changed (times INTEGER NOT NULL CHECK (times = 1)) STRICT;
INSERT INTO schema_text_changed
SELECT count(*) FROM sqlite_schema
WHERE type = 'table' AND name = 'operation' AND instr(sql, 'keepPerson') > 0;
DROP TABLE schema_text_changed;
PRAGMA writable_schema = RESET;

-- Who somebody has become: whoever is kept last of all those merged. It follows from the merges
-- that stand, and is rebuilt from them.
ALTER TABLE person ADD COLUMN merged_into INTEGER REFERENCES person (id)
    CHECK (merged_into <> id);
CREATE INDEX person_by_merged_into ON person (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE person_merge (
    operation_id INTEGER PRIMARY KEY REFERENCES operation (id),
    kept_id INTEGER NOT NULL REFERENCES person (id),
    merged_id INTEGER NOT NULL REFERENCES person (id),
    -- The last act that had arrived by then; 0 for none.
    after_act INTEGER NOT NULL CHECK (after_act >= 0),
    voided_by INTEGER REFERENCES operation (id),
    CHECK (kept_id <> merged_id)
) STRICT;
CREATE UNIQUE INDEX person_merge_by_merged ON person_merge (merged_id) WHERE voided_by IS NULL;
CREATE INDEX person_merge_by_kept ON person_merge (kept_id);

-- What a merge took from where: enrolments and places that became another's, enrolments that
-- others took the place of, and those that took it; and enrolments that an import has brought since
-- of whoever was merged away.
CREATE TABLE person_merge_row (
    operation_id INTEGER NOT NULL REFERENCES person_merge (operation_id),
    kind TEXT NOT NULL CHECK (kind = 'enrolment' OR kind = 'setAside' OR kind = 'joined'
        OR kind = 'placement'),
    row_id INTEGER NOT NULL,
    -- The person whose it was; of a placement, the enrolment.
    was_id INTEGER NOT NULL,
    PRIMARY KEY (operation_id, kind, row_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_merge_row_by_row ON person_merge_row (kind, row_id);

-- The marks that a merge changed, as they were before.
CREATE TABLE person_merge_mark (
    operation_id INTEGER NOT NULL REFERENCES person_merge (operation_id),
    session_id INTEGER NOT NULL REFERENCES session (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    version INTEGER NOT NULL CHECK (version >= 1),
    value TEXT,
    late_minutes INTEGER,
    left_early_minutes INTEGER,
    mode TEXT,
    role TEXT,
    make_up_for INTEGER REFERENCES session (id),
    happened_at INTEGER NOT NULL,
    act_id INTEGER NOT NULL REFERENCES act (id),
    -- Whether it went on to hold of the kept person, and under which version.
    holds INTEGER NOT NULL CHECK (holds = 0 OR holds = 1),
    became INTEGER NOT NULL CHECK (became >= version),
    -- What a guest who was expected after all became: a member, or still a guest where the list
    -- was signed.
    guest_became TEXT CHECK (guest_became = 'member' OR guest_became = 'guest'),
    PRIMARY KEY (operation_id, session_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_merge_mark_by_session ON person_merge_mark (session_id);

-- Whom an act is about, where that is not whom it named: somebody merged into another was
-- spoken of by the other's name, before the merge was undone; or as a member, which they were only
-- together.
CREATE TABLE act_about (
    act_id INTEGER PRIMARY KEY REFERENCES act (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    operation_id INTEGER NOT NULL REFERENCES operation (id)
) STRICT;

-- Parties and sessions of whoever was merged away, and parties that an import has brought since;
-- both were there where is_joined.
CREATE TABLE person_merge_party (
    operation_id INTEGER NOT NULL REFERENCES person_merge (operation_id),
    party_id INTEGER NOT NULL REFERENCES party (id),
    is_joined INTEGER NOT NULL CHECK (is_joined = 0 OR is_joined = 1),
    PRIMARY KEY (operation_id, party_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_merge_staff (
    operation_id INTEGER NOT NULL REFERENCES person_merge (operation_id),
    session_id INTEGER NOT NULL REFERENCES session (id),
    role TEXT NOT NULL CHECK (role <> ''),
    was_planned INTEGER NOT NULL CHECK (was_planned = 0 OR was_planned = 1),
    was_there INTEGER CHECK (was_there = 0 OR was_there = 1),
    is_joined INTEGER NOT NULL CHECK (is_joined = 0 OR is_joined = 1),
    -- What was said of the kept person, where both were there.
    kept_was_planned INTEGER CHECK (kept_was_planned = 0 OR kept_was_planned = 1),
    kept_was_there INTEGER CHECK (kept_was_there = 0 OR kept_was_there = 1),
    CHECK (is_joined = (kept_was_planned IS NOT NULL)),
    PRIMARY KEY (operation_id, session_id, role)
) STRICT, WITHOUT ROWID;

-- Which blank fields of the kept person a merge filled, so that its undo can empty them.
CREATE TABLE person_merge_fill (
    operation_id INTEGER NOT NULL REFERENCES person_merge (operation_id),
    field TEXT NOT NULL CHECK (field = 'gender' OR field = 'birthDate' OR field = 'birthYear'
        OR field = 'interpreter' OR field = 'course' OR field = 'spoken' OR field = 'written'
        OR field = 'contact'),
    PRIMARY KEY (operation_id, field)
) STRICT, WITHOUT ROWID;

-- By whom an import knew the person of whom it wrote, where that is somebody merged into them and
-- what it wrote lies with the kept person: it would stay there were the two parted.
CREATE TABLE import_recognition (
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    PRIMARY KEY (operation_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_recognition_by_person ON import_recognition (person_id);

-- Somebody added on the spot who turned out to be nobody known before.
CREATE TABLE person_keeping (
    operation_id INTEGER PRIMARY KEY REFERENCES operation (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    voided_by INTEGER REFERENCES operation (id)
) STRICT;
CREATE UNIQUE INDEX person_keeping_by_person ON person_keeping (person_id)
WHERE voided_by IS NULL;

-- Two people who were said not to be the same, until somebody takes that back.
CREATE TABLE person_distinction (
    id INTEGER PRIMARY KEY,
    first_id INTEGER NOT NULL REFERENCES person (id),
    second_id INTEGER NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    -- The person who acted; null is the command's operator.
    actor_id INTEGER,
    ended_at INTEGER CHECK (ended_at >= at),
    ended_actor_id INTEGER,
    CHECK (first_id < second_id)
) STRICT;
CREATE UNIQUE INDEX person_distinction_standing ON person_distinction (first_id, second_id)
WHERE ended_at IS NULL;
