-- Certificates: what people were given on paper for rounds that they completed. A row holds
-- nothing of anybody but whom it is for, and stays when they are forgotten.

CREATE TABLE certificate (
    id INTEGER PRIMARY KEY,
    -- Random, with a letter that checks the others.
    number TEXT NOT NULL UNIQUE
        CHECK (length(number) = 12 AND number NOT GLOB '*[^0-9a-hjkmnp-tv-z]*'),
    person_id INTEGER NOT NULL REFERENCES person (id),
    round_id INTEGER NOT NULL REFERENCES round (id),
    issued_at INTEGER NOT NULL,
    -- The person who issued it; null is the command's operator.
    actor_id INTEGER,
    -- What it says beside a name, as JSON.
    content BLOB NOT NULL CHECK (length(content) > 0),
    -- SHA-256 of all that stands above.
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    void_reason TEXT CHECK (void_reason = 'withdrawn' OR void_reason = 'corrected'),
    voided_at INTEGER CHECK (voided_at >= issued_at),
    void_actor_id INTEGER,
    CHECK ((void_reason IS NULL) = (voided_at IS NULL)),
    CHECK (void_actor_id IS NULL OR voided_at IS NOT NULL)
) STRICT;
-- One course completed, one certificate that is valid.
CREATE UNIQUE INDEX certificate_standing ON certificate (person_id, round_id)
WHERE voided_at IS NULL;
CREATE INDEX certificate_by_round ON certificate (round_id);
CREATE INDEX certificate_by_person ON certificate (person_id);

CREATE TRIGGER certificate_stands BEFORE UPDATE ON certificate
WHEN old.voided_at IS NOT NULL OR new.voided_at IS NULL
    OR new.id <> old.id OR new.number <> old.number OR new.person_id <> old.person_id
    OR new.round_id <> old.round_id OR new.issued_at <> old.issued_at
    OR new.actor_id IS NOT old.actor_id OR new.content <> old.content OR new.hash <> old.hash
BEGIN SELECT raise(ABORT, 'a certificate is withdrawn, and nothing else'); END;
CREATE TRIGGER certificate_stays BEFORE DELETE ON certificate
BEGIN SELECT raise(ABORT, 'a certificate stays'); END;
