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
            HealthFinding(check: .mergesHold, faults: try faults(Self.unmerged)),
            HealthFinding(check: .protectedNamesSealed, faults: try faults(Self.openNames)),
            HealthFinding(check: .figuresKept, faults: try keptFaults()),
        ]
    }

    private func faults(_ sql: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(sql))") ?? 0
    }

    /// A merge that stands may have raised a mark's version and made a guest a member; one that was
    /// undone may have made a member a guest, of which it noted the act.
    private static let marksBesideLog = """
        SELECT 1 FROM mark JOIN act ON act.id = mark.act_id
        WHERE act.outcome <> 'accepted' OR act.value IS NOT mark.value
            OR act.late_minutes IS NOT mark.late_minutes
            OR act.left_early_minutes IS NOT mark.left_early_minutes
            OR act.make_up_for IS NOT mark.make_up_for
            OR (act.version IS NOT mark.version AND NOT EXISTS (
                \(changedByMerge) AND became = mark.version))
            OR (act.role IS NOT mark.role
                AND NOT (act.role IS 'guest' AND mark.role IS 'member' AND EXISTS (
                    \(changedByMerge) AND guest_became = 'member'))
                AND NOT (act.role IS 'member' AND mark.role IS 'guest' AND EXISTS (
                    SELECT 1 FROM act_about WHERE act_about.act_id = act.id)))
            OR EXISTS (SELECT 1 FROM act AS later
                    LEFT JOIN act_about ON act_about.act_id = later.id
                    JOIN person ON person.id = coalesce(act_about.person_id, later.person_id)
                WHERE later.session_id = mark.session_id
                    AND coalesce(person.merged_into, person.id) = mark.person_id
                    AND later.thing = 'mark' AND later.outcome = 'accepted'
                    AND later.version > mark.version)
        """

    private static let changedByMerge = """
        SELECT 1 FROM person_merge_mark JOIN person_merge
            ON person_merge.operation_id = person_merge_mark.operation_id
        WHERE person_merge_mark.session_id = mark.session_id
            AND person_merge_mark.act_id = mark.act_id AND voided_by IS NULL
        """

    /// Of whoever was merged away nothing is left in any course, and they have become who the
    /// merges that stand say.
    private static let unmerged = """
        SELECT 1 FROM person WHERE merged_into IS NOT (
                SELECT coalesce(kept.merged_into, kept.id) FROM person_merge
                    JOIN person AS kept ON kept.id = kept_id
                WHERE merged_id = person.id AND voided_by IS NULL)
            OR merged_into IS NOT NULL AND (
                EXISTS (SELECT 1 FROM mark WHERE mark.person_id = person.id)
                OR EXISTS (SELECT 1 FROM session_staff WHERE session_staff.person_id = person.id)
                OR EXISTS (SELECT 1 FROM party_member WHERE party_member.person_id = person.id)
                OR EXISTS (SELECT 1 FROM placed WHERE placed.person_id = person.id)
                OR EXISTS (SELECT 1 FROM enrolment JOIN enrolment_step
                        ON enrolment_id = enrolment.id
                    WHERE enrolment.person_id = person.id AND voided_by IS NULL))
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
