import Courses
import Desk
import Localisation
import Store
import Testing

/// A desk with two rounds, to which files are given; it is 6 January 2020.
struct ImportDesk {
    let world: TestWorld
    var desk: Desk { world.desk }

    init() async throws {
        world = try await TestWorld()
        _ = try await world.desk.addRound(
            of: "parent-support", code: "2020-autumn", name: "Hösten 2020",
            firstDay: day("2020-09-01"), as: .commandOperator)
    }

    @discardableResult
    func take(
        _ text: String, round: String? = nil, map: [String: String] = [:], dryRun: Bool = false
    ) async throws -> ImportReport {
        try await take(bytes: Array(text.utf8), round: round, map: map, dryRun: dryRun)
    }

    @discardableResult
    func take(
        bytes: [UInt8], round: String? = nil, encoding: TextEncoding? = nil,
        map: [String: String] = [:], dryRun: Bool = false
    ) async throws -> ImportReport {
        try await desk.importParticipants(
            bytes,
            options: ImportOptions(
                round: round, encoding: encoding, map: ColumnMap(map), dryRun: dryRun),
            as: world.office)
    }

    func people(in round: String? = nil) async throws -> [Person] {
        try await desk.people(in: round, as: world.office)
    }

    func names() async throws -> [String] {
        try await people().map(\.name.primary)
    }
}

/// What a row was told, in short: `3 Språk languageUnknown`.
func told(_ report: ImportReport) -> [String] {
    report.rejected.map { "\($0.line) \($0.column ?? "–") \($0.reason)" }
}

/// What became of the rows: `2 new enrolled`.
func became(_ report: ImportReport) -> [String] {
    report.accepted.map { row in
        (["\(row.line)", row.outcome.rawValue] + (row.enrolled ? ["enrolled"] : [])
            + row.differences.map(\.column.rawValue)).joined(separator: " ")
    }
}
