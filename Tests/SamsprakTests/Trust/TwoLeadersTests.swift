import Foundation
import GRDB
import Testing

@Suite struct TwoLeadersTests {
    @Test func `the same batch sent three times has one effect`() async throws {
        let world = try await ServedWorld()
        defer { world.shell.remove() }
        let service = try Service(world.shell, "serve")
        let client = try world.client(service)
        var phone = Phone("phone")
        let batch = phone.batch(world.people, at: world.session)
        let replies = try (0..<3).map { _ in try client.acts(batch.text).json()["results"].list }
        #expect(replies[0].allSatisfy { $0["outcome"] == "accepted" && $0["version"] == 1 })
        #expect(replies[1].allSatisfy { $0["outcome"] == "repeated" && $0["version"] == 1 })
        #expect(replies[2] == replies[1])
        service.stop()
        try Database(world.shell).read { (db) throws in
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM act") == 4)
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM mark") == 4)
            #expect(try Int.fetchOne(db, sql: "SELECT max(version) FROM mark") == 1)
            #expect(
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM audit WHERE deed = 'recordAttendance'") == 1)
        }
    }

    @Test func `the same batch from many connections at once has one effect`() async throws {
        let world = try await ServedWorld()
        defer { world.shell.remove() }
        let service = try Service(world.shell, "serve")
        let client = try world.client(service)
        var phone = Phone("phone")
        let batch = phone.batch(world.people, at: world.session)
        let outcomes = try await withThrowingTaskGroup(of: [JSONValue].self) { group in
            for _ in 0..<12 {
                group.addTask {
                    try await besides {
                        try client.acts(batch.text).json()["results"].list.map { $0["outcome"] }
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(outcomes.count { $0 == "accepted" } == 4)
        #expect(outcomes.count { $0 == "repeated" } == 44)
        service.stop()
        try Database(world.shell).read { (db) throws in
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM act") == 4)
            #expect(try Int.fetchOne(db, sql: "SELECT max(version) FROM mark") == 1)
        }
    }

    @Test
    func `two leaders who mark one session at once lose nothing, and each difference is told`()
        async throws
    {
        let world = try await ServedWorld()
        defer { world.shell.remove() }
        _ = try world.shell.text(
            "user", "add", "layla", "--role", "leader", "--group", "Arabiska", "--password-file",
            "password")
        let service = try Service(world.shell, "serve")
        let anna = try world.client(service)
        let layla = try Client(service, user: "layla", password: ServedWorld.password)
        let (session, people) = (world.session, world.people)
        let mark = { @Sendable (device: String, client: Client) async throws -> [JSONValue] in
            try await besides {
                var phone = Phone(device)
                return try (0..<15).flatMap { _ in
                    try client.acts(phone.batch(people, at: session).text).json()["results"].list
                }
            }
        }
        async let first = mark("hers", anna)
        async let second = mark("hers too", layla)
        let results = try await first + second
        #expect(results.count == 120)
        let told = Dictionary(grouping: results) { $0["outcome"].text }.mapValues(\.count)
        #expect(Set(told.keys).isSubset(of: ["accepted", "needsReview", "merged"]))
        #expect(told["accepted", default: 0] > 0 && told["needsReview", default: 0] > 0)
        service.stop()
        try Database(world.shell).read { (db) throws in
            for (outcome, count) in told {
                #expect(
                    try Int.fetchOne(
                        db, sql: "SELECT count(*) FROM act WHERE outcome = ?", arguments: [outcome])
                        == count)
            }
            let doubled = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM mark WHERE version <> (
                        SELECT count(*) FROM act WHERE outcome = 'accepted'
                            AND act.session_id = mark.session_id
                            AND act.person_id = mark.person_id)
                    """)
            #expect(doubled == 0)
        }
        let register = try world.shell.json("attendance", "show", world.session)
        #expect(register["waiting"] == .number(told["needsReview"] ?? 0))
        #expect(try world.shell.json("doctor")["ok"] == true)
    }
}
