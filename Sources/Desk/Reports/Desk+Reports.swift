package import Courses
package import Localisation
package import Statistics

extension Desk {
    /// The standard table for the county, of what the filter leaves.
    ///
    /// - Throws: `FiguresFilterError.notForCounty` for what would leave columns without meaning.
    package func countyTable(
        filter: FiguresFilter = FiguresFilter(), as actor: Actor
    ) async throws -> CountyTable {
        try Self.checkCounty(filter)
        return try await counted(filter, as: actor) { reach in
            CountyTable(
                of: reach.facts, rounds: reach.rounds, filter: reach.filter, asOf: reach.today)
        }
    }

    package func countyReport(
        filter: FiguresFilter = FiguresFilter(), as actor: Actor, _ localiser: Localiser
    ) async throws -> Report {
        let table = try await countyTable(filter: filter, as: actor)
        return table.report(try await figuresChoices(as: actor).names, localiser)
    }

    /// - Parameter rounds: public ids or codes; empty for all.
    package func countyReport(
        rounds: [String], as actor: Actor, _ localiser: Localiser
    ) async throws -> Report {
        try await countyReport(filter: FiguresFilter([.round: rounds]), as: actor, localiser)
    }

    /// Figures that the actor has asked for, with all measures.
    package func report(
        of table: FiguresTable, as actor: Actor, _ localiser: Localiser
    ) async throws -> Report {
        table.report(try await figuresChoices(as: actor).names, localiser)
    }

    static func checkCounty(_ filter: FiguresFilter) throws(FiguresFilterError) {
        for dimension in filter.dimensions where !CountyTable.narrowing.contains(dimension) {
            throw .notForCounty(dimension)
        }
    }
}
