-- Schema 2. What people want to be called, what they wish when they apply, and notes about them.

-- What somebody wants to be called, where that is not the name as registered; of people who are
-- not protected. The parts of one script, in order.
CREATE TABLE preferred_name (
    person_id INTEGER NOT NULL REFERENCES person (id),
    script TEXT NOT NULL CHECK (script IN ('native', 'latin')),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 7),
    role TEXT NOT NULL CHECK (role IN ('given', 'father', 'grandfather', 'family', 'whole')),
    text TEXT NOT NULL CHECK (text <> ''),
    operation_id INTEGER REFERENCES operation (id),
    PRIMARY KEY (person_id, script, position)
) STRICT, WITHOUT ROWID;

-- The same of protected people, sealed like their names.
CREATE TABLE protected_preferred_name (
    person_id INTEGER PRIMARY KEY REFERENCES person (id),
    sealed BLOB NOT NULL,
    operation_id INTEGER REFERENCES operation (id)
) STRICT;

-- What somebody wishes in a round, one row for each thing that is said, whole. Of several about
-- the same the last one that was not voided holds; who said it, when and why stands with its
-- operation. Childcare places stand in the enrolment itself.
CREATE TABLE enrolment_wish (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
    -- Languages, where they are others than the person's own, and slots have their rows below.
    about TEXT NOT NULL CHECK (
        about IN ('languages', 'interpreter', 'slots', 'openTo', 'group', 'priority')),
    interpreter_ok INTEGER CHECK (interpreter_ok IN (0, 1)),
    open_to TEXT CHECK (open_to IN ('all', 'women', 'men')),
    group_id INTEGER REFERENCES course_group (id),
    -- The higher, the sooner.
    priority INTEGER CHECK (priority BETWEEN 0 AND 1000),
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    voided_by INTEGER REFERENCES operation (id),
    CHECK ((about = 'interpreter') = (interpreter_ok IS NOT NULL)),
    CHECK ((about = 'openTo') = (open_to IS NOT NULL)),
    CHECK ((about = 'group') = (group_id IS NOT NULL)),
    CHECK ((about = 'priority') = (priority IS NOT NULL))
) STRICT;
CREATE INDEX enrolment_wish_by_enrolment ON enrolment_wish (enrolment_id);
CREATE INDEX enrolment_wish_by_operation ON enrolment_wish (operation_id);

-- Best first; without a time, any on that day.
CREATE TABLE wished_slot (
    wish_id INTEGER NOT NULL REFERENCES enrolment_wish (id),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 63),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    starts_at INTEGER CHECK (starts_at BETWEEN 0 AND 1439),
    ends_at INTEGER CHECK (ends_at BETWEEN 1 AND 1439 AND ends_at > starts_at),
    PRIMARY KEY (wish_id, position),
    CHECK (ends_at IS NULL OR starts_at IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- Best first.
CREATE TABLE wished_language (
    wish_id INTEGER NOT NULL REFERENCES enrolment_wish (id),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 15),
    language TEXT NOT NULL CHECK (language <> ''),
    PRIMARY KEY (wish_id, position),
    UNIQUE (wish_id, language)
) STRICT, WITHOUT ROWID;

-- Free text about somebody, or about their part in a round; sealed, since nobody knows what it
-- tells, and destroyed when the person is forgotten.
CREATE TABLE person_note (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    enrolment_id INTEGER REFERENCES enrolment (id),
    sealed BLOB NOT NULL,
    operation_id INTEGER REFERENCES operation (id),
    since INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX person_note_by_person ON person_note (person_id, ifnull(enrolment_id, 0));
