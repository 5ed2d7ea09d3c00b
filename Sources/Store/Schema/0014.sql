-- Schema 14. What is kept of sessions stands in pages, like people and enrolments: to step over a
-- row for each of 67,000 sessions took longer than to read what stands in them.

-- Its trigger goes with it; dropping a table runs none.
DROP TABLE kept_session;

-- Sessions by their keys, 16 a page: what figures need of each that stands, which is its plan, with
-- all that was said of it as a whole, and its marks.
CREATE TABLE kept_sessions (
    page INTEGER PRIMARY KEY,
    packed BLOB NOT NULL
) STRICT;

-- Kinds 1 and 2 of kept_stale name sessions by their keys, as before; 3 and 4 name pages.
INSERT INTO kept_stale SELECT 1, id FROM session WHERE voided_by IS NULL ON CONFLICT DO NOTHING;

-- What is kept and was taken away by hand.
CREATE TRIGGER kept_sessions_gone AFTER DELETE ON kept_sessions BEGIN
    INSERT INTO kept_stale
    SELECT 1, id FROM session
    WHERE id BETWEEN OLD.page << 4 AND (OLD.page << 4) + 15 AND voided_by IS NULL
    ON CONFLICT DO NOTHING;
END;
