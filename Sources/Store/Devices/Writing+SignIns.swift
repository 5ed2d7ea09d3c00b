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

    /// The device under this name for this account, met for the first time or again.
    ///
    /// - Parameter digest: of the token under whose sign-in it sends, which is remembered.
    package func device(
        named name: String, of actor: Actor, signedInWith digest: Data? = nil
    ) throws -> Device {
        let person = try actorKey(actor)
        let found = try BoundStatement(
            db,
            """
            SELECT device.id, sign_in.id IS NOT NULL AND sign_in_id IS NOT sign_in.id
            FROM device LEFT JOIN sign_in
                ON token_digest = ?3 AND sign_in.person_id = device.person_id
            WHERE ifnull(device.person_id, 0) = ifnull(?1, 0) AND name = ?2
            """)
        found.bind(1, person)
        found.bind(2, name)
        found.bind(3, digest)
        let isKnown = try found.next()
        let isUntied = !isKnown || found.isTrue(1)
        let key = isKnown ? found.number(0) : nil
        found.reset()
        let device = Device(
            key: try key
                ?? insert(
                    "INSERT INTO device (person_id, name, first_seen_at) VALUES (?, ?, ?)",
                    [person, name, now]), actor: person)
        if let digest, isUntied { try tie(device, toSignIn: digest) }
        return device
    }

    private func tie(_ device: Device, toSignIn digest: Data) throws {
        try execute(
            """
            UPDATE device SET sign_in_id = sign_in.id FROM sign_in
            WHERE device.id = ? AND token_digest = ? AND sign_in.person_id = device.person_id
            """, [device.key, digest])
    }
}
