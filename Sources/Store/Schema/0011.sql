-- Schema 11. Reasons that the organisation has listed, in several languages; what was done and
-- marked for one of them keeps its key, beside whatever free text there is.

CREATE TABLE reason (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
        CHECK (length(code) BETWEEN 1 AND 40 AND code NOT GLOB '*[^a-z0-9-]*'),
    kind TEXT NOT NULL CHECK (kind IN (
        'excused', 'session', 'withdrawal', 'priority', 'correction', 'other')),
    created_at INTEGER NOT NULL
) STRICT;

-- That a reason is offered from a day on, or no longer. Of a day holds what was said of it last.
CREATE TABLE reason_word (
    id INTEGER PRIMARY KEY,
    reason_id INTEGER NOT NULL REFERENCES reason (id),
    is_open INTEGER NOT NULL CHECK (is_open = 0 OR is_open = 1),
    starts_on TEXT NOT NULL CHECK (date(starts_on, '+0 days') IS starts_on),
    at INTEGER NOT NULL,
    -- The person who acted; null is the command's operator.
    actor_id INTEGER
) STRICT;
CREATE INDEX reason_word_by_reason ON reason_word (reason_id);

CREATE TABLE operation_listed_reason (
    operation_id INTEGER PRIMARY KEY REFERENCES operation (id),
    reason_id INTEGER NOT NULL REFERENCES reason (id)
) STRICT;

CREATE TABLE act_listed_reason (
    act_id INTEGER PRIMARY KEY REFERENCES act (id),
    reason_id INTEGER NOT NULL REFERENCES reason (id)
) STRICT;

-- As schema 9 made it, of reasons too. Nothing refers to it.
CREATE TABLE written_text_next (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER REFERENCES programme (id),
    venue_id INTEGER REFERENCES venue (id),
    group_id INTEGER REFERENCES course_group (id),
    reason_id INTEGER REFERENCES reason (id),
    language TEXT NOT NULL CHECK (language <> ''),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    CHECK ((programme_id IS NOT NULL) + (venue_id IS NOT NULL) + (group_id IS NOT NULL)
        + (reason_id IS NOT NULL) = 1)
) STRICT;
INSERT INTO written_text_next (id, programme_id, venue_id, group_id, language, text)
SELECT id, programme_id, venue_id, group_id, language, text FROM written_text;
DROP TABLE written_text;
ALTER TABLE written_text_next RENAME TO written_text;
CREATE UNIQUE INDEX written_text_of_programme ON written_text (programme_id, language)
WHERE programme_id IS NOT NULL;
CREATE UNIQUE INDEX written_text_of_venue ON written_text (venue_id, language)
WHERE venue_id IS NOT NULL;
CREATE UNIQUE INDEX written_text_of_group ON written_text (group_id, language)
WHERE group_id IS NOT NULL;
CREATE UNIQUE INDEX written_text_of_reason ON written_text (reason_id, language)
WHERE reason_id IS NOT NULL;
