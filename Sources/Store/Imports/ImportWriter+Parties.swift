import Courses
internal import GRDB

extension ImportWriter {
    /// Makes people who are in no party together one party; false when any of them is in one.
    package func join(_ people: [PersonKey], childcare: Int) throws -> Bool {
        for person in people where try isInParty(person) { return false }
        let operation = try operation()
        let id: Identifier<Party> = writing.entropy.identifier()
        let key = try writing.insert(
            """
            INSERT INTO party (public_id, kind, childcare, operation_id, noted_after)
            VALUES (?, 'together', ?, ?, ?)
            """, [id, childcare, operation.key, operation.key])
        for person in people {
            try writing.execute("INSERT INTO party_member VALUES (?, ?)", [key, person.value])
            if let alias = person.alias { try writing.noteMoved(party: key, from: alias) }
        }
        try writing.sealReasonsOfProtected()
        return true
    }

    /// Whether these are exactly the people of one party.
    package func areTogether(_ people: [PersonKey]) throws -> Bool {
        guard let first = people.first else { return false }
        let statement = try writing.db.cachedStatement(
            sql: """
                SELECT person_id FROM party_member WHERE party_id = (
                    SELECT party_id FROM party_member JOIN party ON party.id = party_id
                    WHERE person_id = ? AND kind = 'together' LIMIT 1)
                """)
        let members = try Int64.fetchSet(statement, arguments: [first.value])
        return Set(people.map(\.value)).isSubset(of: members)
    }

    private func isInParty(_ person: PersonKey) throws -> Bool {
        try writing.db.cachedStatement(
            sql: """
                SELECT 1 FROM party_member JOIN party ON party.id = party_id
                WHERE person_id = ? AND kind = 'together' LIMIT 1
                """
        ).fetchKey([person.value]) != nil
    }

    private enum Party {}
}
