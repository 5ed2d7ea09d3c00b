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
                SELECT sealed, public_id FROM contact JOIN person ON person.id = person_id
                WHERE (person.id = ?1 OR merged_into = ?1) AND kind = 'phone'
                GROUP BY blind_index ORDER BY max(since) DESC, contact.id DESC
                """)
        let key = try requireKey(person, in: .person)
        return try Row.fetchAll(statement, arguments: [key]).map { row in
            let owner: Person.ID = row["public_id"]
            return try sealer.open(row["sealed"], context: "contact phone \(owner)")
        }
    }
}
