package import Courses
package import FoundationEssentials
internal import GRDB

extension Writing {
    /// Remembers that a token was used today.
    package func see(token digest: Data) throws {
        try execute(
            "UPDATE sign_in SET last_seen_on = ? WHERE token_digest = ?", [today, digest])
    }

    /// Ends one sign-in of a person; false when there is none such in force.
    package func endSignIn(_ id: SignInOverview.ID, of person: Person.ID) throws -> Bool {
        try execute(
            """
            UPDATE sign_in SET ended_at = ?1
            WHERE public_id = ?2 AND person_id = ?3 AND ended_at IS NULL AND expires_at > ?1
            """, [now, id, try reading.requireKey(person, in: .person)])
        return db.changesCount > 0
    }

    /// Ends all sign-ins of a person but the one with this token; says how many.
    package func endSignIns(of person: Person.ID, but digest: Data?) throws -> Int {
        try execute(
            """
            UPDATE sign_in SET ended_at = ?1
            WHERE person_id = ?2 AND ended_at IS NULL AND expires_at > ?1
                AND token_digest IS NOT ?3
            """, [now, try reading.requireKey(person, in: .person), digest])
        return db.changesCount
    }
}
