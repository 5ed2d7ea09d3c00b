package import Courses
import Store

extension Desk {
    /// Does what `body` does in one transaction, or only says what it would do.
    ///
    /// - Parameters:
    ///   - resource: what the actor must be allowed to organise.
    ///   - rounds: what it concerns; nil is the resource's own round.
    ///   - basis: the state that the actor was shown; nil does not ask.
    /// - Throws: `OperationError.roundChanged` when somebody has changed the round since, or
    ///   something elsewhere so that there are other clashes.
    func operate(
        on resource: @escaping @Sendable (Reading) throws -> Resource,
        concerning rounds: (@Sendable (Reading) throws -> [Round.ID])? = nil,
        basis: RoundBasis?, dryRun: Bool, as actor: Actor,
        _ body: @escaping @Sendable (Writing) throws -> AppliedOperation
    ) async throws -> AppliedOperation {
        try await write(dryRun: dryRun) { writing in
            let reading = writing.reading
            let resource = try resource(reading)
            try Policy.require(actor, .organise, on: resource, date: writing.today)
            var shown: RoundBasis?
            if dryRun || basis != nil {
                let rounds = try rounds?(reading) ?? [resource.roundID].compactMap(\.self)
                shown = try reading.basis(of: rounds, at: writing.now)
                try Self.check(basis, is: shown, of: rounds, reading)
            }
            var applied = try body(writing)
            applied.basis = shown?.with(clashes: applied.clashes)
            if let known = basis?.clashes, known != applied.basis?.clashes {
                throw OperationError.roundChanged(since: [])
            }
            applied.names = try reading.names(of: applied.everybody)
            return applied
        }
    }

    private static func check(
        _ basis: RoundBasis?, is shown: RoundBasis?, of rounds: [Round.ID], _ reading: Reading
    ) throws {
        guard let basis, basis.digest != shown?.digest else { return }
        let since =
            try rounds
            .flatMap { try reading.operations(in: $0, since: basis.lastOperation) }
            .sorted { $0.at < $1.at }
        throw OperationError.roundChanged(since: since.map(\.id).onceEach)
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
        let now = clock.now()
        return try await store.read { reading in
            let id = try reading.round(round).id
            try Policy.require(
                actor, .readPeople, on: .round(id), date: WallClock.date(now))
            return try reading.basis(of: id, at: now)
        }
    }
}
