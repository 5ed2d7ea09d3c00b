-- Schema 8. Reports that stand still once they were frozen.

CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE CHECK (length(public_id) = 13),
    kind TEXT NOT NULL CHECK (kind <> ''),
    -- Public ids of the rounds that it is about, parted by spaces; empty for all.
    rounds TEXT NOT NULL,
    -- What its rows are broken down by, parted by spaces.
    dimensions TEXT NOT NULL,
    rule_version INTEGER NOT NULL CHECK (rule_version >= 1),
    -- The moment of which it tells; a restatement's is that of what it restates.
    counted_at INTEGER NOT NULL,
    frozen_at INTEGER NOT NULL CHECK (frozen_at >= counted_at),
    -- The person who froze it; null is the command's operator.
    actor_id INTEGER,
    -- The last act and operation that were there when it was counted; 0 for none.
    last_act INTEGER NOT NULL CHECK (last_act >= 0),
    last_operation INTEGER NOT NULL CHECK (last_operation >= 0),
    -- Its rows as CSV (RFC 4180) in UTF-8, by codes, and their SHA-256.
    content BLOB NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    restates INTEGER REFERENCES report (id) CHECK (restates < id)
) STRICT;
CREATE INDEX report_by_restated ON report (restates) WHERE restates IS NOT NULL;

CREATE TRIGGER report_stands BEFORE UPDATE ON report
BEGIN SELECT raise(ABORT, 'a frozen report stands'); END;
CREATE TRIGGER report_stays BEFORE DELETE ON report
BEGIN SELECT raise(ABORT, 'a frozen report stays'); END;
