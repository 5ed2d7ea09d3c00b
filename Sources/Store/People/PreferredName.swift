import Courses
import FoundationEssentials
internal import GRDB

extension Writing {
    /// The parts of one script.
    func insertPreferredName(
        _ parts: [NamePart], _ script: String, of key: Int64, _ operation: OpenOperation?
    ) throws {
        for (position, part) in parts.enumerated() {
            try execute(
                "INSERT INTO preferred_name VALUES (?, ?, ?, ?, ?, ?)",
                [key, script, position, part.role.rawValue, part.text, operation?.key])
        }
    }

    func insertProtectedPreferredName(
        _ sealed: Data, of key: Int64, operation: Int64?
    ) throws {
        try execute(
            "INSERT INTO protected_preferred_name VALUES (?, ?, ?)", [key, sealed, operation])
    }

    /// Seals what lay open, as protection is switched on.
    func protectPreferredName(_ id: Person.ID, _ key: Int64) throws {
        let name = try reading.preferredName(key)
        guard !name.isEmpty else { return }
        let operation = try db.cachedStatement(
            sql: "SELECT max(operation_id) FROM preferred_name WHERE person_id = ?"
        ).fetchKey([key])
        try insertProtectedPreferredName(
            try sealer.seal(try name.sealedForm(), context: "preferred name \(id)"), of: key,
            operation: operation)
        try execute("DELETE FROM preferred_name WHERE person_id = ?", [key])
    }
}

extension Reading {
    /// Empty without one, and for somebody protected.
    func preferredName(_ key: Int64) throws -> PersonName {
        try name(in: "preferred_name", of: key)
    }
}
