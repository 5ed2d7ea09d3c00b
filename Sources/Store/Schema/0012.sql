-- Schema 12. What is kept so that figures are quick: each row follows from other tables and holds
-- their keys, codes, days and numbers, packed. Of personal values kept_people holds birth days,
-- genders and course languages, by the people's keys; no table here holds a name or a note. A
-- change of what a row follows from notes it in kept_stale, whoever makes the change; the
-- transaction that made it derives the row anew before it commits. What stands in kept_stale is
-- read from the rows themselves; what follows from a row that can't be read goes on standing there.
-- No foreign keys: a row that follows from nothing is taken away with the others.

-- What figures need of a session: its plan, with all that was said of it as a whole, and its
-- marks.
CREATE TABLE kept_session (
    session_id INTEGER PRIMARY KEY,
    plan BLOB NOT NULL,
    marks BLOB NOT NULL
) STRICT;

-- People by their keys, 256 a page.
CREATE TABLE kept_people (
    page INTEGER PRIMARY KEY,
    packed BLOB NOT NULL
) STRICT;

-- Enrolments by their keys, 128 a page, each with its steps and places.
CREATE TABLE kept_enrolments (
    page INTEGER PRIMARY KEY,
    packed BLOB NOT NULL
) STRICT;

-- 1 is a session, 2 a session's marks alone, 3 a page of people, 4 a page of enrolments.
CREATE TABLE kept_stale (
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
    key INTEGER NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

INSERT INTO kept_stale SELECT 1, id FROM session WHERE voided_by IS NULL;
INSERT INTO kept_stale SELECT DISTINCT 3, id >> 8 FROM person;
INSERT INTO kept_stale SELECT DISTINCT 4, id >> 7 FROM enrolment;

-- What is kept and was taken away by hand.
CREATE TRIGGER kept_session_gone AFTER DELETE ON kept_session BEGIN
    INSERT INTO kept_stale VALUES (1, OLD.session_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_people_gone AFTER DELETE ON kept_people BEGIN
    INSERT INTO kept_stale VALUES (3, OLD.page) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_enrolments_gone AFTER DELETE ON kept_enrolments BEGIN
    INSERT INTO kept_stale VALUES (4, OLD.page) ON CONFLICT DO NOTHING;
END;

-- Marks.
CREATE TRIGGER kept_mark_added AFTER INSERT ON mark BEGIN
    INSERT INTO kept_stale VALUES (2, NEW.session_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_mark_changed
AFTER UPDATE OF person_id, value, late_minutes, left_early_minutes, role, make_up_for, happened_at
ON mark BEGIN
    INSERT INTO kept_stale VALUES (2, NEW.session_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_mark_moved AFTER UPDATE OF session_id ON mark BEGIN
    INSERT INTO kept_stale VALUES (2, OLD.session_id) ON CONFLICT DO NOTHING;
    INSERT INTO kept_stale VALUES (2, NEW.session_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_mark_gone AFTER DELETE ON mark BEGIN
    INSERT INTO kept_stale VALUES (2, OLD.session_id) ON CONFLICT DO NOTHING;
END;

-- Sessions.
CREATE TRIGGER kept_session_added AFTER INSERT ON session BEGIN
    INSERT INTO kept_stale VALUES (1, NEW.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_session_changed AFTER UPDATE ON session BEGIN
    INSERT INTO kept_stale VALUES (1, OLD.id) ON CONFLICT DO NOTHING;
    INSERT INTO kept_stale VALUES (1, NEW.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_session_removed AFTER DELETE ON session BEGIN
    INSERT INTO kept_stale VALUES (1, OLD.id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER kept_session_group_added AFTER INSERT ON session_group BEGIN
    INSERT INTO kept_stale VALUES (1, NEW.session_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_session_group_changed AFTER UPDATE ON session_group BEGIN
    INSERT INTO kept_stale VALUES (1, OLD.session_id) ON CONFLICT DO NOTHING;
    INSERT INTO kept_stale VALUES (1, NEW.session_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_session_group_gone AFTER DELETE ON session_group BEGIN
    INSERT INTO kept_stale VALUES (1, OLD.session_id) ON CONFLICT DO NOTHING;
END;

-- A note, and a word that was taken back, have no value.
CREATE TRIGGER kept_word_added AFTER INSERT ON session_word
WHEN NEW.value IS NOT NULL BEGIN
    INSERT INTO kept_stale VALUES (1, NEW.session_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_word_changed AFTER UPDATE ON session_word
WHEN OLD.value IS NOT NULL OR NEW.value IS NOT NULL BEGIN
    INSERT INTO kept_stale VALUES (1, OLD.session_id) ON CONFLICT DO NOTHING;
    INSERT INTO kept_stale VALUES (1, NEW.session_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_word_gone AFTER DELETE ON session_word
WHEN OLD.value IS NOT NULL BEGIN
    INSERT INTO kept_stale VALUES (1, OLD.session_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER kept_headcount_added AFTER INSERT ON headcount BEGIN
    INSERT INTO kept_stale VALUES (1, NEW.session_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_headcount_changed AFTER UPDATE ON headcount BEGIN
    INSERT INTO kept_stale VALUES (1, OLD.session_id) ON CONFLICT DO NOTHING;
    INSERT INTO kept_stale VALUES (1, NEW.session_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_headcount_gone AFTER DELETE ON headcount BEGIN
    INSERT INTO kept_stale VALUES (1, OLD.session_id) ON CONFLICT DO NOTHING;
END;

-- Statements that wait; nearly all do not.
CREATE TRIGGER kept_act_added AFTER INSERT ON act
WHEN NEW.outcome IN ('kept', 'needsReview') AND NEW.session_id IS NOT NULL BEGIN
    INSERT INTO kept_stale VALUES (1, NEW.session_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_act_settled AFTER UPDATE OF outcome, settled_by, session_id ON act BEGIN
    INSERT INTO kept_stale SELECT 1, OLD.session_id WHERE OLD.session_id IS NOT NULL
    ON CONFLICT DO NOTHING;
    INSERT INTO kept_stale SELECT 1, NEW.session_id WHERE NEW.session_id IS NOT NULL
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_act_gone AFTER DELETE ON act WHEN OLD.session_id IS NOT NULL BEGIN
    INSERT INTO kept_stale VALUES (1, OLD.session_id) ON CONFLICT DO NOTHING;
END;

-- People.
CREATE TRIGGER kept_person_added AFTER INSERT ON person BEGIN
    INSERT INTO kept_stale VALUES (3, NEW.id >> 8) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_person_changed AFTER UPDATE OF id, gender, birth_date ON person BEGIN
    INSERT INTO kept_stale VALUES (3, OLD.id >> 8) ON CONFLICT DO NOTHING;
    INSERT INTO kept_stale VALUES (3, NEW.id >> 8) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_person_gone AFTER DELETE ON person BEGIN
    INSERT INTO kept_stale VALUES (3, OLD.id >> 8) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER kept_language_added AFTER INSERT ON person_language
WHEN NEW.use = 'course' BEGIN
    INSERT INTO kept_stale VALUES (3, NEW.person_id >> 8) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_language_changed AFTER UPDATE ON person_language BEGIN
    INSERT INTO kept_stale VALUES (3, OLD.person_id >> 8) ON CONFLICT DO NOTHING;
    INSERT INTO kept_stale VALUES (3, NEW.person_id >> 8) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_language_gone AFTER DELETE ON person_language
WHEN OLD.use = 'course' BEGIN
    INSERT INTO kept_stale VALUES (3, OLD.person_id >> 8) ON CONFLICT DO NOTHING;
END;

-- Enrolments.
CREATE TRIGGER kept_enrolment_added AFTER INSERT ON enrolment BEGIN
    INSERT INTO kept_stale VALUES (4, NEW.id >> 7) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_enrolment_changed AFTER UPDATE OF id, person_id, round_id ON enrolment BEGIN
    INSERT INTO kept_stale VALUES (4, OLD.id >> 7) ON CONFLICT DO NOTHING;
    INSERT INTO kept_stale VALUES (4, NEW.id >> 7) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_enrolment_gone AFTER DELETE ON enrolment BEGIN
    INSERT INTO kept_stale VALUES (4, OLD.id >> 7) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER kept_step_added AFTER INSERT ON enrolment_step BEGIN
    INSERT INTO kept_stale VALUES (4, NEW.enrolment_id >> 7) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_step_changed AFTER UPDATE ON enrolment_step BEGIN
    INSERT INTO kept_stale VALUES (4, OLD.enrolment_id >> 7) ON CONFLICT DO NOTHING;
    INSERT INTO kept_stale VALUES (4, NEW.enrolment_id >> 7) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_step_gone AFTER DELETE ON enrolment_step BEGIN
    INSERT INTO kept_stale VALUES (4, OLD.enrolment_id >> 7) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER kept_placement_added AFTER INSERT ON placement BEGIN
    INSERT INTO kept_stale VALUES (4, NEW.enrolment_id >> 7) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_placement_changed AFTER UPDATE ON placement BEGIN
    INSERT INTO kept_stale VALUES (4, OLD.enrolment_id >> 7) ON CONFLICT DO NOTHING;
    INSERT INTO kept_stale VALUES (4, NEW.enrolment_id >> 7) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_placement_gone AFTER DELETE ON placement BEGIN
    INSERT INTO kept_stale VALUES (4, OLD.enrolment_id >> 7) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER kept_end_added AFTER INSERT ON placement_end BEGIN
    INSERT INTO kept_stale SELECT 4, enrolment_id >> 7 FROM placement WHERE id = NEW.placement_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_end_changed AFTER UPDATE ON placement_end BEGIN
    INSERT INTO kept_stale SELECT 4, enrolment_id >> 7 FROM placement WHERE id = OLD.placement_id
    ON CONFLICT DO NOTHING;
    INSERT INTO kept_stale SELECT 4, enrolment_id >> 7 FROM placement WHERE id = NEW.placement_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER kept_end_gone AFTER DELETE ON placement_end BEGIN
    INSERT INTO kept_stale SELECT 4, enrolment_id >> 7 FROM placement WHERE id = OLD.placement_id
    ON CONFLICT DO NOTHING;
END;
