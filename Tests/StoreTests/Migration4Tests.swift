import Courses
import Foundation
import GRDB
import Store
import Testing

/// Schema 4 on a database that the schemas before it have made.
@Suite struct Migration4Tests {
    private static let digest = Data(repeating: 7, count: 32)

    /// A file of the version before, with somebody signed in and a device that has sent.
    private static func earlier() throws -> String {
        try EarlierDatabase.make(before: 4) { db in
            try db.execute(
                sql: """
                    INSERT INTO person (id, public_id, gender, created_at)
                    VALUES (1, '0000000000001', 'unknown', 0);
                    INSERT INTO user_account (person_id, user_name, language, created_at)
                    VALUES (1, 'sara', 'sv', 0);
                    INSERT INTO device (id, person_id, name, first_seen_at) VALUES (1, 1, 'd', 0);
                    """)
            for (number, expiry) in [(1, 1_000), (2, 9_000_000_000_000)] {
                try db.execute(
                    sql: """
                        INSERT INTO sign_in (person_id, token_digest, at, expires_at)
                        VALUES (1, ?, 0, ?)
                        """,
                    arguments: [
                        number == 2 ? digest : Data(repeating: 1, count: 32), expiry,
                    ])
            }
        }
    }

    @Test func `a sign-in of before stays in force and can be named and ended`() async throws {
        let store = try Store(
            path: Self.earlier(), sealer: Sealer(key: Array(repeating: 1, count: 32)))
        let now = Instant(milliseconds: 86_400_000)
        let person = try #require(Person.ID("0000000000001"))
        let before = try await store.read { reading in
            try reading.signIns(of: person, at: now, current: Self.digest)
        }
        #expect(before.count == 1)
        #expect(before.first?.kind == .unknown)
        #expect(before.first?.isCurrent == true)
        #expect(before.first?.lastSeen == LocalDate(dayNumber: 0))
        let id = try #require(before.first?.id)
        let isEnded = try await store.write(at: now) { writing in
            try writing.see(token: Self.digest)
            return try writing.endSignIn(id, of: person)
        }
        #expect(isEnded)
        let account = try await store.read { try $0.account(signedInWith: Self.digest, at: now) }
        #expect(account == nil)
    }

    @Test func `a device of before is tied to the sign-in under which it sends`() async throws {
        let path = try Self.earlier()
        let store = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        let person = try #require(Person.ID("0000000000001"))
        let actor = Actor(identity: .person(person, userName: "sara"), grants: [])
        try await store.write(at: Instant(milliseconds: 0)) { writing in
            _ = try writing.device(named: "d", of: actor, signedInWith: Self.digest)
        }
        let tied = try await DatabaseQueue(path: path).read { db in
            try Data.fetchOne(
                db,
                sql: """
                    SELECT token_digest FROM device JOIN sign_in ON sign_in.id = sign_in_id
                    """)
        }
        #expect(tied == Self.digest)
    }
}
