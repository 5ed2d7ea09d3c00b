import Courses
internal import GRDB

extension Reading {
    /// Groups that the operation opened and to which somebody has a right.
    func groupsGranted(openedBy key: Int64) throws -> [Group.ID] {
        try Group.ID.fetchAll(
            db,
            sql: """
                SELECT public_id FROM course_group WHERE opening_operation_id = ?
                    AND id IN (SELECT group_id FROM access_held)
                ORDER BY id
                """, arguments: [key])
    }

    func people(broughtBy key: Int64, nowIn use: PersonUse) throws -> [Person.ID] {
        try people("person.operation_id = ?1", key, in: use, parties: "party.operation_id IS NULL")
    }

    /// People who are in use, by a condition on `person` with `key` as ?1.
    ///
    /// - Parameter parties: a condition on those parties that count.
    func people(
        _ condition: String, _ key: Int64, in use: PersonUse, parties: String = "1"
    ) throws -> [Person.ID] {
        let uses =
            switch use {
            case .account: "SELECT person_id FROM user_account"
            case .grant: "SELECT person_id FROM access_grant"
            case .staff:
                """
                SELECT person_id FROM session_staff
                UNION SELECT person_id FROM session_staff_change WHERE voided_by IS NULL
                """
            case .party:
                """
                SELECT person_id FROM party_member JOIN party ON party.id = party_id
                WHERE \(parties)
                """
            }
        return try Person.ID.fetchAll(
            db,
            sql: """
                SELECT public_id FROM person WHERE \(condition) AND id IN (\(uses)) ORDER BY id
                """, arguments: [key])
    }
}
