import Courses
import Foundation
import GRDB
import Store
import Testing

/// Schema 9 on a database that the schemas before it have made.
@Suite struct Migration9Tests {
    /// A file of the version before: three groups, two of which meet at one place.
    private static func earlier() throws -> String {
        try EarlierDatabase.make(before: 9) { try $0.execute(sql: rows) }
    }

    private static let rows = """
        INSERT INTO person (public_id, gender, created_at) VALUES ('0000000000011', 'woman', 0);
        INSERT INTO person_name VALUES (1, 'latin', 0, 'whole', 'Amina Ali');
        INSERT INTO person_language VALUES (1, 'spoken', 0, 'ar'), (1, 'spoken', 1, 'so');
        INSERT INTO user_account (person_id, user_name, language, created_at)
            VALUES (1, 'amina', 'sv', 0);
        INSERT INTO programme (public_id, code, name, sessions, session_minutes,
                completion_threshold, study_hour_minutes, created_at)
            VALUES ('0000000000012', 'p', 'P', 10, 120, 7, 45, 0);
        INSERT INTO round (public_id, programme_id, code, name, first_day, sessions,
                session_minutes, completion_threshold, study_hour_minutes, created_at)
            VALUES ('0000000000013', 1, 'r', 'R', '2020-01-07', 10, 120, 7, 45, 0);
        INSERT INTO course_group (public_id, round_id, name, delivery, minimum, maximum, open_to,
                childcare_places, venue, created_at)
            VALUES ('0000000000014', 1, 'A', 'leaderSpeaks', 1, 9, 'all', 0, 'Åbrogården', 7),
                ('0000000000024', 1, 'B', 'leaderSpeaks', 1, 9, 'all', 0, 'Åbrogården', 8),
                ('0000000000034', 1, 'C', 'leaderSpeaks', 1, 9, 'all', 0, 'Biblioteket', 9),
                ('0000000000044', 1, 'D', 'leaderSpeaks', 1, 9, 'all', 0, NULL, 9);
        INSERT INTO group_language VALUES (1, 'spoken', 0, 'ar'), (2, 'spoken', 0, 'ar'),
            (3, 'spoken', 0, 'ar'), (4, 'spoken', 0, 'ar');
        INSERT INTO access_grant (person_id, role, group_id, starts_on, at)
            VALUES (1, 'leader', 1, '2020-01-01', 0);
        """

    private static func open() throws -> Store {
        try Store(path: earlier(), sealer: Sealer(key: Array(repeating: 1, count: 32)))
    }

    @Test func `a file of before opens sound, its places as venues, each once`() async throws {
        let store = try Self.open()
        #expect(try await store.read { try $0.health() }.allSatisfy { $0.faults == 0 })
        let (groups, venues) = try await store.read { (try $0.groups(), try $0.venues()) }
        #expect(venues.map(\.name) == ["Biblioteket", "Åbrogården"])
        #expect(venues.allSatisfy { $0.rooms.isEmpty && $0.address == nil })
        #expect(Set(venues.map(\.id)).count == 2)
        #expect(groups.map(\.name) == ["A", "B", "C", "D"])
        #expect(groups.map(\.venue) == ["Åbrogården", "Åbrogården", "Biblioteket", nil])
        #expect(
            groups.map(\.venueID) == [venues[1].id, venues[1].id, venues[0].id, nil])
        #expect(groups.allSatisfy { $0.room == nil })
    }

    @Test func `what people speak and may do is as before, and can be changed`() async throws {
        let store = try Self.open()
        let person = try #require(Person.ID("0000000000011"))
        let spoken = try await store.read { try $0.spokenLanguages(of: person) }
        #expect(spoken == [SpokenLanguage(.arabic), SpokenLanguage(.somali)])
        let known = [SpokenLanguage(.somali, .native), SpokenLanguage(.arabic, .some)]
        let account = try #require(
            try await store.read { try $0.account(userName: "amina") })
        let grant = try #require(account.grants.first)
        let day = try #require(LocalDate("2020-02-01"))
        try await store.write(at: Instant(milliseconds: 9)) { writing in
            try writing.setSpokenLanguages(known, of: person)
            try writing.end(grant, of: person, lastDay: day, by: .commandOperator)
        }
        let (after, changed) = try await store.read { reading in
            (try reading.spokenLanguages(of: person), try reading.account(userName: "amina"))
        }
        #expect(after == known)
        #expect(changed?.grants.map(\.until) == [day])
    }

    @Test func `a right stays as it was given, and its end says when and by whom`() async throws {
        let path = try Self.earlier()
        let store = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        let person = try #require(Person.ID("0000000000011"))
        let grant = try #require(
            try await store.read { try $0.account(userName: "amina") }?.grants.first)
        let amina = Actor(identity: .person(person, userName: "amina"), grants: [])
        let (march, february) = (
            try #require(LocalDate("2020-03-01")), try #require(LocalDate("2020-02-01"))
        )
        try await store.write(at: Instant(milliseconds: 8)) { writing in
            try writing.add(grant, to: person, by: amina)
            try writing.end(grant, of: person, lastDay: march, by: amina)
        }
        let shortened = Grant(
            role: grant.role, scope: grant.scope, from: grant.from, until: march)
        #expect(
            try await store.read { try $0.account(userName: "amina") }?.grants == [shortened])
        try await store.write(at: Instant(milliseconds: 9)) { writing in
            try writing.end(shortened, of: person, lastDay: february, by: .commandOperator)
        }
        let after = try #require(
            try await store.read { try $0.account(userName: "amina") }?.grants)
        #expect(after.map(\.until) == [february])
        let queue = try DatabaseQueue(path: path)
        let rows = try await queue.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT grant_id || ' ' || last_day || ' ' || ifnull(actor_id, '-') || ' ' || at
                    FROM access_grant_end ORDER BY id
                    """)
        }
        #expect(rows == ["1 2020-03-01 1 8", "1 2020-02-01 - 9"])
        let given = try await queue.read {
            try String.fetchAll(
                $0,
                sql:
                    "SELECT starts_on || ' ' || ifnull(ends_on, '-') || ' ' || at FROM access_grant"
            )
        }
        #expect(given == ["2020-01-01 - 0"])
    }

    @Test func `a right that ended before it began holds on no day, and lies there still`()
        async throws
    {
        let path = try Self.earlier()
        let store = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        let person = try #require(Person.ID("0000000000011"))
        let grant = try #require(
            try await store.read { try $0.account(userName: "amina") }?.grants.first)
        try await store.write(at: Instant(milliseconds: 9)) { writing in
            try writing.end(
                grant, of: person, lastDay: grant.from.adding(days: -1), by: .commandOperator)
        }
        #expect(try await store.read { try $0.account(userName: "amina") }?.grants == [])
        let queue = try DatabaseQueue(path: path)
        let count = try await queue.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM access_grant")
        }
        #expect(count == 1)
    }

    @Test(arguments: [
        "INSERT INTO access_grant_end (grant_id, last_day, at) VALUES (1, '2020-02-30', 0)",
        "INSERT INTO venue (public_id, name, created_at) VALUES ('0000000000099', '', 0)",
        "UPDATE course_group SET room = 'Sal 1' WHERE venue_id IS NULL",
        "INSERT INTO spoken_level VALUES (1, 'ar', 'fluent')",
        """
        INSERT INTO break_calendar (public_id, name, created_at) VALUES ('0000000000098', 'L', 0);
        INSERT INTO school_break VALUES (1, '2020-02-14', '2020-02-10', 'Sportlov')
        """,
        "INSERT INTO written_text (language, text) VALUES ('sv', 'Hej')",
        """
        INSERT INTO written_text (programme_id, group_id, language, text)
        VALUES (1, 1, 'sv', 'Hej')
        """,
        """
        INSERT INTO written_text (programme_id, language, text)
        VALUES (1, 'sv', 'Hej'), (1, 'sv', 'Hejsan')
        """,
    ])
    func `what makes no sense is kept out`(_ statement: String) async throws {
        let path = try Self.earlier()
        _ = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        let queue = try DatabaseQueue(path: path)
        await #expect(throws: DatabaseError.self) {
            try await queue.write { try $0.execute(sql: statement) }
        }
    }
}
