package import Courses

/// Figures beside those of the term before, of the same programmes.
///
/// Groups and months have no counterpart in another term; a round's is its programme's rounds of
/// the term before. What several programmes are counted in is compared only where each of them had
/// a term before, so that a new one is not told as growth of the others.
package struct FiguresComparison: Sendable, Equatable {
    package let table: FiguresTable
    /// One for each row of the table; nil where nothing is comparable.
    package let before: [Figures?]
    package let totalBefore: Figures?
    /// The term of all the rounds that the total is about; nil where they are of several.
    package let term: Term?
    /// The codes of the programmes for which the total can't be compared, where others could be.
    package let unmatched: [String]

    package init(
        table: FiguresTable, before: [Figures?], totalBefore: Figures?, term: Term?,
        unmatched: [String] = []
    ) {
        self.table = table
        self.before = before
        self.totalBefore = totalBefore
        self.term = term
        self.unmatched = unmatched
    }
}

extension FiguresComparison {
    /// - Parameters:
    ///   - facts: of the terms before too.
    ///   - rounds: that are asked for; nil means all.
    ///   - readable: that may be compared with; nil means all.
    package init(
        of facts: Facts, rounds: Set<Round.ID>? = nil, readable: Set<Round.ID>? = nil,
        filter: FiguresFilter = FiguresFilter(), by dimensions: [Dimension], asOf: LocalDate
    ) {
        table = Figures.table(of: facts, rounds: rounds, filter: filter, by: dimensions, asOf: asOf)
        let sieve = Sieve(facts, rounds: rounds, filter, .standard)
        let asked = facts.rounds.indices.filter { sieve.rounds[$0] }.map { facts.rounds[$0] }
        var past = Past(facts: facts, readable: readable, filter: filter, asOf: asOf)
        let terms = Set(asked.map { Term(of: $0.firstDay) })
        term = terms.count == 1 ? terms.first : nil
        let programmes = Set(asked.map(\.programme))
        totalBefore = term.flatMap { past.figures([], before: $0, of: programmes, in: []) }
        unmatched = term.map { past.unmatched(programmes, before: $0) } ?? []
        before = table.rows.map { [term] row in
            past.figures(like: row.key, term: term, asked)
        }
    }
}

/// Tables of terms gone by, each counted once.
private struct Past {
    let facts: Facts
    let readable: Set<Round.ID>?
    let filter: FiguresFilter
    let asOf: LocalDate
    private var tables: [Asked: FiguresTable?] = [:]

    init(facts: Facts, readable: Set<Round.ID>?, filter: FiguresFilter, asOf: LocalDate) {
        self.facts = facts
        self.readable = readable
        self.filter = filter
        self.asOf = asOf
    }

    private struct Asked: Hashable {
        let term: Term
        let programmes: Set<String>
        let dimensions: [Dimension]
    }

    /// What stands in a term where the key stands in the one after.
    mutating func figures(
        like key: [DimensionValue], term: Term?, _ rounds: [RoundFact]
    ) -> Figures? {
        var (term, programmes) = (term, Set<String>())
        for value in key {
            switch value {
            case .group, .month: return nil
            case .term(let own): term = own
            case .round(let id, _):
                guard let round = rounds.first(where: { $0.id == id }) else { return nil }
                term = Term(of: round.firstDay)
                programmes = [round.programme]
            case .programme(let code): programmes = [code]
            default: break
            }
        }
        guard let term else { return nil }
        if programmes.isEmpty {
            programmes = Set(
                rounds.filter { Term(of: $0.firstDay) == term }.map(\.programme))
        }
        let rest = key.filter { $0.dimension != .round && $0.dimension != .term }
        return figures(rest, before: term, of: programmes, in: rest.map(\.dimension))
    }

    mutating func figures(
        _ key: [DimensionValue], before term: Term, of programmes: Set<String>,
        in dimensions: [Dimension]
    ) -> Figures? {
        let asked = Asked(term: term.before, programmes: programmes, dimensions: dimensions)
        guard let table = table(asked) else { return nil }
        guard !dimensions.isEmpty else { return table.total }
        return table.rows.first { $0.key == key }?.figures
            ?? Figures(gapsFor: DimensionSet(dimensions + table.filter.dimensions))
    }

    /// Nil where no such round can be compared with.
    private mutating func table(_ asked: Asked) -> FiguresTable? {
        if let known = tables[asked] { return known }
        let found = count(asked)
        tables[asked] = .some(found)
        return found
    }

    private func count(_ asked: Asked) -> FiguresTable? {
        var filter = filter
        guard isComparable else { return nil }
        filter[.round] = []
        filter[.term] = []
        filter[.programme] = []
        let rounds = rounds(of: asked.programmes, in: asked.term)
        guard !rounds.isEmpty, Set(rounds.map(\.programme)) == asked.programmes else { return nil }
        return Figures.table(
            of: facts, rounds: Set(rounds.map(\.id)), filter: filter, by: asked.dimensions,
            asOf: asOf)
    }

    private var isComparable: Bool { filter[.group].isEmpty && filter[.month].isEmpty }

    private func rounds(of programmes: Set<String>, in term: Term) -> [RoundFact] {
        facts.rounds.filter { round in
            Term(of: round.firstDay) == term && programmes.contains(round.programme)
                && readable?.contains(round.id) ?? true
        }
    }

    /// Those of which the term before had none, in order; none where it had none of any.
    func unmatched(_ programmes: Set<String>, before term: Term) -> [String] {
        guard isComparable else { return [] }
        let known = Set(rounds(of: programmes, in: term.before).map(\.programme))
        return known.isEmpty ? [] : programmes.subtracting(known).sorted()
    }
}
