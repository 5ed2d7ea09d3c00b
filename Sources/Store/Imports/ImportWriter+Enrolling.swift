package import Courses
internal import GRDB

/// A round that an import enrols people in, and who is in it already.
package struct ImportRound: Sendable {
    package let round: Round
    let key: Int64
    /// By person, whether or not a step of it still holds.
    private(set) var enrolments: [Int64: Standing]
    /// Whether it has been noted that the import concerns this round.
    fileprivate var isNoted = false

    struct Standing: Sendable {
        let key: Int64
        let childcare: Int
        /// Steps that an undone operation wrote don't hold.
        let holds: Bool
    }

    /// The childcare places of somebody's enrolment; nil without one that holds.
    package func childcare(of person: PersonKey) -> Int? {
        enrolments[person.value].flatMap { $0.holds ? $0.childcare : nil }
    }

    func enrolment(of person: PersonKey) -> Int64? { enrolments[person.value]?.key }

    mutating func add(_ person: Int64, _ standing: Standing) {
        enrolments[person] = standing
    }
}

extension Reading {
    package func importRound(_ round: Round) throws -> ImportRound {
        let key = try requireKey(round.id, in: .round)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, person_id, childcare, EXISTS (
                    SELECT 1 FROM enrolment_step
                    WHERE enrolment_id = enrolment.id AND voided_by IS NULL) AS holds
                FROM enrolment WHERE round_id = ?
                """, arguments: [key])
        let standings = rows.map { row in
            let standing = ImportRound.Standing(
                key: row["id"], childcare: row["childcare"], holds: row["holds"])
            return (row["person_id"] as Int64, standing)
        }
        return ImportRound(
            round: round, key: key,
            enrolments: Dictionary(uniqueKeysWithValues: standings))
    }
}

extension ImportWriter {
    /// Enrols somebody who has no standing enrolment in the round.
    package func enrol(
        _ person: PersonKey, in round: inout ImportRound, on date: LocalDate, childcare: Int
    ) throws {
        let operation = try operation()
        if !round.isNoted {
            try writing.note(operation.key, in: round.key)
            round.isNoted = true
        }
        let enrolment: Int64
        if let standing = round.enrolments[person.value] {
            guard !standing.holds else { return }
            enrolment = standing.key
            _ = try self.operation(on: person, enrolment: enrolment)
        } else {
            let id: Enrolment.ID = writing.entropy.identifier()
            let statement = statements.insertEnrolment
            statement.bind(1, id.description)
            statement.bind(2, person.value)
            statement.bind(3, round.key)
            statement.bind(4, operation.key)
            try statement.run()
            enrolment = writing.db.lastInsertedRowID
            if let alias = person.alias {
                try writing.noteMoved(enrolment, in: round.key, from: alias)
            }
        }
        if childcare != round.enrolments[person.value]?.childcare ?? 0 {
            try writing.setChildcare(childcare, ofEnrolment: enrolment, operation)
        }
        statements.insertStep.bind(1, enrolment)
        statements.insertStep.bind(2, date)
        statements.insertStep.bind(3, operation.key)
        try statements.insertStep.run()
        round.add(
            person.value, .init(key: enrolment, childcare: childcare, holds: true))
    }
}
