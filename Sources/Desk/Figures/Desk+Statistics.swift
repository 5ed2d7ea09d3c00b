package import Courses
package import Statistics
internal import Store

extension Desk {
    /// Participation figures of the rounds that are named, or of all.
    ///
    /// Live figures are for those inside the house who have been granted them.
    ///
    /// - Parameters:
    ///   - rounds: public ids or codes; empty for all.
    ///   - dimensions: each once; the order is that of the rows' keys.
    ///   - measures: what is asked for, nil for all; figures of others mean nothing.
    package func statistics(
        rounds: [String] = [], by dimensions: [Dimension], measures: Set<Measure>? = nil,
        as actor: Actor
    ) async throws -> FiguresTable {
        try await counted(rounds: rounds, as: actor) { facts, named, today in
            Figures.table(of: facts, rounds: named, by: dimensions, measures: measures, asOf: today)
        }
    }

    /// What is counted from the facts that the actor's right reaches; of which rounds, nil for
    /// all, and as of which day.
    func counted<Counts: Sendable>(
        rounds: [String], as actor: Actor,
        _ count: @escaping @Sendable (Facts, Set<Round.ID>?, LocalDate) -> Counts
    ) async throws -> Counts {
        let now = clock.now()
        let today = WallClock.date(now)
        return try await store.read { reading in
            let named = try rounds.map { try reading.round($0).id }
            let facts = try reading.facts(of: try Self.scope(named, actor, today), at: now)
            return count(facts, named.isEmpty ? nil : Set(named), today)
        }
    }

    /// As far as the actor's grants reach: everything, else their rounds, else their groups.
    private static func scope(
        _ named: [Round.ID], _ actor: Actor, _ today: LocalDate
    ) throws -> FactsScope {
        if Policy.allows(actor, .readFigures, on: .organisation, date: today) {
            return named.isEmpty ? .organisation : .rounds(Set(named))
        }
        let reach = actor.grants.filter {
            $0.isInForce(on: today) && $0.role.rights.contains(.readFigures)
        }.map(\.scope)
        let rounds = Set(reach.compactMap { if case .round(let id) = $0 { id } else { nil } })
        let groups = Set(reach.compactMap { if case .group(let id) = $0 { id } else { nil } })
        if !rounds.isEmpty, rounds.isSuperset(of: named) {
            return .rounds(named.isEmpty ? rounds : Set(named))
        }
        guard !groups.isEmpty else { throw NotAllowed(right: .readFigures) }
        return .groups(groups)
    }
}
