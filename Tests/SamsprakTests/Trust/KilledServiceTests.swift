import Foundation
import GRDB
import Testing

/// Fact 4, with a process that really dies.
@Suite struct KilledServiceTests {
    @Test
    func `a service killed between and amid sends loses nothing it answered and doubles nothing`()
        async throws
    {
        let world = try await ServedWorld()
        defer { world.shell.remove() }
        let ledger = Ledger()
        var senders = [("first", 0..<2), ("second", 2..<4)].map { device, people in
            Sender(
                device, people: Array(world.people[people]), session: world.session,
                ledger: ledger)
        }
        for round in 0..<10 {
            let service = try Service(world.shell, "serve")
            let client = try world.client(service)
            let isAmid = round.isMultiple(of: 2)
            // Between sends: when both have had their answers. Amid: while both go on sending.
            let count = isAmid ? 10_000 : 5
            let (one, other) = (senders[0], senders[1])
            async let first = besides { one.sending(count, to: client) }
            async let second = besides { other.sending(count, to: client) }
            if isAmid {
                // After some answers, at another moment of a send each time.
                try await ledger.wait(for: ledger.ids.count + 20)
                try await Task.sleep(for: .microseconds(700 * round))
                service.kill()
            }
            senders = try await [first, second]
            service.kill()
            #expect(senders.allSatisfy { isAmid == ($0.unanswered != nil) })
        }
        let service = try Service(world.shell, "serve")
        let client = try world.client(service)
        senders = try senders.map { try $0.sending(0, to: client).repeating(to: client) }
        service.stop()
        try check(senders, in: world)
        #expect(try world.shell.json("doctor")["ok"] == true)
    }

    private func check(_ senders: [Sender], in world: ServedWorld) throws {
        let answered = senders.flatMap(\.answered)
        #expect(answered.count > 100)
        #expect(senders.allSatisfy { $0.unanswered == nil && $0.refusals.isEmpty })
        #expect(senders.allSatisfy { $0.repeated > 0 })
        try Database(world.shell).read { (db) throws in
            let log = try Row.fetchAll(
                db, sql: "SELECT lower(hex(uuid)) AS uuid, outcome FROM act ORDER BY uuid")
            let ids = answered.map { $0.replacing("-", with: "") }
            #expect(log.map { $0["uuid"] as String } == ids.sorted())
            #expect(log.allSatisfy { $0["outcome"] == "accepted" })
            let counts = try Row.fetchAll(
                db,
                sql: """
                    SELECT mark.version, count(act.id) AS acts, max(act.sequence) AS last,
                        (SELECT sequence FROM act WHERE id = mark.act_id) AS standing
                    FROM mark JOIN act USING (session_id, person_id)
                    GROUP BY session_id, person_id
                    """)
            #expect(counts.count == 4)
            for row in counts {
                #expect(row["version"] == row["acts"] as Int)
                #expect(row["standing"] == row["last"] as Int)
            }
        }
    }
}
