import Courses
import Desk
import Foundation

/// A list of 100,000 parents taken in, against SQLite's bare insert of the rows that were stored.
struct ImportBenchmark {
    private let workplace: Workplace
    private static let parents = 100_000

    init(_ workplace: Workplace) {
        self.workplace = workplace
    }

    func run() async throws -> [Comparison] {
        let bytes = ParentList.csv(Self.parents)
        var (measured, bare): ([Double], [Double]) = ([], [])
        for round in 0..<5 {
            let imported = workplace.path("import-\(round).sqlite")
            measured.append(try await takeIn(bytes, imported))
            let rows = try StoredRows(of: imported)
            let copy = workplace.path("import-bare-\(round).sqlite")
            bare.append(try rows.insert(into: copy))
            for path in [imported, copy] {
                for suffix in ["", "-wal", "-shm"] {
                    try? FileManager.default.removeItem(atPath: path + suffix)
                }
            }
        }
        return [
            Comparison(
                name: "import of 100,000 parents", unit: .milliseconds, measured: measured.median,
                yardstick: bare.median, against: "bare insert of the stored rows in SQLite",
                target: .ratioAtMost(3))
        ]
    }

    private func takeIn(_ bytes: [UInt8], _ path: String) async throws -> Double {
        let organisation = Organisation(code: "0000", name: "Benchmark", isDemo: false)
        let desk = try await Desk.create(
            DatabaseLocation(path: path), organisation: organisation, clock: .benchmark)
        let rules = CourseRules(sessions: 10, sessionMinutes: 120, completionThreshold: 7)
        try await desk.addProgramme(
            code: "parents", name: "Parents", rules: rules, as: .commandOperator)
        try await desk.addRound(
            of: "parents", code: "spring", name: "Spring",
            firstDay: WallClock.date(Clock.benchmark.now()), as: .commandOperator)
        var report: ImportReport?
        let time = try await milliseconds {
            report = try await desk.importParticipants(
                bytes, options: ImportOptions(round: "spring"), as: .commandOperator)
        }
        guard let report, report.accepted.count == Self.parents, report.rejected.isEmpty else {
            throw BenchmarkError.notTheSame(
                "import: \(report?.rejected.first.map { "\($0)" } ?? "refused")")
        }
        return time
    }
}
