import Courses
import Desk
import GRDBSQLite

/// Finding one of 100,000 people by a respelled name, against a plain LIKE over their names.
struct SearchBenchmark {
    private static let count = 100_000

    private static let queries = [
        "Mohammed Alhasan", "Fadumo Ali Nur", "محمود قاسم", "gebremedhin selam", "Yusuf Xasan",
        "Maryan", "Ahmad Zai Rahimi", "Zeinab Khatib 1984", "Abdi", "moh", "Oeztürk Ciwan",
        "ብርሃነ", "Layla Mansur Darwich", "Hodan Warsameh Hirsi", "Karim Azad",
    ]

    func run() async throws -> [Comparison] {
        let desk = try await Desk.inMemory(
            Organisation(code: "0428", name: "Vingåker", isDemo: false), clock: .benchmark,
            entropy: .seeded(1))
        let people = Self.people()
        for person in people { try await desk.addPerson(person, as: .commandOperator) }
        let office = Actor.commandOperator
        let building = try await milliseconds { _ = try await desk.findPeople("x", as: office) }
        var (measured, yardstick): ([Double], [Double]) = ([], [])
        let scan = try LikeScan(people)
        for _ in 0..<5 {
            for query in Self.queries {
                measured.append(
                    try await milliseconds { _ = try await desk.findPeople(query, as: office) })
                let word = String(query.split(separator: " ")[0])
                yardstick.append(try milliseconds { try scan.run(word) })
            }
        }
        return [
            Comparison(
                name: "search among 100,000 people, median", unit: .milliseconds,
                measured: measured.median, yardstick: yardstick.median,
                against: "one LIKE over all names in SQLite", target: .below(30)),
            Comparison(
                name: "search among 100,000 people, the slowest of a hundred",
                unit: .milliseconds, measured: measured.percentile(0.99),
                yardstick: yardstick.percentile(0.99),
                against: "one LIKE over all names in SQLite", target: .below(30)),
            Comparison(
                name: "taking 100,000 people into the index", unit: .milliseconds,
                measured: building),
        ]
    }

    /// Every fifth part is a made-up name, so that there are as many words as in life.
    private static func people() -> [NewPerson] {
        let entropy = Entropy.seeded(9)
        return Names.mixed(count).map { name in
            let bits = entropy.bits()
            var words = name.split(separator: " ").map(String.init)
            if bits.isMultiple(of: 5) { words[2] = invented(bits >> 8) }
            return NewPerson(
                name: PersonName(latin: [NamePart(.whole, words.joined(separator: " "))]),
                birthYear: 1950 + Int(bits >> 40 % 60))
        }
    }

    private static func invented(_ bits: UInt64) -> String {
        let (consonants, vowels) = (Array("bdfghjklmnrstwz"), Array("aeiou"))
        var bits = bits
        var name = ""
        for _ in 0..<3 {
            name.append(consonants[Int(bits % 15)])
            name.append(vowels[Int(bits / 15 % 5)])
            bits /= 75
        }
        return name
    }
}

/// Names in a table, and every one looked at.
private final class LikeScan {
    private var handle: OpaquePointer?

    init(_ people: [NewPerson]) throws {
        guard sqlite3_open(":memory:", &handle) == SQLITE_OK else {
            throw BenchmarkError.notTheSame("no database")
        }
        sqlite3_exec(handle, "CREATE TABLE name (person INTEGER, text TEXT); BEGIN", nil, nil, nil)
        let insert = try prepared("INSERT INTO name VALUES (?, ?)")
        for (index, person) in people.enumerated() {
            let text = person.name.display.primary
            sqlite3_bind_int64(insert, 1, Int64(index))
            text.withCString { letters in
                _ = sqlite3_bind_text(
                    insert, 2, letters, -1,
                    unsafeBitCast(-1, to: sqlite3_destructor_type.self))
                sqlite3_step(insert)
            }
            sqlite3_reset(insert)
        }
        sqlite3_finalize(insert)
        sqlite3_exec(handle, "COMMIT", nil, nil, nil)
    }

    deinit { sqlite3_close(handle) }

    private func prepared(_ sql: String) throws -> OpaquePointer? {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
            throw BenchmarkError.notTheSame(sql)
        }
        return statement
    }

    func run(_ word: String) throws {
        let select = try prepared("SELECT person FROM name WHERE text LIKE '%' || ? || '%'")
        defer { sqlite3_finalize(select) }
        word.withCString { letters in
            _ = sqlite3_bind_text(
                select, 1, letters, -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
            while sqlite3_step(select) == SQLITE_ROW {}
        }
    }
}
