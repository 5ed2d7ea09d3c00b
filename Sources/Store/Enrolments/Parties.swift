package import Courses
internal import GRDB

extension Writing {
    /// Notes that people wait and are placed together, or are kept apart.
    ///
    /// - Parameter childcare: how many children they bring, 0 to 50.
    package func addParty(
        _ kind: PartyKind, of people: [Person.ID], childcare: Int
    ) throws {
        let id: Identifier<PartyKind> = entropy.identifier()
        let key = try insert(
            "INSERT INTO party (public_id, kind, childcare) VALUES (?, ?, ?)",
            [id, kind.rawValue, childcare])
        for person in people {
            try execute(
                "INSERT INTO party_member VALUES (?, ?)",
                [key, try reading.requireKey(person, in: .person)])
        }
    }
}
