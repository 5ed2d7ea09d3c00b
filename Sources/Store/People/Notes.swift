import Courses
import FoundationEssentials
internal import GRDB

extension Writing {
    /// Notes something of somebody, or of their enrolment, of which nothing was noted yet.
    func addNote(
        _ text: String, of person: (key: Int64, id: Person.ID), enrolment: Int64?,
        _ operation: OpenOperation?
    ) throws {
        try execute(
            """
            INSERT INTO person_note (person_id, enrolment_id, sealed, operation_id, since)
            VALUES (?, ?, ?, ?, ?)
            """,
            [
                person.key, enrolment, try sealer.seal(text, context: "note \(person.id)"),
                operation?.key, now,
            ])
    }
}

extension Reading {
    func note(of person: (key: Int64, id: Person.ID), enrolment: Int64?) throws -> String? {
        let statement = try db.cachedStatement(
            sql: "SELECT sealed FROM person_note WHERE person_id = ? AND enrolment_id IS ?")
        let sealed = try Data.fetchOne(statement, arguments: [person.key, enrolment])
        return try sealed.map { try sealer.open($0, context: "note \(person.id)") }
    }
}
