import Courses
import Foundation
import GRDB
import Testing

@testable import Desk
@testable import Store

/// What is kept for figures holds keys, days and codes of people, and nothing else of theirs.
@Suite struct KeptBytesTests {
    /// What is kept, row by row.
    private static func kept(_ world: TestWorld) async throws -> [String: [UInt8]] {
        try await world.desk.store.read { reading in
            #expect(try Int.fetchOne(reading.db, sql: "SELECT count(*) FROM kept_stale") == 0)
            let rows = try Row.fetchAll(
                reading.db,
                sql: """
                    SELECT 'sessions ' || page AS key, packed AS bytes FROM kept_sessions
                    UNION ALL SELECT 'people ' || page, packed FROM kept_people
                    UNION ALL SELECT 'enrolments ' || page, packed FROM kept_enrolments
                    """)
            return Dictionary(
                uniqueKeysWithValues: rows.map { row in
                    let bytes: Data = row["bytes"]
                    return (row["key"] as String, Array(bytes))
                })
        }
    }

    /// Somebody of whom all is known that can be, who is placed, marked, noted of and withdrawn,
    /// each with free text about them.
    ///
    /// - Parameters:
    ///   - words: what stands wherever people write.
    ///   - person: what is known of them.
    private static func world(
        _ words: String, _ person: NewPerson
    ) async throws -> (TestWorld, Person.ID) {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let id = try await desk.addPerson(person, as: office)
        try await desk.place(
            PlaceRequest(
                people: [id], group: world.arabic.id, from: day("2020-01-07"), reason: words,
                inSpiteOfRules: true), as: office)
        let session = try await world.session(world.arabic, on: "2020-01-07")
        world.time.turn(to: "2020-01-07T18:00:00Z")
        let phone = TestPhone(world)
        let results = try await phone.send(
            phone.act(.absent(id, .excused, reason: words), at: session, 1),
            phone.act(.note(words, base: 0), at: session, 2),
            phone.act(.signOff(base: 0), at: session, 3),
            phone.act(
                .mark(
                    id,
                    Mark(
                        value: .present(lateMinutes: 7, leftEarlyMinutes: nil), mode: .onsite,
                        role: .member), base: 1, reason: words), at: session, 4))
        #expect(results.map(\.outcome) == Array(repeating: .now(.accepted), count: 4))
        world.time.turn(to: "2020-01-09T08:00:00Z")
        try await desk.withdraw(
            id, from: world.round.id, on: day("2020-01-09"), reason: words, as: office)
        return (world, id)
    }

    private static func known(_ words: String, phone: String, number: String) -> NewPerson {
        NewPerson(
            name: PersonName(
                native: [NamePart(.given, "و" + words)], latin: [NamePart(.whole, words)]),
            preferredName: PersonName(latin: [NamePart(.whole, words + " P")]), gender: .woman,
            birthDate: day("1985-03-02"), externalID: words, courseLanguages: [.arabic],
            contactLanguage: .tigrinya,
            identifier: PersonIdentifier(kind: .personnummer, number: number),
            contacts: [PersonContact(kind: .phone, value: phone)])
    }

    private static func tells(_ texts: [String], _ kept: [String: [UInt8]]) -> [String] {
        texts.filter { text in
            [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian].contains { encoding in
                guard let sought = text.data(using: encoding) else { return false }
                return kept.values.contains { Data($0).range(of: sought) != nil }
            }
        }
    }

    @Test func `of somebody protected what is kept is the same as of anybody else`() async throws {
        let texts = ["Zaynab", "+46701740605", "198503022384"]
        let (world, person) = try await Self.world(
            texts[0], Self.known(texts[0], phone: texts[1], number: texts[2]))
        let before = try await Self.kept(world)
        #expect(Set(before.keys) == ["sessions 0", "people 0", "enrolments 0"])
        #expect(Self.tells(texts, before) == [])
        try await world.desk.protect(person, level: .sekretessmarkering, as: world.office)
        #expect(try await Self.kept(world) == before)

        // Of somebody else with the same days and codes nothing in it is another byte.
        let (other, _) = try await Self.world(
            "Berhane Tesfay", Self.known("Berhane", phone: "+46701740606", number: "198503022392"))
        #expect(try await Self.kept(other) == before)
        let (older, _) = try await Self.world(
            texts[0],
            NewPerson(
                name: PersonName(latin: [NamePart(.whole, texts[0])]), gender: .woman,
                birthDate: day("1985-03-03"), courseLanguages: [.arabic]))
        let differing = try await Self.kept(older).filter { before[$0.key] != $0.value }
        #expect(differing.map(\.key) == ["people 0"])
    }

    @Test func `of somebody forgotten nothing is kept but what anybody nameless would have`()
        async throws
    {
        let texts = ["Zaynab", "+46701740605", "198503022384"]
        let (world, person) = try await Self.world(
            texts[0], Self.known(texts[0], phone: texts[1], number: texts[2]))
        let before = try await Self.kept(world)
        try await world.desk.write { writing in
            let key = try writing.reading.requireKey(person, in: .person)
            for table in ["person_name", "person_language", "identifier", "contact"] {
                try writing.execute("DELETE FROM \(table) WHERE person_id = ?", [key])
            }
            for table in ["sealed_reason", "act_text"] {
                try writing.execute("DELETE FROM \(table)", [])
            }
            try writing.execute(
                """
                UPDATE person SET birth_date = NULL, gender = 'unknown', external_id = NULL
                WHERE id = ?
                """, [key])
        }
        let after = try await Self.kept(world)
        #expect(after["people 0"] != before["people 0"])
        #expect(Self.tells(texts, after) == [])
        let (nobody, _) = try await Self.world(
            "x", NewPerson(name: PersonName(latin: [NamePart(.whole, "x")])))
        #expect(try await Self.kept(nobody) == after)
    }
}
