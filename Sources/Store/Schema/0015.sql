-- Schema 15. Marks are kept person by person: what somebody said at sessions that follow one another
-- stands together, so that who they are and where they sit is found once.

-- What is packed begins with another version now, and is derived anew by whoever opens the database.
INSERT INTO kept_stale SELECT 1, id FROM session WHERE voided_by IS NULL ON CONFLICT DO NOTHING;
INSERT INTO kept_stale SELECT DISTINCT 3, id >> 8 FROM person WHERE TRUE ON CONFLICT DO NOTHING;
INSERT INTO kept_stale SELECT DISTINCT 4, id >> 7 FROM enrolment WHERE TRUE ON CONFLICT DO NOTHING;
