import Courses
import GRDB
import Store
import Testing

/// Schema 8 on a database that the schemas before it have made.
@Suite struct Migration8Tests {
    private static func earlier() throws -> String {
        try EarlierDatabase.make(before: 8) { db in
            try db.execute(
                sql: """
                    INSERT INTO operation (public_id, kind, effective_on, at)
                        VALUES ('0000000000001', 'importPeople', '2020-01-06', 0);
                    """)
        }
    }

    private func freeze(_ store: Store) async throws -> FrozenReport {
        try await store.write(at: Instant(milliseconds: 9)) { writing in
            try writing.freeze(
                FrozenReport.Parameters(kind: .county, rounds: [], dimensions: ["round"]),
                ruleVersion: 1, countedAt: Instant(milliseconds: 9),
                content: Array("round\ntotal\n".utf8), restates: nil, by: .commandOperator)
        }
    }

    @Test func `a file of before takes frozen reports, and says how far its log had come`()
        async throws
    {
        let store = try Store(
            path: Self.earlier(), sealer: Sealer(key: Array(repeating: 1, count: 32)))
        #expect(try await store.read { try $0.health() }.allSatisfy { $0.faults == 0 })
        let report = try await freeze(store)
        #expect(report.bound == LogBound(act: 0, operation: 1))
        #expect(report.isIntact)
        #expect(try await store.read { try $0.reports() } == [report])
        #expect(try await store.read { try $0.damagedReports() } == 0)
    }

    @Test(arguments: [
        "UPDATE report SET content = x'00'", "UPDATE report SET hash = zeroblob(32)",
        "DELETE FROM report",
    ])
    func `the database itself lets nobody change a report`(_ sql: String) async throws {
        let path = try Self.earlier()
        let store = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        let report = try await freeze(store)
        let queue = try DatabaseQueue(path: path)
        await #expect(throws: DatabaseError.self) {
            try await queue.write { try $0.execute(sql: sql) }
        }
        #expect(try await store.read { try $0.reports() } == [report])
    }

    @Test func `a report that was changed in the file is found`() async throws {
        let path = try Self.earlier()
        let store = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        let report = try await freeze(store)
        try await DatabaseQueue(path: path).write { db in
            try db.execute(
                sql: "DROP TRIGGER report_stands; UPDATE report SET content = x'00'")
        }
        #expect(try await store.read { try $0.report(report.id) }.isIntact == false)
        #expect(try await store.read { try $0.damagedReports() } == 1)
    }
}
