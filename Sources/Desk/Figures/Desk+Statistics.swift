package import Courses
package import Statistics
internal import Store

extension Desk {
    /// Participation figures of what the filter leaves.
    ///
    /// Live figures are for those inside the house who have been granted them.
    ///
    /// - Parameters:
    ///   - filter: values by their codes, or as people call them.
    ///   - dimensions: each once; the order is that of the rows' keys.
    ///   - measures: what is asked for, nil for all; figures of others mean nothing.
    /// - Throws: `FiguresFilterError` for a value that there is not.
    package func statistics(
        filter: FiguresFilter = FiguresFilter(), by dimensions: [Dimension],
        measures: Set<Measure>? = nil, as actor: Actor
    ) async throws -> FiguresTable {
        try await counted(filter, as: actor) { $0.table(by: dimensions, measures: measures) }
    }

    /// Several tables of the same, counted from the same moment.
    package func statistics(
        filter: FiguresFilter, each breakdowns: [[Dimension]], as actor: Actor
    ) async throws -> [FiguresTable] {
        try await counted(filter, as: actor) { reach in breakdowns.map { reach.table(by: $0) } }
    }

    /// - Parameter rounds: public ids or codes; empty for all.
    package func statistics(
        rounds: [String], by dimensions: [Dimension], measures: Set<Measure>? = nil,
        as actor: Actor
    ) async throws -> FiguresTable {
        try await statistics(
            filter: FiguresFilter([.round: rounds]), by: dimensions, measures: measures,
            as: actor)
    }

    /// Figures beside those of the term before, as far as the actor may read both.
    package func comparison(
        filter: FiguresFilter = FiguresFilter(), each breakdowns: [[Dimension]], as actor: Actor
    ) async throws -> [FiguresComparison] {
        try await counted(filter, isComparing: true, as: actor) { reach in
            breakdowns.map { dimensions in
                FiguresComparison(
                    of: reach.facts, rounds: reach.rounds, readable: reach.readable,
                    filter: reach.filter, by: dimensions, asOf: reach.today)
            }
        }
    }

    /// What figures can be narrowed to; nobody's data.
    package func figuresChoices(as actor: Actor) async throws -> FiguresChoices {
        try await readPlan(as: actor) { try FiguresChoices($0) }
    }

    /// What is counted from the facts that the actor's right reaches.
    ///
    /// - Parameter isComparing: facts are of all rounds that the actor may read.
    package func counted<Counts: Sendable>(
        _ filter: FiguresFilter, isComparing: Bool = false, as actor: Actor,
        _ count: @escaping @Sendable (FiguresReach) throws -> Counts
    ) async throws -> Counts {
        let now = clock.now()
        return try await store.read { reading in
            try count(
                try FiguresReach(reading, filter, isComparing: isComparing, actor, at: now))
        }
    }
}

/// Facts, and which of them somebody asked for and may read.
package struct FiguresReach: Sendable {
    package let facts: Facts
    /// Nil for all.
    package let rounds: Set<Round.ID>?
    /// Of all that could be asked for; nil for all.
    package let readable: Set<Round.ID>?
    /// By codes, and no wider than the right.
    package let filter: FiguresFilter
    package let today: LocalDate
    /// Beside `facts.people`; empty unless they were asked for.
    let people: [Person.ID]
    /// Beside `facts.sessions`; empty unless people were asked for.
    let sessions: [Session.ID]

    /// Those that alone may be told of; nil for all.
    package var groups: Set<Group.ID>? {
        filter[.group].isEmpty ? nil : Set(filter[.group].compactMap { Group.ID($0) })
    }

    package func table(
        by dimensions: [Dimension], measures: Set<Measure>? = nil
    ) -> FiguresTable {
        Figures.table(
            of: facts, rounds: rounds, filter: filter, by: dimensions, measures: measures,
            asOf: today)
    }
}

extension FiguresReach {
    /// As far as the actor's grants reach: everything, else their rounds, else their groups.
    ///
    /// Facts hold besides those rounds the others in which somebody made up for a session of
    /// theirs, so that all is counted alike whoever asks.
    init(
        _ reading: Reading, _ asked: FiguresFilter, isComparing: Bool, isNaming: Bool = false,
        _ actor: Actor, at moment: Instant
    ) throws {
        today = WallClock.date(moment)
        try Policy.requireAnywhere(actor, .readFigures, date: today)
        let choices = asked.isEmpty ? nil : try FiguresChoices(reading)
        var filter = try choices?.resolved(asked) ?? asked
        var rounds = choices?.rounds(passing: filter)
        var readable: Set<Round.ID>?
        if !Policy.allows(actor, .readFigures, on: .organisation, date: today) {
            let own = try Self.own(actor, today)
            let named = filter[.round].isEmpty ? nil : rounds
            if !own.rounds.isEmpty, named.map(own.rounds.isSuperset) ?? true {
                rounds = own.rounds.intersection(rounds ?? own.rounds)
                readable = own.rounds
            } else {
                guard !own.groups.isEmpty else { throw NotAllowed(right: .readFigures) }
                let groups = try reading.groups().filter { own.groups.contains($0.id) }
                let within = Set(groups.map(\.round))
                rounds = within.intersection(rounds ?? within)
                readable = within
                let codes = groups.map(\.id.description)
                filter[.group] =
                    filter[.group].isEmpty ? codes : filter[.group].filter(codes.contains)
                guard !filter[.group].isEmpty else { throw NotAllowed(right: .readFigures) }
            }
            // What is told of is what is counted: never all rounds over some of them.
            let counted = rounds ?? []
            let told = try reading.rounds().filter { counted.contains($0.id) }.map(\.code)
            if !told.isEmpty { filter[.round] = told }
        }
        self.rounds = rounds
        self.readable = readable
        self.filter = filter
        let scope = try Self.scope(isComparing ? readable : rounds, reading)
        guard isNaming else {
            facts = try reading.facts(of: scope, at: moment)
            (people, sessions) = ([], [])
            return
        }
        let named = try reading.namedFacts(of: scope, at: moment)
        (facts, people, sessions) = (named.facts, named.people, named.sessions)
    }

    static func scope(_ rounds: Set<Round.ID>?, _ reading: Reading) throws -> FactsScope {
        guard let rounds else { return .organisation }
        return .rounds(try rounds.union(reading.rounds(helping: rounds)))
    }

    private static func own(
        _ actor: Actor, _ today: LocalDate
    ) throws -> (rounds: Set<Round.ID>, groups: Set<Group.ID>) {
        let reach = actor.grants.filter {
            $0.isInForce(on: today) && $0.role.rights.contains(.readFigures)
        }.map(\.scope)
        return (
            Set(reach.compactMap { if case .round(let id) = $0 { id } else { nil } }),
            Set(reach.compactMap { if case .group(let id) = $0 { id } else { nil } })
        )
    }
}

extension FiguresChoices {
    /// Nil where the filter says nothing of rounds.
    func rounds(passing filter: FiguresFilter) -> Set<Round.ID>? {
        let told: [Dimension] = [.round, .programme, .term]
        guard told.contains(where: { !filter[$0].isEmpty }) else { return nil }
        func passes(_ dimension: Dimension, _ code: String?) -> Bool {
            filter[dimension].isEmpty || code.map(filter[dimension].contains) ?? false
        }
        return Set(
            rounds.filter { round in
                passes(.round, round.code)
                    && passes(.programme, programmes.first { $0.id == round.programme }?.code)
                    && passes(.term, Term(of: round.firstDay).description)
            }.map(\.id))
    }
}
