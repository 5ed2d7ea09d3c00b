-- Schema 6. Finding people by name: each word that occurs in an open name, keys under which its
-- other spellings are found, and whose word it is. All of it follows from the names and can be
-- made anew; what goes away with a name goes at once, by the triggers.

CREATE TABLE name_word (
    id INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE CHECK (word <> '')
) STRICT;

CREATE TABLE name_key (
    key TEXT NOT NULL,
    word_id INTEGER NOT NULL REFERENCES name_word (id),
    PRIMARY KEY (key, word_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_key_by_word ON name_key (word_id);

CREATE TABLE name_use (
    word_id INTEGER NOT NULL REFERENCES name_word (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    PRIMARY KEY (word_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_use_by_person ON name_use (person_id);

-- How far the index reaches: everybody up to this key, but for those in name_pending; and by
-- which rules its keys were made.
CREATE TABLE name_index (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    through INTEGER NOT NULL CHECK (through >= 0),
    rules INTEGER NOT NULL
) STRICT;
INSERT INTO name_index VALUES (1, 0, 0);

CREATE TABLE name_pending (
    person_id INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER name_removed AFTER DELETE ON person_name BEGIN
    DELETE FROM name_use WHERE person_id = OLD.person_id;
    INSERT INTO name_pending VALUES (OLD.person_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER preferred_name_removed AFTER DELETE ON preferred_name BEGIN
    DELETE FROM name_use WHERE person_id = OLD.person_id;
    INSERT INTO name_pending VALUES (OLD.person_id) ON CONFLICT DO NOTHING;
END;

-- A word that is nobody's any longer would still tell that somebody had that name.
CREATE TRIGGER name_unused AFTER DELETE ON name_use
WHEN NOT EXISTS (SELECT 1 FROM name_use WHERE word_id = OLD.word_id) BEGIN
    DELETE FROM name_key WHERE word_id = OLD.word_id;
    DELETE FROM name_word WHERE id = OLD.word_id;
END;

-- The keys of people are handed out anew from the highest that is left.
CREATE TRIGGER person_removed AFTER DELETE ON person BEGIN
    DELETE FROM name_pending WHERE person_id = OLD.id;
    UPDATE name_index SET through = min(through, OLD.id - 1);
END;
