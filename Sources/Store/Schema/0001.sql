-- Schema 1. One organisation, one file. Days are ISO 8601 text, times whole minutes since
-- midnight, moments milliseconds since 1970 (UTC). Public ids are thirteen letters of base 32;
-- integer keys never leave the store. Rows of an operation that was undone carry the undoing
-- operation in voided_by and count for nothing.

CREATE TABLE organisation (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    code TEXT NOT NULL CHECK (length(code) = 4 AND code NOT GLOB '*[^0-9]*'),
    name TEXT NOT NULL CHECK (name <> ''),
    is_demo INTEGER NOT NULL CHECK (is_demo IN (0, 1)),
    -- Sealed by the key that belongs to this file; tells whether a key fits.
    key_check BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE operation (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE CHECK (length(public_id) = 13),
    kind TEXT NOT NULL CHECK (kind IN (
        'importPeople', 'place', 'transfer', 'merge', 'withdraw', 'planSessions', 'moveSession',
        'cancelSession', 'endRound', 'undo')),
    effective_on TEXT NOT NULL CHECK (date(effective_on, '+0 days') IS effective_on),
    at INTEGER NOT NULL,
    -- The person who acted; null is the command's operator.
    actor_id INTEGER,
    undoes INTEGER UNIQUE REFERENCES operation (id),
    CHECK ((kind = 'undo') = (undoes IS NOT NULL))
) STRICT;

-- Why an operation was done: free text, which forgetting may destroy.
CREATE TABLE operation_reason (
    operation_id INTEGER PRIMARY KEY REFERENCES operation (id),
    text TEXT NOT NULL CHECK (text <> '')
) STRICT;

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE CHECK (length(public_id) = 13),
    external_id TEXT UNIQUE CHECK (external_id <> ''),
    gender TEXT NOT NULL CHECK (gender IN ('woman', 'man', 'unknown')),
    birth_date TEXT CHECK (birth_date IS NULL OR date(birth_date, '+0 days') IS birth_date),
    birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 2100),
    -- Number of the alias that lists show while the person is protected.
    alias INTEGER UNIQUE CHECK (alias >= 1),
    interpreter_ok INTEGER NOT NULL DEFAULT 0 CHECK (interpreter_ok IN (0, 1)),
    -- Added on the spot by a leader and not yet matched.
    is_unmatched INTEGER NOT NULL DEFAULT 0 CHECK (is_unmatched IN (0, 1)),
    operation_id INTEGER REFERENCES operation (id),
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX person_by_operation ON person (operation_id) WHERE operation_id IS NOT NULL;

-- Names of people who are not protected; the parts of one script, in order.
CREATE TABLE person_name (
    person_id INTEGER NOT NULL REFERENCES person (id),
    script TEXT NOT NULL CHECK (script IN ('native', 'latin')),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 7),
    role TEXT NOT NULL CHECK (role IN ('given', 'father', 'grandfather', 'family', 'whole')),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (person_id, script, position)
) STRICT, WITHOUT ROWID;

-- Names of protected people, sealed field by field.
CREATE TABLE protected_name (
    person_id INTEGER PRIMARY KEY REFERENCES person (id),
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE protection (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    level TEXT NOT NULL CHECK (level IN ('sekretessmarkering', 'skyddadFolkbokforing')),
    starts_on TEXT NOT NULL CHECK (date(starts_on, '+0 days') IS starts_on),
    ends_before TEXT CHECK (date(ends_before, '+0 days') IS ends_before AND ends_before > starts_on),
    actor_id INTEGER,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX protection_by_person ON protection (person_id);

CREATE TABLE person_language (
    person_id INTEGER NOT NULL REFERENCES person (id),
    use TEXT NOT NULL CHECK (use IN ('course', 'spoken', 'written', 'contact')),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 15),
    language TEXT NOT NULL CHECK (language <> ''),
    PRIMARY KEY (person_id, use, position)
) STRICT, WITHOUT ROWID;

-- Identity numbers: sealed, with a keyed blind index for equality. They have a history.
CREATE TABLE identifier (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (
        kind IN ('personnummer', 'samordningsnummer', 'interim', 'lma', 'tf')),
    sealed BLOB NOT NULL,
    blind_index BLOB NOT NULL UNIQUE,
    operation_id INTEGER REFERENCES operation (id),
    since INTEGER NOT NULL
) STRICT;
CREATE INDEX identifier_by_person ON identifier (person_id);

CREATE TABLE contact (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'address')),
    sealed BLOB NOT NULL,
    blind_index BLOB NOT NULL,
    operation_id INTEGER REFERENCES operation (id),
    since INTEGER NOT NULL,
    UNIQUE (person_id, kind, blind_index)
) STRICT;

-- Which blank fields of someone known an import filled, so that its undo can empty them.
CREATE TABLE import_fill (
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    field TEXT NOT NULL CHECK (field IN (
        'externalID', 'gender', 'birthDate', 'birthYear', 'nativeName', 'latinName',
        'courseLanguage', 'spokenLanguage', 'writtenLanguage', 'contactLanguage')),
    PRIMARY KEY (operation_id, person_id, field)
) STRICT, WITHOUT ROWID;

-- Rows that were taken in, by a keyed digest of their content and which occurrence of it.
CREATE TABLE import_row (
    digest BLOB PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    operation_id INTEGER NOT NULL REFERENCES operation (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_row_by_operation ON import_row (operation_id);

CREATE TABLE user_account (
    person_id INTEGER PRIMARY KEY REFERENCES person (id),
    user_name TEXT NOT NULL UNIQUE CHECK (user_name <> ''),
    -- scrypt with its parameters; null when no password is set.
    password TEXT,
    language TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    closed_at INTEGER
) STRICT;

CREATE TABLE access_grant (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    role TEXT NOT NULL CHECK (role IN ('administrator', 'leader', 'manager', 'protectedReader')),
    round_id INTEGER REFERENCES round (id),
    group_id INTEGER REFERENCES course_group (id),
    session_id INTEGER REFERENCES session (id),
    starts_on TEXT NOT NULL CHECK (date(starts_on, '+0 days') IS starts_on),
    -- The last day included.
    ends_on TEXT CHECK (date(ends_on, '+0 days') IS ends_on AND ends_on >= starts_on),
    actor_id INTEGER,
    at INTEGER NOT NULL,
    CHECK ((round_id IS NOT NULL) + (group_id IS NOT NULL) + (session_id IS NOT NULL) <= 1)
) STRICT;
CREATE INDEX access_grant_by_person ON access_grant (person_id);

-- One browser and one account; its name is made there and goes with each batch of acts.
CREATE TABLE device (
    id INTEGER PRIMARY KEY,
    -- Null for the command's operator.
    person_id INTEGER REFERENCES person (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
    first_seen_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX device_by_name ON device (ifnull(person_id, 0), name);

-- Somebody signed in; the token itself is never stored.
CREATE TABLE sign_in (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    token_digest BLOB NOT NULL UNIQUE CHECK (length(token_digest) = 32),
    at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX sign_in_by_person ON sign_in (person_id);

CREATE TABLE programme (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE CHECK (length(public_id) = 13),
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    sessions INTEGER NOT NULL CHECK (sessions BETWEEN 1 AND 60),
    session_minutes INTEGER NOT NULL CHECK (session_minutes BETWEEN 1 AND 720),
    completion_threshold INTEGER NOT NULL CHECK (completion_threshold BETWEEN 1 AND sessions),
    study_hour_minutes INTEGER NOT NULL CHECK (study_hour_minutes BETWEEN 1 AND 720),
    created_at INTEGER NOT NULL
) STRICT;

-- A round has its own copy of the programme's rules.
CREATE TABLE round (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE CHECK (length(public_id) = 13),
    programme_id INTEGER NOT NULL REFERENCES programme (id),
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    first_day TEXT NOT NULL CHECK (date(first_day, '+0 days') IS first_day),
    sessions INTEGER NOT NULL CHECK (sessions BETWEEN 1 AND 60),
    session_minutes INTEGER NOT NULL CHECK (session_minutes BETWEEN 1 AND 720),
    completion_threshold INTEGER NOT NULL CHECK (completion_threshold BETWEEN 1 AND sessions),
    study_hour_minutes INTEGER NOT NULL CHECK (study_hour_minutes BETWEEN 1 AND 720),
    ended_on TEXT CHECK (date(ended_on, '+0 days') IS ended_on AND ended_on >= first_day),
    end_operation_id INTEGER REFERENCES operation (id),
    created_at INTEGER NOT NULL,
    CHECK ((ended_on IS NULL) = (end_operation_id IS NULL))
) STRICT;

CREATE TABLE course_group (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE CHECK (length(public_id) = 13),
    round_id INTEGER NOT NULL REFERENCES round (id),
    name TEXT NOT NULL CHECK (name <> ''),
    delivery TEXT NOT NULL CHECK (delivery IN ('leaderSpeaks', 'interpreted', 'bilingual')),
    minimum INTEGER NOT NULL CHECK (minimum >= 0),
    maximum INTEGER NOT NULL CHECK (maximum BETWEEN 1 AND 500 AND maximum >= minimum),
    open_to TEXT NOT NULL CHECK (open_to IN ('all', 'women', 'men')),
    childcare_places INTEGER NOT NULL CHECK (childcare_places BETWEEN 0 AND 500),
    venue TEXT CHECK (venue <> ''),
    slot_weekday INTEGER CHECK (slot_weekday BETWEEN 1 AND 7),
    slot_start INTEGER CHECK (slot_start BETWEEN 0 AND 1439),
    slot_end INTEGER CHECK (slot_end BETWEEN 1 AND 1439 AND slot_end > slot_start),
    closed_on TEXT CHECK (date(closed_on, '+0 days') IS closed_on),
    closing_operation_id INTEGER REFERENCES operation (id),
    created_at INTEGER NOT NULL,
    UNIQUE (round_id, name),
    CHECK ((slot_weekday IS NULL) = (slot_start IS NULL)),
    CHECK ((slot_weekday IS NULL) = (slot_end IS NULL))
) STRICT;

CREATE TABLE group_language (
    group_id INTEGER NOT NULL REFERENCES course_group (id),
    -- What the group is held in, or what it is interpreted into.
    use TEXT NOT NULL CHECK (use IN ('spoken', 'interpreted')),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 15),
    language TEXT NOT NULL CHECK (language <> ''),
    PRIMARY KEY (group_id, use, position),
    UNIQUE (group_id, use, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE CHECK (length(public_id) = 13),
    round_id INTEGER NOT NULL REFERENCES round (id),
    local_date TEXT NOT NULL CHECK (date(local_date, '+0 days') IS local_date),
    starts_at INTEGER NOT NULL CHECK (starts_at BETWEEN 0 AND 1439),
    ends_at INTEGER NOT NULL CHECK (ends_at BETWEEN 1 AND 1439 AND ends_at > starts_at),
    mode TEXT NOT NULL CHECK (mode IN ('onsite', 'remote', 'hybrid')),
    recording TEXT NOT NULL CHECK (recording IN ('named', 'counted', 'both')),
    -- That it was not held after all is the leader's word, in session_word.
    state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'cancelled')),
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    voided_by INTEGER REFERENCES operation (id)
) STRICT;
CREATE INDEX session_by_date ON session (local_date);
CREATE INDEX session_by_round ON session (round_id);

CREATE TABLE session_group (
    session_id INTEGER NOT NULL REFERENCES session (id),
    group_id INTEGER NOT NULL REFERENCES course_group (id),
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 200),
    PRIMARY KEY (session_id, group_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_group_by_group ON session_group (group_id);

-- What happened to a session's plan, each a dated row; the present stands in session.
CREATE TABLE session_change (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES session (id),
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    was_date TEXT NOT NULL CHECK (date(was_date, '+0 days') IS was_date),
    was_starts_at INTEGER NOT NULL,
    was_ends_at INTEGER NOT NULL,
    was_mode TEXT NOT NULL CHECK (was_mode IN ('onsite', 'remote', 'hybrid')),
    was_state TEXT NOT NULL CHECK (was_state IN ('planned', 'cancelled')),
    voided_by INTEGER REFERENCES operation (id)
) STRICT;
CREATE INDEX session_change_by_session ON session_change (session_id);

CREATE TABLE session_staff (
    session_id INTEGER NOT NULL REFERENCES session (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    role TEXT NOT NULL CHECK (role <> ''),
    was_planned INTEGER NOT NULL CHECK (was_planned IN (0, 1)),
    -- Null until somebody has said who was there.
    was_there INTEGER CHECK (was_there IN (0, 1)),
    PRIMARY KEY (session_id, person_id, role)
) STRICT, WITHOUT ROWID;

-- Who are placed together, or kept apart.
CREATE TABLE party (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE CHECK (length(public_id) = 13),
    kind TEXT NOT NULL CHECK (kind IN ('together', 'apart')),
    childcare INTEGER NOT NULL CHECK (childcare BETWEEN 0 AND 50),
    operation_id INTEGER REFERENCES operation (id)
) STRICT;

CREATE TABLE party_member (
    party_id INTEGER NOT NULL REFERENCES party (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    PRIMARY KEY (party_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_member_by_person ON party_member (person_id);

CREATE TABLE enrolment (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE CHECK (length(public_id) = 13),
    person_id INTEGER NOT NULL REFERENCES person (id),
    round_id INTEGER NOT NULL REFERENCES round (id),
    childcare INTEGER NOT NULL DEFAULT 0 CHECK (childcare BETWEEN 0 AND 20),
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    UNIQUE (person_id, round_id)
) STRICT;
CREATE INDEX enrolment_by_round ON enrolment (round_id);

CREATE TABLE enrolment_step (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
    step TEXT NOT NULL CHECK (
        step IN ('applied', 'waitlisted', 'offered', 'declined', 'placed', 'withdrawn')),
    effective_on TEXT NOT NULL CHECK (date(effective_on, '+0 days') IS effective_on),
    -- An offer's last day.
    until TEXT CHECK (date(until, '+0 days') IS until),
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    voided_by INTEGER REFERENCES operation (id),
    CHECK ((step = 'offered') = (until IS NOT NULL))
) STRICT;
CREATE INDEX enrolment_step_by_enrolment ON enrolment_step (enrolment_id);
CREATE INDEX enrolment_step_by_operation ON enrolment_step (operation_id);

-- A placement begins with an operation and is ended by another, so that each can be undone
-- without touching what the other wrote.
CREATE TABLE placement (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
    group_id INTEGER NOT NULL REFERENCES course_group (id),
    starts_on TEXT NOT NULL CHECK (date(starts_on, '+0 days') IS starts_on),
    language TEXT NOT NULL CHECK (language <> ''),
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    voided_by INTEGER REFERENCES operation (id)
) STRICT;
CREATE INDEX placement_by_group ON placement (group_id);
CREATE INDEX placement_by_enrolment ON placement (enrolment_id);
CREATE INDEX placement_by_operation ON placement (operation_id);

CREATE TABLE placement_end (
    id INTEGER PRIMARY KEY,
    placement_id INTEGER NOT NULL REFERENCES placement (id),
    ends_before TEXT NOT NULL CHECK (date(ends_before, '+0 days') IS ends_before),
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    voided_by INTEGER REFERENCES operation (id)
) STRICT;
CREATE INDEX placement_end_by_placement ON placement_end (placement_id);
CREATE INDEX placement_end_by_operation ON placement_end (operation_id);

-- Placements as they hold now, half-open; an end on the first day leaves nothing.
CREATE VIEW placed AS
SELECT placement.id, placement.enrolment_id, enrolment.person_id, enrolment.round_id,
    placement.group_id, placement.starts_on, placement.language, placement.operation_id,
    (SELECT min(ends_before) FROM placement_end
     WHERE placement_id = placement.id AND voided_by IS NULL) AS ends_before
FROM placement JOIN enrolment ON enrolment.id = placement.enrolment_id
WHERE placement.voided_by IS NULL;

-- The log of what was said: appended to, never changed but for settled_by. It holds ids and
-- codes; free text and what could not be understood lie in tables of their own.
CREATE TABLE act (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    device_id INTEGER NOT NULL REFERENCES device (id),
    sequence INTEGER NOT NULL,
    -- The person who acted; null is the command's operator.
    actor_id INTEGER,
    happened_at INTEGER NOT NULL,
    arrived_at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN (
        'mark', 'clear', 'headcount', 'person', 'note', 'sessionState', 'signOff', 'retract',
        'unknown')),
    outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'merged', 'needsReview', 'kept')),
    rule TEXT CHECK (rule IN (
        'notOnRoster', 'calledOff', 'signedOff', 'notYet', 'outsideRight', 'unknownSession',
        'unknownPerson', 'malformed')),
    session_id INTEGER REFERENCES session (id),
    -- What of the session it changes; a retraction, the same as what it takes back.
    thing TEXT CHECK (thing IN ('mark', 'headcount', 'person', 'note', 'state', 'signOff')),
    person_id INTEGER,
    headcount_key TEXT,
    base INTEGER,
    -- The version of the thing after this act, or the one that stood in its way.
    version INTEGER,
    -- What is true of the thing after this act was accepted; all null is: nothing is said.
    value TEXT CHECK (value IN (
        'present', 'notified', 'unnotified', 'excused', 'held', 'notHeld', 'signedOff')),
    late_minutes INTEGER CHECK (late_minutes >= 1),
    left_early_minutes INTEGER CHECK (left_early_minutes >= 1),
    mode TEXT CHECK (mode IN ('onsite', 'remote', 'hybrid')),
    role TEXT CHECK (role IN ('member', 'guest', 'makeUp')),
    make_up_for INTEGER REFERENCES session (id),
    -- Of a headcount.
    count INTEGER CHECK (count >= 0),
    retracts INTEGER REFERENCES act (id),
    is_correction INTEGER NOT NULL DEFAULT 0 CHECK (is_correction IN (0, 1)),
    -- The act that settled one kept or needing review.
    settled_by INTEGER REFERENCES act (id),
    CHECK ((outcome = 'kept') = (rule IS NOT NULL))
) STRICT;
CREATE INDEX act_by_session ON act (session_id, person_id);
CREATE INDEX act_waiting ON act (session_id)
WHERE outcome IN ('kept', 'needsReview') AND settled_by IS NULL;

-- Sealed payloads of acts that were kept; reasons and notes that came with acts.
CREATE TABLE act_payload (
    act_id INTEGER PRIMARY KEY REFERENCES act (id),
    sealed BLOB NOT NULL
) STRICT;
CREATE TABLE act_text (
    act_id INTEGER PRIMARY KEY REFERENCES act (id),
    text TEXT NOT NULL CHECK (text <> '')
) STRICT;

-- What is true now of each person at each session. A cleared mark keeps its row, so that its
-- version goes on.
CREATE TABLE mark (
    session_id INTEGER NOT NULL REFERENCES session (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    version INTEGER NOT NULL CHECK (version >= 1),
    value TEXT CHECK (value IN ('present', 'notified', 'unnotified', 'excused')),
    late_minutes INTEGER CHECK (late_minutes >= 1),
    left_early_minutes INTEGER CHECK (left_early_minutes >= 1),
    mode TEXT CHECK (mode IN ('onsite', 'remote', 'hybrid')),
    role TEXT CHECK (role IN ('member', 'guest', 'makeUp')),
    make_up_for INTEGER REFERENCES session (id),
    happened_at INTEGER NOT NULL,
    act_id INTEGER NOT NULL REFERENCES act (id),
    PRIMARY KEY (session_id, person_id),
    CHECK ((value IS NULL) = (role IS NULL)),
    CHECK ((value IS NULL) = (mode IS NULL)),
    CHECK ((role IS 'makeUp') = (make_up_for IS NOT NULL)),
    CHECK (value IS 'present' OR (late_minutes IS NULL AND left_early_minutes IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX mark_by_person ON mark (person_id);
CREATE INDEX mark_by_make_up ON mark (make_up_for) WHERE make_up_for IS NOT NULL;

CREATE TABLE headcount (
    session_id INTEGER NOT NULL REFERENCES session (id),
    -- Category, language, gender and age band in one text, '' where not told.
    key TEXT NOT NULL,
    category TEXT NOT NULL CHECK (category <> ''),
    language TEXT,
    gender TEXT CHECK (gender IN ('woman', 'man', 'unknown')),
    age_band TEXT,
    version INTEGER NOT NULL CHECK (version >= 1),
    count INTEGER NOT NULL CHECK (count BETWEEN 0 AND 10000),
    act_id INTEGER NOT NULL REFERENCES act (id),
    PRIMARY KEY (session_id, key)
) STRICT, WITHOUT ROWID;

-- What the leader has said of the whole session: that it was held, and the sign-off.
CREATE TABLE session_word (
    session_id INTEGER NOT NULL REFERENCES session (id),
    kind TEXT NOT NULL CHECK (kind IN ('state', 'signOff', 'note')),
    version INTEGER NOT NULL CHECK (version >= 1),
    value TEXT CHECK (value IN ('held', 'notHeld', 'signedOff')),
    act_id INTEGER NOT NULL REFERENCES act (id),
    PRIMARY KEY (session_id, kind)
) STRICT, WITHOUT ROWID;

-- Each write, and each read of protected data: ids and codes only.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    -- The person who acted; null is the command's operator or the service itself.
    actor_id INTEGER,
    deed TEXT NOT NULL,
    resource TEXT NOT NULL,
    resource_id TEXT,
    rows INTEGER NOT NULL DEFAULT 1
) STRICT;

-- What may be shown of a person: the name in each script, or only the alias's number.
CREATE VIEW person_shown AS
SELECT person.id, person.public_id,
    (SELECT group_concat(text, ' ') FROM (
        SELECT text FROM person_name
        WHERE person_id = person.id AND script = 'native' ORDER BY position)) AS native,
    (SELECT group_concat(text, ' ') FROM (
        SELECT text FROM person_name
        WHERE person_id = person.id AND script = 'latin' ORDER BY position)) AS latin,
    CASE WHEN EXISTS (SELECT 1 FROM protected_name WHERE person_id = person.id)
        THEN alias END AS alias
FROM person;
