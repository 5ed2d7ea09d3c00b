package import Courses
internal import GRDB

extension Reading {
    /// What SQLite itself finds wrong with the file; empty when nothing.
    package func integrityFaults() throws -> [String] {
        try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
    }

    /// All checks that need no more than the database.
    package func health() throws -> [HealthFinding] {
        [
            HealthFinding(check: .integrity, faults: try integrityFaults().count),
            HealthFinding(
                check: .foreignKeys,
                faults: try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count),
            HealthFinding(
                check: .journalMode,
                faults: try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal" ? 0 : 1),
            HealthFinding(
                check: .schemaVersion,
                faults: try Int.fetchOne(db, sql: "PRAGMA user_version") == Migrations.latest
                    ? 0 : 1),
            HealthFinding(check: .marksFollowLog, faults: try faults(Self.marksBesideLog)),
            HealthFinding(check: .placementsApart, faults: try faults(Self.overlaps)),
            HealthFinding(check: .protectedNamesSealed, faults: try faults(Self.openNames)),
        ]
    }

    private func faults(_ sql: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(sql))") ?? 0
    }

    private static let marksBesideLog = """
        SELECT 1 FROM mark JOIN act ON act.id = mark.act_id
        WHERE act.outcome <> 'accepted' OR act.version IS NOT mark.version
            OR act.value IS NOT mark.value OR act.late_minutes IS NOT mark.late_minutes
            OR act.left_early_minutes IS NOT mark.left_early_minutes
            OR act.role IS NOT mark.role OR act.make_up_for IS NOT mark.make_up_for
            OR EXISTS (SELECT 1 FROM act AS later
                WHERE later.session_id = mark.session_id AND later.person_id = mark.person_id
                    AND later.thing = 'mark' AND later.outcome = 'accepted'
                    AND later.version > mark.version)
        """

    private static let overlaps = """
        SELECT 1 FROM placed AS one JOIN placed AS other
            ON other.enrolment_id = one.enrolment_id AND other.id > one.id
        WHERE one.starts_on < ifnull(other.ends_before, '9999')
            AND other.starts_on < ifnull(one.ends_before, '9999')
            AND ifnull(one.ends_before, '9999') > one.starts_on
            AND ifnull(other.ends_before, '9999') > other.starts_on
        """

    private static let openNames = """
        SELECT 1 FROM protected_name JOIN (
            SELECT person_id FROM person_name UNION ALL SELECT person_id FROM preferred_name
        ) USING (person_id)
        """
}
