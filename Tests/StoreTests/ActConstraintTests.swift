import Foundation
import GRDB
import Store
import Testing

/// What the schema itself refuses in the log of acts and in marks.
@Suite struct ActConstraintTests {
    private static func file() throws -> DatabaseQueue {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("samsprak-\(UUID().uuidString).sqlite").path
        _ = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static func insertAct(_ column: String, _ value: String) -> String {
        var values = [
            "uuid": "randomblob(16)", "device_id": "1", "sequence": "1", "happened_at": "1",
            "arrived_at": "1", "kind": "'mark'", "outcome": "'accepted'",
        ]
        values[column] = "'\(value)'"
        if column == "rule" { values["outcome"] = "'kept'" }
        if value == "kept" { values["rule"] = "'malformed'" }
        let sorted = values.sorted { $0.key < $1.key }
        return "INSERT INTO act (\(sorted.map(\.key).joined(separator: ", "))) "
            + "VALUES (\(sorted.map(\.value).joined(separator: ", ")))"
    }

    @Test(arguments: ["kind", "outcome", "rule", "thing", "value", "mode", "role"])
    func `a code that no act has is refused in each column`(column: String) throws {
        let file = try Self.file()
        #expect(throws: DatabaseError.self) {
            try file.write { try $0.execute(sql: Self.insertAct(column, "nonsense")) }
        }
    }

    @Test(arguments: [
        ("kind", "mark clear headcount person note sessionState signOff retract unknown"),
        ("outcome", "accepted merged needsReview kept"),
        (
            "rule",
            "notOnRoster calledOff signedOff notYet outsideRight unknownSession unknownPerson "
                + "malformed"
        ),
        ("thing", "mark headcount person note state signOff"),
        ("value", "present notified unnotified excused held notHeld signedOff"),
        ("mode", "onsite remote hybrid"), ("role", "member guest makeUp"),
    ]) func `each code that acts have is taken`(column: String, codes: String) throws {
        let file = try Self.file()
        for code in codes.split(separator: " ") {
            try file.write { try $0.execute(sql: Self.insertAct(column, String(code))) }
        }
        let found = try file.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM act") }
        #expect(found == codes.split(separator: " ").count)
    }

    @Test(arguments: [("value", "late"), ("mode", "phone"), ("role", "leader")])
    func `a code that no mark has is refused in each column`(
        column: String, value: String
    ) throws {
        let file = try Self.file()
        var values = ["value": "present", "mode": "onsite", "role": "member"]
        let insert = { (values: [String: String]) in
            """
            INSERT INTO mark (session_id, person_id, version, happened_at, act_id, value, mode, role)
            VALUES (1, 1, 1, 1, 1, '\(values["value"] ?? "")', '\(values["mode"] ?? "")',
                '\(values["role"] ?? "")')
            """
        }
        try file.write { try $0.execute(sql: insert(values)) }
        try file.write { try $0.execute(sql: "DELETE FROM mark") }
        values[column] = value
        #expect(throws: DatabaseError.self) {
            try file.write { try $0.execute(sql: insert(values)) }
        }
    }

    @Test(arguments: ["act", "mark"])
    func `writing a row builds no table on the way`(table: String) throws {
        let steps = try Self.file().read { db in
            try Row.fetchAll(db, sql: "EXPLAIN INSERT INTO \(table) SELECT * FROM \(table) LIMIT 1")
        }
        let opened = steps.filter { $0["opcode"] == "OpenEphemeral" }
        // One, for a statement that reads the table that it writes.
        #expect(opened.count == 1)
    }
}
