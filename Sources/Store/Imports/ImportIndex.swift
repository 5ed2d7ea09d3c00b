package import Courses
import FoundationEssentials
internal import GRDB

/// Somebody in the database, as long as one transaction lasts.
package struct PersonKey: Hashable, Sendable {
    let value: Int64
    /// By whom they were found, where that is somebody who has become them; the same person all
    /// the same.
    private(set) var alias: Int64?

    init(value: Int64) {
        self.value = value
    }

    /// Whoever the person of a row is now.
    init(value: Int64, of row: Int64) {
        self.value = value
        alias = row == value ? nil : row
    }

    package static func == (one: PersonKey, other: PersonKey) -> Bool { one.value == other.value }

    package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

/// All by which the rows of a file can be recognised, loaded at once: asking for each row would
/// cost as much as writing it.
package struct ImportIndex: Sendable {
    package var byIdentifier: [Fingerprint: PersonKey] = [:]
    package var byExternalID: [String: PersonKey] = [:]
    package var byContent: [Fingerprint: PersonKey] = [:]
}

extension Reading {
    package func importIndex() throws -> ImportIndex {
        var index = ImportIndex()
        index.byIdentifier = try fingerprints("SELECT blind_index, \(Self.owner) FROM identifier")
        index.byContent = try fingerprints("SELECT digest, \(Self.owner) FROM import_row")
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT external_id, coalesce(merged_into, id), id FROM person
                WHERE external_id IS NOT NULL
                """)
        while let row = try rows.next() {
            index.byExternalID[row[0]] = PersonKey(value: row[1], of: row[2])
        }
        return index
    }

    /// Whoever the person of a row is now, and whose it is.
    private static let owner = """
        (SELECT coalesce(merged_into, id) FROM person WHERE person.id = person_id), person_id
        """

    private func fingerprints(_ sql: String) throws -> [Fingerprint: PersonKey] {
        var found: [Fingerprint: PersonKey] = [:]
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            guard let fingerprint = Fingerprint(row[0]) else {
                throw StoreError.damaged(table: "identifier")
            }
            found[fingerprint] = PersonKey(value: row[1], of: row[2])
        }
        return found
    }
}

extension Sealer {
    /// By which an identity number is recognised.
    package func fingerprint(ofIdentifier number: String) -> Fingerprint? {
        Fingerprint(blindIndex(number, kind: "identifier"))
    }

    /// By which a row is recognised that has neither an external id nor an identity number.
    ///
    /// - Parameter occurrence: 1 for the first row of this content in a file.
    package func fingerprint(ofContent content: String, occurrence: Int) -> Fingerprint? {
        Fingerprint(blindIndex("\(occurrence) \(content)", kind: "import row"))
    }

    /// The ids of people whom a file brings: the same for the same file, so that a rehearsal
    /// says what the import will say, and not to be guessed without the key.
    ///
    /// - Parameter attempt: above 0 where an earlier one's id is taken.
    package func personID(row: Int, of file: Fingerprint, attempt: Int = 0) -> Person.ID {
        let words = [file.words.first, file.words.second, UInt64(row), UInt64(attempt)]
        let text = words.map { String($0, radix: 36) }.joined(separator: " ")
        let digest = Fingerprint(blindIndex(text, kind: "import person"))
        return Identifier(bits: digest?.words.first ?? 0)
    }

    package func fingerprint(ofFile bytes: [UInt8]) -> Fingerprint? {
        Fingerprint(blindIndex(bytes, kind: "import file"))
    }
}
