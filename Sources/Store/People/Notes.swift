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
    /// Whatever was noted of all who have become the person; of an enrolment, with what was noted
    /// of those in the same round that gave way to it.
    func note(of person: (key: Int64, id: Person.ID), enrolment: Int64?) throws -> String? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT sealed, public_id FROM person_note JOIN person ON person.id = person_id
                WHERE (person.id = ?1 OR merged_into = ?1) AND (enrolment_id IS ?2
                    OR enrolment_id IN (
                        SELECT aside.id FROM enrolment AS standing JOIN enrolment AS aside
                            ON aside.round_id = standing.round_id
                            JOIN person AS other ON other.id = aside.person_id
                        WHERE standing.id = ?2 AND other.merged_into = ?1))
                ORDER BY person.id <> ?1, person_note.id
                """)
        let notes = try Row.fetchAll(statement, arguments: [person.key, enrolment]).map { row in
            let owner: Person.ID = row["public_id"]
            return try sealer.open(row["sealed"], context: "note \(owner)")
        }
        return notes.isEmpty ? nil : notes.joined(separator: "\n")
    }
}
