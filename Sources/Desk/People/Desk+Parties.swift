package import Courses
internal import Store

extension Desk {
    /// Notes that people wait and are placed together, with the children they bring, or that
    /// they are kept apart.
    package func addParty(
        _ kind: PartyKind, of people: [Person.ID], childcare: Int = 0, as actor: Actor
    ) async throws {
        try await write { writing in
            try Policy.require(actor, .organise, on: .organisation, date: writing.today)
            try writing.addParty(kind, of: people, childcare: childcare)
            try writing.audit("addParty", "party", nil, by: actor, rows: people.count)
        }
    }
}
