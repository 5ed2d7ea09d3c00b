-- Schema 4. Sign-ins that can be named and ended one by one, and calendars at secret addresses.

ALTER TABLE sign_in ADD COLUMN public_id TEXT CHECK (length(public_id) = 13);
-- Thirteen hexadecimal digits are a public id too.
UPDATE sign_in SET public_id = substr(lower(hex(randomblob(7))), 1, 13);
CREATE UNIQUE INDEX sign_in_by_public_id ON sign_in (public_id);
-- What the browser said it was; a kind, never its whole word.
ALTER TABLE sign_in ADD COLUMN browser TEXT NOT NULL DEFAULT 'other' CHECK (browser IN (
    'chrome', 'edge', 'firefox', 'opera', 'safari', 'samsung', 'other'));
ALTER TABLE sign_in ADD COLUMN system TEXT NOT NULL DEFAULT 'other' CHECK (system IN (
    'android', 'chromeOS', 'iPad', 'iPhone', 'linux', 'macOS', 'windows', 'other'));
ALTER TABLE sign_in ADD COLUMN last_seen_on TEXT
    CHECK (last_seen_on IS NULL OR date(last_seen_on, '+0 days') IS last_seen_on);

-- The sign-in under which a device last sent acts.
ALTER TABLE device ADD COLUMN sign_in_id INTEGER REFERENCES sign_in (id);
CREATE INDEX device_by_sign_in ON device (sign_in_id) WHERE sign_in_id IS NOT NULL;

-- Where somebody's own sessions can be fetched as a calendar; the address itself is never stored.
CREATE TABLE calendar_address (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    secret_digest BLOB NOT NULL UNIQUE CHECK (length(secret_digest) = 32),
    made_at INTEGER NOT NULL,
    ended_at INTEGER CHECK (ended_at >= made_at)
) STRICT;
CREATE UNIQUE INDEX calendar_address_of_person ON calendar_address (person_id)
WHERE ended_at IS NULL;
