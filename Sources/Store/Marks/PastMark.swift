internal import GRDB

/// A mark as it was at a version of it.
struct PastMark {
    let session: Int64
    /// Who stands now for all of whom it may have been said.
    let person: Int64
    /// Of whom of those it was said.
    let named: Int64?
    let version: Int
}

extension Reading {
    /// What a merge made of it, where one that stands did; else what was said of the same person,
    /// and only then what was said of somebody who has become one with them: versions count by
    /// person.
    func row(of mark: PastMark) throws -> Row? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT said.*, other.public_id AS make_up_for,
                    (SELECT code FROM act_listed_reason JOIN reason ON reason.id = reason_id
                     WHERE act_listed_reason.act_id = said_by) AS listed
                FROM (SELECT CASE WHEN person.id = ?4 THEN 2 ELSE 0 END AS rank, act.id AS at,
                        value, late_minutes, left_early_minutes, mode, role,
                        make_up_for AS made_up, act.id AS said_by
                    FROM act LEFT JOIN act_about ON act_about.act_id = act.id
                        JOIN person ON person.id = coalesce(act_about.person_id, act.person_id)
                    WHERE session_id = ?1 AND thing = 'mark' AND outcome = 'accepted'
                        AND version = ?3 AND (person.id = ?2 OR merged_into = ?2)
                    UNION ALL
                    SELECT CASE WHEN voided_by IS NULL THEN 3 ELSE 1 END,
                        person_merge.operation_id,
                        value, late_minutes, left_early_minutes, mode,
                        ifnull(guest_became, role), make_up_for, act_id
                    FROM person_merge_mark JOIN person_merge
                            ON person_merge.operation_id = person_merge_mark.operation_id
                        JOIN person ON person.id = person_id
                    WHERE session_id = ?1 AND became = ?3 AND holds = 1
                        AND (person.id = ?2 OR merged_into = ?2)) AS said
                    LEFT JOIN session AS other ON other.id = made_up
                ORDER BY rank DESC, at DESC LIMIT 1
                """)
        return try Row.fetchOne(
            statement, arguments: [mark.session, mark.person, mark.version, mark.named])
    }
}
