package import Courses

/// One of the rows that a number counts; what it is about, by position in the facts.
package struct CountedRow: Sendable, Equatable {
    package var person = Facts.none
    package var session = Facts.none
    package var round = Facts.none
    /// The groups under which it counts, each once; none for somebody who waits.
    package var groups: [Int32] = []
    /// What was said of the person at the session; nil where nothing was.
    package var mark: MarkFact?
    package var headcount: HeadcountFact?
    /// What it adds to the number.
    package var amount = 1
    /// Of a rate: it counts in the numerator, too.
    package var isInNumerator = false
    /// Days that somebody has waited, or waited until they got a place.
    package var days: Int?
}

/// The rows behind a number of a table, to be looked at one by one.
///
/// Their sum is the number. Rows are made from the same sieve, rosters, places and tallies as the
/// census, beside it: it counts without naming anybody, and has no time to remember whom.
package struct CountedRows: Sendable, Equatable {
    package let rows: [CountedRow]

    /// Of a rate the denominator.
    package var sum: Int { rows.reduce(0) { $0 + $1.amount } }

    /// Of a rate.
    package var numerator: Int { rows.count { $0.isInNumerator } }
}

extension CountedRows {
    /// Nil where the number has no meaning in what is asked for.
    ///
    /// - Parameters:
    ///   - rounds: nil means all.
    ///   - filter: narrowed to the number's row; of a total, as the table's.
    ///   - isRow: of a row and not of the total; what names no session has no row.
    package init?(
        behind number: CountedNumber, of facts: Facts, rounds: Set<Round.ID>? = nil,
        filter: FiguresFilter = FiguresFilter(), isRow: Bool = false,
        bands: AgeBands = .standard, asOf: LocalDate
    ) {
        guard number.hasMeaning(in: filter) else { return nil }
        let listing = Listing(
            facts, Sieve(facts, rounds: rounds, filter, bands), asOf: asOf, isRow: isRow)
        rows = listing.rows(behind: number)
    }
}

extension CountedNumber {
    /// Whether what is narrowed leaves it a meaning.
    package func hasMeaning(in filter: FiguresFilter) -> Bool {
        let figures = Figures(gapsFor: DimensionSet(filter.dimensions))
        // A rate is missing where nothing is counted, never for what it is narrowed to.
        return measure == .attendanceRate || figures[measure] != .gap
    }
}
