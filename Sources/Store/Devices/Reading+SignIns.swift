package import Courses
package import FoundationEssentials
internal import GRDB

extension Reading {
    /// Those of one person that are in force, the latest first.
    ///
    /// - Parameter digest: of the token that asks, if any does.
    package func signIns(
        of person: Person.ID, at now: Instant, current digest: Data?
    ) throws -> [SignInOverview] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM sign_in
                WHERE person_id = (SELECT id FROM person WHERE public_id = ?)
                    AND ended_at IS NULL AND expires_at > ?
                ORDER BY at DESC, id DESC
                """, arguments: [person, now]
        ).map { row in
            let token: Data = row["token_digest"]
            let at: Instant = row["at"]
            return SignInOverview(
                id: row["public_id"],
                kind: BrowserKind(
                    .init(rawValue: row["browser"]) ?? .other,
                    .init(rawValue: row["system"]) ?? .other),
                signedInAt: at, lastSeen: row["last_seen_on"] ?? WallClock.date(at),
                isCurrent: token == digest)
        }
    }

    /// The last day on which a token was seen; nil for none.
    package func lastSeen(_ digest: Data) throws -> LocalDate? {
        let statement = try db.cachedStatement(
            sql: "SELECT last_seen_on FROM sign_in WHERE token_digest = ?")
        return try Row.fetchOne(statement, arguments: [digest])?["last_seen_on"]
    }

    /// The account with somebody's id; nil for somebody without one.
    package func account(of person: Person.ID) throws -> UserAccount? {
        try accounts().first { $0.person == person }
    }
}
