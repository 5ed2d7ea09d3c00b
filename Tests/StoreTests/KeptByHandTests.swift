import Courses
import Foundation
import GRDB
import Store
import Testing

/// What somebody did to the rows by hand stops nobody, and is kept for figures as it stands.
@Suite struct KeptByHandTests {
    /// A date that the schema lets in and no calendar has, and what stood there.
    static let unreadable: [(String, Int, String, String)] = [
        ("session", 2, "local_date", "2020-01-14"),
        ("enrolment_step", 5, "effective_on", "2020-01-02"),
        ("placement", 1, "starts_on", "2020-01-07"),
    ]

    @Test(arguments: unreadable)
    func `a row that can't be read stops figures, no saves, and is counted until it is mended`(
        _ table: String, _ key: Int, _ column: String, _ was: String
    ) async throws {
        let world = try KeptWorld()
        try await world.save()
        try world.write("UPDATE \(table) SET \(column) = '0000-01-01' WHERE id = \(key)")
        try world.write("UPDATE person SET gender = 'man' WHERE id = 301")
        try await world.save()
        try await world.save()
        #expect(try world.count("SELECT count(*) FROM kept_stale") == 1)
        await #expect(throws: StoreError.damaged(table: table)) { try await world.facts() }
        #expect(try await world.faults() == 1)
        #expect(try await world.reopened().read { try $0.keptFaults() } == 1)
        #expect(try await world.rebuild() == 1)
        try world.write("UPDATE \(table) SET \(column) = '\(was)' WHERE id = \(key)")
        try await world.save()
        #expect(try world.count("SELECT count(*) FROM kept_stale") == 0)
        #expect(try await world.faults() == 0)
        let (told, found) = try await world.bothFacts()
        #expect(found == told)
        #expect(found.people.map(\.gender) == [.woman, .man, .unknown, .man])
    }

    /// Of what depends on them, which stays.
    static let orphaning = [
        "DELETE FROM enrolment WHERE id = 1",
        "DELETE FROM enrolment WHERE id = 200",
        "DELETE FROM enrolment WHERE id = 201",
        "DELETE FROM enrolment",
        "DELETE FROM person WHERE id = 1",
        "DELETE FROM person WHERE id = 300",
        "DELETE FROM session WHERE id = 2",
        "DELETE FROM placement WHERE id = 2",
    ]

    @Test(arguments: orphaning)
    func `what was left behind by a row that is gone belongs to nobody else`(
        _ deletion: String
    ) async throws {
        let world = try KeptWorld()
        try await world.save()
        try world.writeFreely(deletion)
        let (told, found) = try await world.bothFacts()
        #expect(found == told)
        #expect(try await world.faults() > 0)
        #expect(try await world.reopened().read { try $0.keptFaults() } == 0)
        try await world.save()
        #expect(try await world.facts() == told)
        #expect(try await world.rebuild() == 0)
        #expect(try await world.facts() == told)
    }

    @Test func `of a damaged page nobody is taken for somebody else`() async throws {
        let world = try KeptWorld()
        try world.writeFreely("DELETE FROM person WHERE id = 2")
        try await world.save()
        let (told, _) = try await world.bothFacts()
        // The page names the one who is gone, and breaks off.
        try world.write("UPDATE kept_people SET packed = x'02000200FF' WHERE page = 0")
        #expect(try await world.facts() == told)
        #expect(try await world.faults() == 1)
    }

    /// On the page of the first session, beside a plan that stays: two people so far apart that no
    /// key is that of the second.
    @Test func `people beyond all keys stop no save, which mends the page`() async throws {
        let world = try KeptWorld()
        try await world.save()
        let farther = "FFFFFFFFFFFFFFFF7F000100"
        try world.write(
            """
            UPDATE kept_sessions SET packed = CAST(x'0201' || x'00' || x'0A00280000000000000000'
                || x'02' || x'\(farther)' || x'\(farther)' AS BLOB)
            """)
        #expect(try await world.faults() > 0)
        try world.write("UPDATE session SET mode = 'remote' WHERE id = 1")
        try await world.save()
        #expect(try await world.faults() == 0)
    }

    @Test(arguments: [0, -5])
    func `a person with a key that none is given stops nothing`(_ key: Int) async throws {
        let world = try KeptWorld()
        try world.write(
            """
            INSERT INTO person (id, public_id, gender, created_at)
            VALUES (\(key), '0000000000048', 'woman', 0);
            INSERT INTO mark (session_id, person_id, version, value, mode, role, happened_at, act_id)
            VALUES (1, \(key), 1, 'present', 'onsite', 'guest', 0, 1);
            """)
        try await world.save()
        #expect(try await world.facts().marks.count == (key == 0 ? 6 : 5))
        try world.write("UPDATE mark SET value = 'excused' WHERE session_id = 2")
        try await world.save()
        #expect(try await world.faults() == 0)
    }

    @Test func `what is stale and differs is one fault`() async throws {
        let world = try KeptWorld()
        try await world.save()
        try world.write("UPDATE session SET mode = 'hybrid' WHERE id = 1")
        try world.write(
            "UPDATE mark SET value = 'excused', late_minutes = NULL WHERE session_id = 1")
        try world.write("UPDATE person SET gender = 'woman' WHERE id = 2")
        #expect(try await world.faults() == 2)
    }

    @Test(arguments: [
        "INSERT INTO session_word VALUES (2, 'note', 1, NULL, 1)",
        "INSERT INTO act (id, uuid, device_id, sequence, happened_at, arrived_at, kind, outcome, "
            + "session_id, thing, person_id, base, version, value, mode, role) "
            + "VALUES (3, x'00000000000000000000000000000003', 1, 3, 0, 0, 'mark', 'merged', 2, "
            + "'mark', 1, 0, 1, 'present', 'onsite', 'member')",
    ])
    func `what figures don't depend on notes nothing`(_ change: String) async throws {
        let world = try KeptWorld()
        try await world.save()
        let before = try await world.facts()
        try world.write(change)
        #expect(try world.count("SELECT count(*) FROM kept_stale") == 0)
        #expect(try await world.faults() == 0)
        #expect(try await world.facts() == before)
    }

    @Test func `a schema file's name is its place among the migrations`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Store/Schema")
        let names = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "sql" }.map(\.lastPathComponent).sorted()
        let inOrder = names.indices.map { index in
            let digits = String(index + 1)
            return String(repeating: "0", count: 4 - digits.count) + digits + ".sql"
        }
        #expect(names == inOrder)
        let list = try String(contentsOf: folder.appending(path: "embed.c"), encoding: .utf8)
        let lines = list.split(separator: "\n").map(String.init)
        let embedded = lines.filter { $0.hasPrefix("#embed") }
        #expect(embedded == inOrder.map { "#embed \"\($0)\"" })
        let declared = lines.filter { $0.hasPrefix("static const unsigned char version_") }
        #expect(
            declared
                == names.indices.map { "static const unsigned char version_\($0 + 1)[] = {" })
        let listed = lines.filter { $0.hasPrefix("    {\"") }
        #expect(
            listed
                == inOrder.enumerated().map { index, name in
                    let version = "version_\(index + 1)"
                    return "    {\"\(name)\", \(version), sizeof \(version)},"
                })
    }
}
