package import Courses
package import Localisation
package import Statistics

extension Desk {
    /// The standard table for the county, of the rounds that are named, or of all.
    ///
    /// - Parameter rounds: public ids or codes; empty for all.
    package func countyTable(
        rounds: [String] = [], as actor: Actor
    ) async throws -> CountyTable {
        try await counted(rounds: rounds, as: actor) { facts, named, today in
            CountyTable(of: facts, rounds: named, asOf: today)
        }
    }

    package func countyReport(
        rounds: [String] = [], as actor: Actor, _ localiser: Localiser
    ) async throws -> Report {
        let table = try await countyTable(rounds: rounds, as: actor)
        let known = try await self.rounds(as: actor)
        return table.report(
            rounds: Self.codes(of: rounds, known), roundNames: Self.names(known), localiser)
    }

    /// Figures that the actor has asked for, with all measures.
    package func report(
        of table: FiguresTable, rounds: [String], as actor: Actor, _ localiser: Localiser
    ) async throws -> Report {
        let known = try await self.rounds(as: actor)
        return table.report(
            rounds: Self.codes(of: rounds, known), roundNames: Self.names(known), localiser)
    }

    private static func names(_ rounds: [Round]) -> [String: String] {
        Dictionary(rounds.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    private static func codes(of references: [String], _ rounds: [Round]) -> [String] {
        references.map { reference in
            rounds.first { $0.id.description == reference }?.code ?? reference
        }
    }
}
