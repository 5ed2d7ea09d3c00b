package import Courses
internal import GRDB

extension Writing {
    /// Notes that people wait and are placed together, or are kept apart.
    ///
    /// - Parameter childcare: how many children they bring, 0 to 50.
    package func addParty(
        _ kind: PartyKind, of people: [Person.ID], childcare: Int,
        operation: OpenOperation? = nil
    ) throws {
        let id: Identifier<PartyKind> = entropy.identifier()
        let key = try insert(
            """
            INSERT INTO party (public_id, kind, childcare, operation_id, noted_after)
            VALUES (?, ?, ?, ?, (SELECT max(id) FROM operation))
            """, [id, kind.rawValue, childcare, operation?.key])
        for person in try reading.standing(people) {
            try execute(
                "INSERT INTO party_member VALUES (?, ?)",
                [key, try reading.requireKey(person, in: .person)])
        }
        // What was written of the others may speak of somebody protected among them.
        try sealReasonsOfProtected()
    }
}

extension Reading {
    /// The parties of those who are, or were, enrolled in a round; their other members too.
    package func parties(in round: Round.ID) throws -> Parties {
        try parties(
            where: """
                person_id IN (SELECT person_id FROM enrolment
                    WHERE round_id = (SELECT id FROM round WHERE public_id = ?))
                """, [round])
    }

    /// All that have ever been noted.
    func parties() throws -> Parties { try parties(where: "1", []) }

    /// Those of them that had been noted when an operation was done.
    package func parties(
        in round: Round.ID, knownTo operation: OperationID
    ) throws -> Parties {
        let later = try partiesNoted(since: operation)
        return Parties(try parties(in: round).all.filter { !later.contains($0.id) })
    }

    /// Those of them that have been noted since an operation was done.
    package func parties(
        in round: Round.ID, notedSince operation: OperationID
    ) throws -> Parties {
        let later = try partiesNoted(since: operation)
        return Parties(try parties(in: round).all.filter { later.contains($0.id) })
    }

    private func partiesNoted(since operation: OperationID) throws -> Set<Party.ID> {
        try Party.ID.fetchSet(
            db,
            sql: """
                SELECT public_id FROM party
                WHERE noted_after >= (SELECT id FROM operation WHERE public_id = ?)
                """, arguments: [operation])
    }

    private func parties(
        where condition: String, _ arguments: StatementArguments
    ) throws -> Parties {
        let statement = try db.cachedStatement(
            sql: """
                SELECT party.public_id, kind, childcare, person.public_id AS person
                FROM party JOIN party_member ON party_id = party.id
                    JOIN person ON person.id = person_id
                WHERE party.id IN (SELECT party_id FROM party_member WHERE \(condition))
                ORDER BY party.id, person.id
                """)
        var all: [Party] = []
        for row in try Row.fetchAll(statement, arguments: arguments) {
            guard let kind = PartyKind(rawValue: row["kind"]) else {
                throw StoreError.damaged(table: "party")
            }
            let id: Party.ID = row["public_id"]
            let earlier = all.last?.id == id ? all.removeLast().members : []
            all.append(
                Party(
                    id: id, kind: kind, members: earlier + [row["person"]],
                    childcare: row["childcare"]))
        }
        return Parties(all)
    }
}
