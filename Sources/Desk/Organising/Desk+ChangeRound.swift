package import Courses
import Store

extension Desk {
    package func roundToChange(_ reference: String, as actor: Actor) async throws -> Shown<Round> {
        let today = today
        return try await store.read { reading in
            let round = try reading.round(reference)
            try Policy.require(actor, .organise, on: .round(round.id), date: today)
            return Shown(round)
        }
    }

    /// Changes what a round is called and its first day, which ages are counted on.
    ///
    /// - Parameters:
    ///   - name: nil leaves it as it is, and so with the first day.
    /// - Throws: `OrganisingError.roundBegun` for another first day once a session has begun.
    @discardableResult
    package func changeRound(
        _ reference: String, name: String? = nil, firstDay: LocalDate? = nil,
        shown: ShownState? = nil, as actor: Actor
    ) async throws -> Shown<Round> {
        if let name { try Self.check(name: name) }
        return try await write { writing in
            let before = try writing.reading.round(reference)
            try Policy.require(actor, .organise, on: .round(before.id), date: writing.today)
            try Shown(before).check(shown)
            if let ended = before.endedOn { throw OrganisingError.roundEnded(ended) }
            if let firstDay, firstDay != before.firstDay,
                try writing.reading.hasBegun(before.id, at: writing.now)
            {
                throw OrganisingError.roundBegun
            }
            try writing.change(
                before.id, name: name ?? before.name, firstDay: firstDay ?? before.firstDay)
            try writing.audit("changeRound", "round", before.id.description, by: actor)
            return Shown(try writing.reading.round(before.id.description))
        }
    }
}
