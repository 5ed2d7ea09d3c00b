package import Courses
import FoundationEssentials
internal import GRDB

extension Reading {
    /// Who stands on a group's roster on a day, by id.
    ///
    /// - Parameter day: a later day on which they must still belong to it.
    package func members(
        of group: Group.ID, on date: LocalDate, stillOn day: LocalDate? = nil
    ) throws -> [Person.ID] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT DISTINCT public_id FROM placed JOIN person ON person.id = person_id
                WHERE group_id = (SELECT id FROM course_group WHERE public_id = ?1)
                    AND starts_on <= ?2 AND (ends_before IS NULL OR ends_before > max(?2, ?3))
                ORDER BY public_id
                """)
        return try Identifier<Person>.fetchAll(statement, arguments: [group, date, day ?? date])
    }

    /// Somebody's telephone numbers, the latest first.
    package func phones(of person: Person.ID) throws -> [String] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT sealed FROM contact
                WHERE person_id = (SELECT id FROM person WHERE public_id = ?) AND kind = 'phone'
                ORDER BY since DESC, id DESC
                """)
        return try Row.fetchAll(statement, arguments: [person]).map { row in
            try sealer.open(row["sealed"], context: "contact phone \(person)")
        }
    }
}
