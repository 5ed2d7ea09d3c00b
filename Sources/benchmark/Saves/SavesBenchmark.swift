import Glibc

/// Saves of a session of 15 over HTTP against the same rows straight in SQLite, both in WAL at
/// FULL on copies of one file; yardstick and service take turns, so that both see the same machine.
struct SavesBenchmark {
    private let workplace: Workplace
    private static let clients = 16

    init(_ workplace: Workplace) {
        self.workplace = workplace
    }

    func run() async throws -> [Comparison] {
        let world = try await World.make(workplace.path("saves.sqlite"), marks: 100_000)
        let leaders = try await Leader.appoint(Self.clients, in: world)
        try RowFile(world.path).run("PRAGMA wal_checkpoint(TRUNCATE)")
        let copy = try workplace.copy("saves.sqlite", to: "saves-yardstick.sqlite")
        let before = try RowFile(copy).number("SELECT count(*) FROM act")
        let yardstick = try SaveYardstick(copy, leaders)
        let service = try Service(workplace, database: world.path)
        defer { service.stop() }
        usleep(500_000)
        let idle = try service.memory().now
        let clients = try leaders.map { try SavingClient($0, port: service.port) }
        let latency = try latency(clients[0], yardstick)
        let throughput = try throughput(clients, yardstick)
        let memory = try service.memory()
        try checkStored(clients, world, before: before)
        return latency + [
            throughput,
            Comparison(
                name: "memory of the service, idle", unit: .megabytes, measured: idle,
                target: .below(80)),
            Comparison(
                name: "memory under 16 clients, at most", unit: .megabytes,
                measured: memory.peak, target: .below(80)),
        ]
    }

    /// What was acknowledged is there, and nothing else.
    private func checkStored(_ clients: [SavingClient], _ world: World, before: Int64) throws {
        let saves = clients.reduce(0) { $0 + $1.saved }
        let expected = before + Int64(saves * World.peopleInGroup)
        let found = try RowFile(world.path).number("SELECT count(*) FROM act")
        guard found == expected else {
            throw BenchmarkError.notTheSame("\(found) acts stored, \(expected) acknowledged")
        }
    }

    // MARK: One client

    private func latency(
        _ client: SavingClient, _ yardstick: SaveYardstick
    ) throws -> [Comparison] {
        var (measured, bare): ([Double], [Double]) = ([], [])
        for round in 0..<21 {
            let times = try (0..<100).map { _ in try Self.save(client) }
            let theirs = try (0..<100).map { _ in
                try milliseconds { try yardstick.run(for: 0) }
            }
            // The first turn of each only warms up.
            if round > 0 {
                measured += times
                bare += theirs
            }
        }
        let against = "one transaction in SQLite"
        return [
            Comparison(
                name: "save of 15 over HTTP, 1 client, median", unit: .milliseconds,
                measured: measured.median, yardstick: bare.median, against: against,
                target: .ratioAtMost(2.5)),
            Comparison(
                name: "save of 15 over HTTP, 1 client, 99th percentile", unit: .milliseconds,
                measured: measured.percentile(0.99), yardstick: bare.percentile(0.99),
                against: against),
            try oneByOne(client, yardstick, against: against),
        ]
    }

    /// Each save beside one of the yardstick's: the disk has rested as long before the one as before
    /// the other, and takes longer for both than where SQLite asks it all the time.
    private func oneByOne(
        _ client: SavingClient, _ yardstick: SaveYardstick, against: String
    ) throws -> Comparison {
        var (measured, bare): ([Double], [Double]) = ([], [])
        for _ in 0..<1000 {
            measured.append(try Self.save(client))
            bare.append(try milliseconds { try yardstick.run(for: 0) })
        }
        return Comparison(
            name: "the same, median, each beside one of SQLite's", unit: .milliseconds,
            measured: measured.median, yardstick: bare.median, against: against)
    }

    static func save(_ client: SavingClient) throws -> Double {
        let request = client.request()
        var answer: Connection.Answer?
        let time = try milliseconds { answer = try client.connection.answer(to: request) }
        if let answer { try client.check(answer) }
        return time
    }

    // MARK: Sixteen

    private func throughput(
        _ clients: [SavingClient], _ yardstick: SaveYardstick
    ) throws -> Comparison {
        var (measured, bare): ([Double], [Double]) = ([], [])
        for round in 0..<6 {
            let ours = try Self.savesPerSecond(clients, seconds: 2)
            let theirs = try savesPerSecond(yardstick, seconds: 1)
            if round > 0 {
                measured.append(ours)
                bare.append(theirs)
            }
        }
        return Comparison(
            name: "saves of 15 over HTTP, 16 clients", unit: .perSecond, measured: measured.median,
            yardstick: bare.median, against: "one transaction each in SQLite, one after the other",
            target: .ratioAtLeast(1))
    }

    private func savesPerSecond(_ yardstick: SaveYardstick, seconds: Double) throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        var count = 0
        while clock.now - start < .seconds(seconds) {
            try yardstick.run(for: count % Self.clients)
            count += 1
        }
        return Double(count) / ((clock.now - start) / .seconds(1))
    }

    /// Each client sends its next save when its last is answered; one thread serves them all.
    static func savesPerSecond(_ clients: [SavingClient], seconds: Double) throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        var count = 0.0
        var waiting = clients.map {
            pollfd(fd: $0.connection.descriptor, events: Int16(POLLIN), revents: 0)
        }
        for client in clients { try client.connection.send(client.request()) }
        var open = clients.count
        while open > 0 {
            guard poll(&waiting, nfds_t(waiting.count), 10_000) > 0 else {
                throw BenchmarkError.connectionFailed
            }
            for index in waiting.indices where waiting[index].revents != 0 {
                let client = clients[index]
                guard let answer = try client.connection.receive() else { continue }
                try client.check(answer)
                count += 1
                if clock.now - start < .seconds(seconds) {
                    try client.connection.send(client.request())
                } else {
                    open -= 1
                }
            }
        }
        return count / ((clock.now - start) / .seconds(1))
    }
}
