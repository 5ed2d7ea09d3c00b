import Foundation
import GRDB
import Testing

@Suite struct BackupTests {
    @Test func `a backup taken under load holds everything that was answered before it began`()
        async throws
    {
        let world = try await ServedWorld()
        defer { world.shell.remove() }
        let service = try Service(world.shell, "serve")
        let client = try world.client(service)
        let ledger = Ledger()
        let (one, other) = (
            Sender("one", people: [world.people[0]], session: world.session, ledger: ledger),
            Sender("other", people: [world.people[1]], session: world.session, ledger: ledger)
        )
        async let first = besides { one.sending(100_000, to: client) }
        async let second = besides { other.sending(100_000, to: client) }
        try await ledger.wait(for: 100)
        let before = Set(ledger.ids)
        _ = try world.shell.json("backup", "copy.sqlite")
        let during = ledger.ids.count
        try await ledger.wait(for: during + 20)
        #expect(
            try world.shell.failure("restore", "copy.sqlite")
                == ["73", "conflict", "databaseInUse"])
        ledger.close()
        let senders = try await [first, second]
        service.stop()
        #expect(senders.allSatisfy { $0.refusals.isEmpty && $0.unanswered == nil })
        let all = Set(ledger.ids)
        #expect(try acts(world.shell, "samsprak.sqlite") == all)

        let restored = try world.shell.json("restore", "copy.sqlite")
        let back = try acts(world.shell, "samsprak.sqlite")
        #expect(back.isSuperset(of: before))
        #expect(back.isSubset(of: all) && back.count < all.count)
        #expect(try world.shell.json("doctor")["ok"] == true)
        #expect(try acts(world.shell, restored["earlier"].text) == all)
    }

    @Test func `a damaged backup is refused and the database stays`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        _ = try shell.json("backup", "copy.sqlite")
        let whole = Array(try Data(contentsOf: shell.folder.appending(path: "copy.sqlite")))
        let before = try state(shell)
        var damaged: [(String, [UInt8])] = [
            ("half", Array(whole.prefix(whole.count / 2))),
            ("half of its pages", Array(whole.prefix(whole.count / 8192 * 4096))),
            ("without its end", Array(whole.dropLast(7))),
            ("with more after its end", whole + [0]),
            ("without a page", Array(whole[..<8192] + whole[12_288...])),
        ]
        for place in stride(from: 20, to: whole.count, by: whole.count / 24) {
            var bytes = whole
            bytes[place] ^= 0x04
            damaged.append(("a bit at \(place)", bytes))
        }
        for (what, bytes) in damaged {
            try Data(bytes).write(to: shell.folder.appending(path: "damaged.sqlite"))
            let refusal = try shell.failure("restore", "damaged.sqlite")
            #expect(
                [
                    ["65", "invalid", "backupDamaged"], ["65", "invalid", "notADatabase"],
                    ["73", "conflict", "keyDoesNotFit"], ["73", "conflict", "newerVersion"],
                ].contains(refusal), "\(what): \(refusal)")
        }
        #expect(try state(shell) == before)
        _ = try shell.json("restore", "copy.sqlite")
        #expect(try shell.json("doctor")["ok"] == true)
    }

    @Test func `what is no backup is refused and the database stays`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        try shell.write("Förnamn;Språk\nAmina;ar\n", to: "text")
        try shell.write("", to: "empty")
        let other = try await SmallWorld.copy()
        defer { other.shell.remove() }
        let before = try state(shell)
        #expect(try shell.failure("restore", "text") == ["65", "invalid", "notADatabase"])
        #expect(try shell.failure("restore", "empty") == ["65", "invalid", "backupDamaged"])
        let queue = try DatabaseQueue(path: shell.folder.appending(path: "foreign").path)
        try await queue.write { try $0.execute(sql: "CREATE TABLE other (id)") }
        try queue.close()
        #expect(try shell.failure("restore", "foreign") == ["65", "invalid", "notADatabase"])
        #expect(try state(shell) == before)
    }

    @Test func `a backup of another key is refused and the database stays`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        _ = try shell.json(
            "init", "--template", "parent-support", "--user", "eva", "--municipality", "0114",
            "--password-file", passwords(shell), "--database", "other.sqlite")
        _ = try shell.json("backup", "copy.sqlite", "--database", "other.sqlite")
        let before = try state(shell)
        #expect(
            try shell.failure("restore", "copy.sqlite") == ["73", "conflict", "keyDoesNotFit"])
        #expect(try state(shell) == before)
    }

    @Test func `two restores within a minute each set aside what was there`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        _ = try world.shell.json("backup", "copy.sqlite")
        let aside = try (0..<3).map { _ in
            try world.shell.json("restore", "copy.sqlite")["earlier"].text
        }
        #expect(Set(aside).count == 3)
        for name in aside { #expect(try !acts(world.shell, name).contains("nothing")) }
    }

    private func passwords(_ shell: Shell) throws -> String {
        try shell.write("ett annat lösenord\n", to: "passwords")
        return "passwords"
    }

    /// The ids of the acts in a database, as devices write them but without hyphens.
    private func acts(_ shell: Shell, _ name: String) throws -> Set<String> {
        try Database(shell, name).read { (db) throws in
            let ids = try String.fetchAll(db, sql: "SELECT lower(hex(uuid)) FROM act")
            return Set(ids.map(Self.hyphenated))
        }
    }

    private static func hyphenated(_ digits: String) -> String {
        var rest = Substring(digits)
        return [8, 4, 4, 4, 12].map { length in
            defer { rest = rest.dropFirst(length) }
            return String(rest.prefix(length))
        }.joined(separator: "-")
    }

    /// What the database holds, and what lies beside it.
    private func state(_ shell: Shell) throws -> [String] {
        let files = try FileManager.default.contentsOfDirectory(atPath: shell.folder.path)
        let beside = files.filter { $0.hasPrefix("samsprak.sqlite.") }
        return [try Database(shell).dump()] + beside.sorted()
    }
}
