import Glibc

/// What saves cost with all that is kept for figures, against the same saves by the same service
/// on a copy whose triggers were taken away, so that nothing is derived there.
struct KeptSavesBenchmark {
    private let workplace: Workplace

    init(_ workplace: Workplace) {
        self.workplace = workplace
    }

    func run() async throws -> [Comparison] {
        let world = try await World.make(workplace.path("kept.sqlite"), marks: 100_000)
        let leaders = try await Leader.appoint(16, in: world)
        try RowFile(world.path).run("PRAGMA wal_checkpoint(TRUNCATE)")
        let copy = try workplace.copy("kept.sqlite", to: "not-kept.sqlite")
        _ = try workplace.copy("kept.sqlite.key", to: "not-kept.sqlite.key")
        try dropTriggers(copy)
        let services = try [world.path, copy].map { try Service(workplace, database: $0) }
        defer { services.forEach { $0.stop() } }
        let clients = try services.map { service in
            try leaders.map { try SavingClient($0, port: service.port) }
        }
        let comparisons = [try latency(clients), try throughput(clients)]
        guard try kept(world.path) != kept(copy) else {
            throw BenchmarkError.notTheSame("nothing was derived")
        }
        return comparisons
    }

    private func dropTriggers(_ path: String) throws {
        let file = try RowFile(path)
        let names = try file.texts(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'kept~_%' ESCAPE '~'"
        )
        for name in names { try file.run("DROP TRIGGER \(name)") }
        try file.run("PRAGMA wal_checkpoint(TRUNCATE)")
    }

    private func kept(_ path: String) throws -> [String] {
        try RowFile(path).texts("SELECT hex(packed) FROM kept_sessions ORDER BY page")
    }

    /// In short turns, each time the other one first.
    private func latency(_ clients: [[SavingClient]]) throws -> Comparison {
        var times: [[Double]] = [[], []]
        for round in 0..<41 {
            for turn in 0..<2 {
                let side = (round + turn) % 2
                let own = try (0..<50).map { _ in
                    try SavesBenchmark.save(clients[side][0])
                }
                if round > 0 { times[side] += own }
            }
        }
        return Comparison(
            name: "save of 15 over HTTP with what is kept for figures, 1 client, median",
            unit: .milliseconds, measured: times[0].median, yardstick: times[1].median,
            against: "the same without it", target: .ratioAtMost(1.1))
    }

    private func throughput(_ clients: [[SavingClient]]) throws -> Comparison {
        var speeds: [[Double]] = [[], []]
        for round in 0..<11 {
            for turn in 0..<2 {
                let side = (round + turn) % 2
                let own = try SavesBenchmark.savesPerSecond(clients[side], seconds: 1)
                if round > 0 { speeds[side].append(own) }
            }
        }
        return Comparison(
            name: "saves of 15 over HTTP with what is kept for figures, 16 clients",
            unit: .perSecond, measured: speeds[0].median, yardstick: speeds[1].median,
            against: "the same without it", target: .ratioAtLeast(0.91))
    }
}
