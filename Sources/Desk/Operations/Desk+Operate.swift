package import Courses
import Store

extension Desk {
    /// Does what `body` does in one transaction, or only says what it would do.
    ///
    /// - Parameters:
    ///   - resource: what the actor must be allowed to organise.
    ///   - basis: the state that the actor was shown; nil does not ask.
    /// - Throws: `OperationError.roundChanged` when somebody has changed the round since.
    func operate(
        on resource: @escaping @Sendable (Reading) throws -> Resource, basis: RoundBasis?,
        dryRun: Bool, as actor: Actor,
        _ body: @escaping @Sendable (Writing) throws -> AppliedOperation
    ) async throws -> AppliedOperation {
        try await write(dryRun: dryRun) { writing in
            let reading = writing.reading
            let resource = try resource(reading)
            try Policy.require(actor, .organise, on: resource, date: writing.today)
            var shown: RoundBasis?
            if dryRun || basis != nil, let round = resource.roundID {
                shown = try reading.basis(of: round, on: writing.today)
                try Self.check(basis, is: shown, of: round, reading)
            }
            var applied = try body(writing)
            applied.basis = shown
            applied.names = try reading.names(of: applied.everybody)
            return applied
        }
    }

    private static func check(
        _ basis: RoundBasis?, is shown: RoundBasis?, of round: Round.ID, _ reading: Reading
    ) throws {
        guard let basis, basis.digest != shown?.digest else { return }
        let since = try reading.operations(in: round, since: basis.lastOperation)
        throw OperationError.roundChanged(since: since.map(\.id))
    }
}

extension Resource {
    fileprivate var roundID: Round.ID? {
        switch self {
        case .organisation: nil
        case .round(let round), .group(_, let round), .session(_, _, let round): round
        }
    }
}

extension AppliedOperation {
    fileprivate var everybody: [Person.ID] {
        let clashing = clashes.compactMap { clash in
            if case .person(let person) = clash.over { person } else { nil }
        }
        return people + sessions.flatMap { $0.leaving + $0.joining } + clashing + withoutRight
    }
}

extension Desk {
    /// The state of a round as it would be shown now.
    package func basis(of round: String, as actor: Actor) async throws -> RoundBasis {
        let today = today
        return try await store.read { reading in
            let id = try reading.round(round).id
            try Policy.require(actor, .readPeople, on: .round(id), date: today)
            return try reading.basis(of: id, on: today)
        }
    }
}
