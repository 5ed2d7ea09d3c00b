import Courses
import GRDB
import Store
import Testing

/// Sessions are kept in pages, sixteen each; a page follows whatever any of its sessions follows
/// from.
@Suite struct KeptPagesTests {
    /// Sessions 1 to 70 on five pages, three of them undone, most with three marks: of members, on
    /// the roster or not, and of guests.
    static func world() async throws -> KeptWorld {
        let world = try KeptWorld()
        try world.write(many)
        try await world.save()
        return world
    }

    private static let many = """
        WITH RECURSIVE more (id) AS (SELECT 5 UNION ALL SELECT id + 1 FROM more WHERE id < 70)
        INSERT INTO session (id, public_id, round_id, local_date, starts_at, ends_at, mode,
            recording, operation_id)
        SELECT id, printf('%013d', 100000 + id), 1, date('2020-01-28', id || ' days'), 1050, 1170,
            'onsite', 'both', 1 FROM more;
        INSERT INTO session_group SELECT id, 1 + id % 2, id FROM session WHERE id > 4;
        INSERT INTO mark (session_id, person_id, version, value, mode, role, happened_at, act_id)
        SELECT session.id, person.id, 1, 'present', 'onsite',
            CASE WHEN (session.id + person.id) % 5 > 0 THEN 'member' ELSE 'guest' END, 0, 1
        FROM session JOIN person WHERE session.id > 4 AND person.id < 301;
        UPDATE session SET voided_by = 2 WHERE id IN (20, 21, 47);
        """

    /// The facts are what the rows say, at once and after the next save, when all is kept.
    private static func expectKept(_ world: KeptWorld) async throws {
        let (told, found) = try await world.bothFacts()
        #expect(found == told)
        try await world.save()
        #expect(try world.count("SELECT count(*) FROM kept_stale") == 0)
        #expect(try await world.facts() == told)
        #expect(try await world.faults() == 0)
        let pages = try world.count(
            "SELECT count(DISTINCT id >> 4) FROM session WHERE voided_by IS NULL")
        #expect(try world.count("SELECT count(*) FROM kept_sessions") == pages)
    }

    private static let session =
        "INSERT INTO session SELECT new, printf('%013d', 200000 + new), round_id, local_date, "
        + "starts_at, ends_at, mode, recording, state, operation_id, NULL FROM session, "

    static let changes = [
        // Several of a page, and of its neighbours.
        "UPDATE mark SET value = 'excused', late_minutes = NULL WHERE session_id BETWEEN 5 AND 12",
        "UPDATE session SET mode = 'remote' WHERE id BETWEEN 14 AND 17; "
            + "DELETE FROM mark WHERE session_id IN (15, 16, 31, 32)",
        "UPDATE session SET mode = 'remote' WHERE id % 3 = 0; "
            + "UPDATE mark SET role = 'guest' WHERE session_id % 2 = 0 AND role = 'member'",
        // The first of a page and the last, the last of all, and one beside a gap.
        "UPDATE session SET voided_by = 2 WHERE id = 16",
        "UPDATE session SET voided_by = 2 WHERE id = 31",
        "UPDATE session SET voided_by = 2 WHERE id = 70",
        "UPDATE session SET mode = 'remote' WHERE id = 19",
        "UPDATE mark SET left_early_minutes = 200 WHERE session_id IN (16, 22, 31)",
        "UPDATE mark SET left_early_minutes = 20 WHERE session_id IN (1, 15, 32, 46, 70)",
        "DELETE FROM mark WHERE session_id = 16",
        // Gaps are filled, and come.
        "UPDATE session SET voided_by = NULL WHERE id = 20",
        "UPDATE session SET voided_by = NULL",
        "UPDATE session SET voided_by = 2 WHERE id % 2 = 1",
        // Pages go, and come.
        "UPDATE session SET voided_by = 2 WHERE id BETWEEN 32 AND 47",
        "UPDATE session SET voided_by = 2",
        session + "(SELECT 79 AS new UNION ALL SELECT 80 UNION ALL SELECT 95) WHERE id = 70",
        session + "(SELECT 1000 AS new) WHERE id = 70",
        "DELETE FROM mark WHERE session_id = 32; DELETE FROM session_group WHERE session_id = 32; "
            + "DELETE FROM session WHERE id = 32",
        "DELETE FROM kept_sessions WHERE page IN (0, 3, 4)",
        "DELETE FROM kept_sessions; UPDATE mark SET value = 'excused', late_minutes = NULL "
            + "WHERE value IS NOT NULL",
    ]

    @Test(arguments: changes)
    func `whatever changes on a page, all of it is as the rows say`(
        _ change: String
    ) async throws {
        let world = try await Self.world()
        try await Self.expectKept(world)
        try world.write(change)
        try await Self.expectKept(world)
        #expect(try await world.rebuild() == 0)
    }

    @Test func `marks of a session that was undone bring it back on no page`() async throws {
        let world = try await Self.world()
        let before = try await world.facts()
        try world.write("DELETE FROM mark WHERE session_id IN (20, 47)")
        try await Self.expectKept(world)
        #expect(try await world.facts() == before)
    }

    /// Changes drawn at random, the same each time.
    @Test(arguments: 1...8)
    func `after any changes in any order all is as the rows say`(_ seed: UInt64) async throws {
        var random = SmallRandom(state: seed)
        let world = try await Self.world()
        for _ in 0..<12 {
            let changes = (0..<(1 + random.below(5))).map { _ in Self.change(&random) }
            try world.write(changes.joined(separator: ";"))
            if random.below(4) == 0 { try world.write(Self.damage(&random)) }
            try await Self.expectKept(world)
        }
        #expect(try await world.rebuild() == 0)
    }

    private static func change(_ random: inout SmallRandom) -> String {
        let (one, width) = (1 + random.below(70), random.below(6))
        let some = "BETWEEN \(one) AND \(one + width)"
        return [
            "UPDATE mark SET value = 'excused', late_minutes = NULL, left_early_minutes = NULL "
                + "WHERE session_id \(some) AND value IS NOT NULL",
            "UPDATE mark SET value = 'present', late_minutes = \(1 + random.below(300)) "
                + "WHERE session_id \(some) AND value IS NOT NULL",
            "DELETE FROM mark WHERE session_id \(some) AND person_id = \(1 + random.below(2))",
            "INSERT OR IGNORE INTO mark (session_id, person_id, version, value, mode, role, "
                + "happened_at, act_id) SELECT id, 301, 1, 'present', 'onsite', 'guest', 0, 1 "
                + "FROM session WHERE id \(some)",
            "UPDATE session SET mode = 'hybrid', ends_at = 1171 + \(random.below(99)) "
                + "WHERE id \(some)",
            "UPDATE session SET voided_by = 2 WHERE id \(some)",
            "UPDATE session SET voided_by = NULL WHERE id \(some)",
            "UPDATE person SET gender = 'man' WHERE id = 1",
        ][random.below(8)]
    }

    /// Of pages on which something is to be derived as well.
    private static func damage(_ random: inout SmallRandom) -> String {
        let page = random.below(5)
        let damaged = [
            "substr(packed, 1, length(packed) - 1)", "CAST(packed || x'00' AS BLOB)", "x''",
            "CAST(x'01' || substr(packed, 2) AS BLOB)",
        ][random.below(4)]
        return """
            UPDATE kept_sessions SET packed = \(damaged) WHERE page = \(page);
            UPDATE session SET state = state WHERE id = \(page * 16 + 5)
            """
    }

    @Test(arguments: [
        "substr(packed, 1, length(packed) - 1)", "substr(packed, 1, 40)", "x''", "x'FF'",
        "CAST(x'01' || substr(packed, 2) AS BLOB)", "CAST(packed || x'07' AS BLOB)",
        // A session under the key of one before it.
        "CAST(packed || substr(packed, 2) AS BLOB)",
    ])
    func `a damaged page into which something comes is derived whole`(
        _ damaged: String
    ) async throws {
        let world = try await Self.world()
        try world.write("UPDATE kept_sessions SET packed = \(damaged) WHERE page = 1")
        try world.write("UPDATE mark SET value = 'excused' WHERE session_id = 18")
        try await Self.expectKept(world)
    }

    @Test func `a page that was taken away by hand leaves all its sessions noted`() async throws {
        let world = try await Self.world()
        let before = try await world.facts()
        try world.write("DELETE FROM kept_sessions WHERE page = 1")
        #expect(
            try world.count("SELECT count(*) FROM kept_stale WHERE kind = 1 AND key >> 4 = 1") == 14
        )
        #expect(try world.count("SELECT count(*) FROM kept_stale") == 14)
        #expect(try await world.faults() == 14)
        #expect(try await world.facts() == before)
    }

    /// What was done, and how many sessions or pages it concerns.
    static let counted = [
        ("UPDATE kept_sessions SET packed = x'' WHERE page = 1", 14),
        ("UPDATE kept_sessions SET packed = CAST(packed || x'00' AS BLOB) WHERE page = 1", 14),
        (
            "UPDATE kept_sessions SET packed = (SELECT packed FROM kept_sessions WHERE page = 1) "
                + "WHERE page = 2", 16
        ),
        ("UPDATE kept_sessions SET page = 77 WHERE page = 2", 30),
        ("INSERT INTO kept_sessions SELECT 77, packed FROM kept_sessions WHERE page = 0", 15),
        ("INSERT INTO kept_sessions VALUES (77, x'')", 1),
        ("INSERT INTO kept_sessions VALUES (77, x'02')", 1),
        // The same number in two bytes.
        (
            "UPDATE kept_sessions SET packed = CAST(x'020F8100' || substr(packed, 4) AS BLOB) "
                + "WHERE page = 0", 1
        ),
        // What is noted and differs is one.
        (
            "UPDATE kept_sessions SET packed = x'' WHERE page = 1; "
                + "UPDATE session SET mode = 'remote' WHERE id IN (18, 19); "
                + "UPDATE mark SET value = 'excused' WHERE session_id IN (18, 33)", 15
        ),
    ]

    @Test(arguments: counted)
    func `each session that is kept otherwise than its rows say is one fault`(
        _ change: String, _ faults: Int
    ) async throws {
        let world = try await Self.world()
        try world.write(change)
        #expect(try await world.faults() == faults)
        #expect(try await world.rebuild() == faults)
        try await Self.expectKept(world)
    }

    /// With the page as it is, gone, and damaged.
    @Test(arguments: [
        "UPDATE session SET mode = 'remote' WHERE id = 19",
        "DELETE FROM kept_sessions WHERE page = 1",
        "UPDATE kept_sessions SET packed = x'01FF' WHERE page = 1; "
            + "UPDATE session SET mode = 'remote' WHERE id = 19",
        "UPDATE session SET voided_by = 2 WHERE id <> 18",
        "UPDATE mark SET value = 'excused' WHERE session_id = 18",
    ])
    func `a session that can't be read stands on no page, and keeps no other from it`(
        _ change: String
    ) async throws {
        let world = try await Self.world()
        try world.write("UPDATE session SET local_date = '0000-01-01' WHERE id = 18")
        try await world.save()
        try world.write(change)
        for _ in 0..<2 {
            try await world.save()
            #expect(try world.count("SELECT count(*) FROM kept_stale") == 1)
            #expect(try world.count("SELECT key FROM kept_stale") == 18)
            #expect(try await world.faults() == 1)
            await #expect(throws: StoreError.damaged(table: "session")) {
                try await world.facts()
            }
        }
        #expect(try await world.rebuild() == 1)
        try world.write("UPDATE session SET local_date = '2020-02-15' WHERE id = 18")
        try await Self.expectKept(world)
    }
}

/// Numbers that are the same each time.
private struct SmallRandom {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
