package import Courses

extension Figures {
    /// Counts everything, broken down by any dimensions in any order.
    ///
    /// - Parameters:
    ///   - rounds: nil means all.
    ///   - filter: what else is asked for.
    ///   - dimensions: each counts once, where it is named first.
    ///   - measures: nil means all; of others nothing is said, whatever their figures are.
    ///   - asOf: rounds ended and people withdrawn later have not yet.
    package static func table(
        of facts: Facts, rounds: Set<Round.ID>? = nil, filter: FiguresFilter = FiguresFilter(),
        by dimensions: [Dimension], measures: Set<Measure>? = nil, bands: AgeBands = .standard,
        asOf: LocalDate
    ) -> FiguresTable {
        var order: [Dimension] = []
        for dimension in dimensions where !order.contains(dimension) { order.append(dimension) }
        var census = Census(
            facts, CensusParts(measures), Sieve(facts, rounds: rounds, filter, bands),
            RowKeys(facts, DimensionSet(order), bands), asOf: Int32(asOf.dayNumber))
        census.take()
        return FiguresTable(
            asOf: asOf, filter: filter, dimensions: order,
            rows: order.isEmpty ? [] : census.rows(by: order), total: census.total)
    }
}
