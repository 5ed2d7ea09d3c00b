import Courses
import Foundation
import GRDB
import Store
import Testing

/// What of a database nobody may find lying open: opened here with its key.
struct Secrets {
    let numbers: [String]
    let contacts: [String]
    /// Of protected people: whole names, and those parts that nobody else has.
    let names: [String]
    let protected: [String]

    init(_ shell: Shell, _ name: String) throws {
        let file = shell.folder.appending(path: name + ".key")
        let digits = try String(contentsOf: file, encoding: .utf8).prefix(64)
        let key = stride(from: 0, to: 64, by: 2).compactMap {
            UInt8(digits.dropFirst($0).prefix(2), radix: 16)
        }
        let sealer = try Sealer(key: key)
        let rows = try Database(shell, name).read { (db) throws in
            (
                numbers: try Self.open(db, sealer, "identifier", context: "'identifier '"),
                contacts: try Self.open(
                    db, sealer, "contact", context: "'contact ' || kind || ' '"),
                names: try Self.open(db, sealer, "protected_name", context: "'name '"),
                protected: try String.fetchAll(
                    db,
                    sql: """
                        SELECT public_id FROM person JOIN protected_name ON person_id = id
                        """),
                shown: try String.fetchSet(db, sql: "SELECT text FROM person_name")
            )
        }
        numbers = rows.numbers
        contacts = rows.contacts
        protected = rows.protected
        names = try rows.names.flatMap { sealed in
            let name = try JSONDecoder().decode(PersonName.self, from: Data(sealed.utf8))
            let scripts = [name.native, name.latin].map { $0.map(\.text) }.filter { !$0.isEmpty }
            let own = scripts.joined().filter { !rows.shown.contains($0) && $0.count > 2 }
            return scripts.map { $0.joined(separator: " ") } + own
        }
    }

    private static func open(
        _ db: GRDB.Database, _ sealer: Sealer, _ table: String, context: String
    ) throws -> [String] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT sealed, \(context) || public_id AS context
                FROM "\(table)" JOIN person ON person.id = person_id
                """
        ).map { try sealer.open($0["sealed"], context: $0["context"]) }
    }

    /// In every writing that people use.
    var all: [String] {
        names
            + numbers.flatMap { number in
                let (date, last) = (number.prefix(8), number.suffix(4))
                return [
                    number, "\(date)-\(last)", "\(date.dropFirst(2))-\(last)",
                    String(number.dropFirst(2)),
                ]
            }
            + contacts.flatMap { contact -> [String] in
                guard contact.hasPrefix("+46") else { return [contact] }
                let local = "0" + contact.dropFirst(3)
                return [
                    contact, local, "\(local.prefix(3))-\(local.dropFirst(3))",
                    Self.spaced(local),
                ]
            }
    }

    /// 070-174 06 05.
    private static func spaced(_ phone: String) -> String {
        let digits = Array(phone)
        guard digits.count == 10 else { return phone }
        return "\(String(digits[0..<3]))-\(String(digits[3..<6])) \(String(digits[6..<8])) "
            + String(digits[8..<10])
    }

    /// Those that stand somewhere in the bytes, as UTF-8, as UTF-16 or as in addresses.
    ///
    /// One pass over the bytes, by the first four of each writing: there are thousands.
    func found(in data: Data) -> [String] {
        var writings: [UInt32: [(secret: String, bytes: [UInt8])]] = [:]
        var begins = [Bool](repeating: false, count: 1 << 16)
        for secret in all {
            for bytes in Self.writings(of: secret).map(Array.init) where bytes.count >= 4 {
                writings[Self.start(bytes, 0), default: []].append((secret, bytes))
                begins[Int(Self.start(bytes, 0) >> 16)] = true
            }
        }
        let bytes = Array(data)
        var found: Set<String> = []
        bytes.withUnsafeBufferPointer { bytes in
            var place = 0
            while place + 4 <= bytes.count {
                if begins[Int(bytes[place]) << 8 | Int(bytes[place + 1])] {
                    for writing in writings[Self.start(bytes, place)] ?? []
                    where bytes[place...].starts(with: writing.bytes) {
                        found.insert(writing.secret)
                    }
                }
                place += 1
            }
        }
        return found.sorted()
    }

    private static func start(_ bytes: some RandomAccessCollection<UInt8>, _ place: Int) -> UInt32 {
        bytes.dropFirst(place).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    static func writings(of secret: String) -> [Data] {
        let escaped = secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? secret
        return [
            Data(secret.utf8), Data(secret.decomposedStringWithCanonicalMapping.utf8),
            Data(escaped.utf8), Data(escaped.lowercased().utf8),
            Data(escaped.replacing("%20", with: "+").utf8),
            Data(secret.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
            Data(secret.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
        ]
    }
}
