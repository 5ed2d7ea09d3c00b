import ArgumentParser
import Foundation

/// Measures the product against yardsticks in the same run: absolute times say more of the
/// machine, ratios are what lasts.
@main
struct BenchmarkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark",
        abstract: "Measure against SQLite, ICU and HiGHS in the same run, and print the ratios.",
        discussion: """
            Build with -c release, together with samsprak: saves and start-up are measured on the \
            command that lies beside this one. For balance beside HiGHS, first: python3 -m venv \
            .venv && .venv/bin/pip install highspy numpy.
            """)

    enum Part: String, CaseIterable, ExpressibleByArgument {
        case saves, kept, imports, figures, sorting, search, start, balance
    }

    @Argument(help: "What to measure; everything unless named.") var parts: [Part] = []
    @Option(help: "Write the ratios as JSON into this file.") var json: String?
    @Option(help: "Write the ratios as a Markdown table into this file.") var markdown: String?
    @Option(help: "Where the databases are made; they are removed afterwards.")
    var folder = NSTemporaryDirectory()
    @Flag(help: "Fail when a ratio misses its target.") var check = false

    func run() async throws {
        let workplace = try Workplace(in: folder)
        defer { workplace.remove() }
        var report = Report()
        for part in Part.allCases where parts.isEmpty || parts.contains(part) {
            FileHandle.standardError.write(Data("\(part.rawValue) …\n".utf8))
            report.comparisons += try await measure(part, workplace)
        }
        print(report.table)
        if let json { try report.json.write(to: URL(fileURLWithPath: json)) }
        if let markdown {
            try Data(report.markdown.utf8).write(to: URL(fileURLWithPath: markdown))
        }
        if check, report.comparisons.contains(where: { !$0.meetsTarget }) {
            throw ExitCode(1)
        }
    }

    private func measure(_ part: Part, _ workplace: Workplace) async throws -> [Comparison] {
        switch part {
        case .saves: try await SavesBenchmark(workplace).run()
        case .kept: try await KeptSavesBenchmark(workplace).run()
        case .imports: try await ImportBenchmark(workplace).run()
        case .figures: try await FiguresBenchmark(workplace).run()
        case .sorting: try SortingBenchmark().run()
        case .search: try await SearchBenchmark().run()
        case .start: try StartBenchmark(workplace).run()
        case .balance: try BalanceBenchmark(workplace).run()
        }
    }
}
