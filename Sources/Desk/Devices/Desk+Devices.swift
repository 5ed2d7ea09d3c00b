package import Courses
import Store

extension Desk {
    /// Where somebody is signed in, the latest first: for themselves, or whoever looks after users.
    ///
    /// - Parameter token: of the sign-in that asks, so that it can be told from the others.
    package func devices(
        of person: Person.ID, token: String? = nil, as actor: Actor
    ) async throws -> [SignInOverview] {
        let (now, digest) = (clock.now(), token.map(Self.digest))
        return try await store.read { reading in
            try Self.requireOwn(person, actor, date: WallClock.date(now))
            return try reading.signIns(of: person, at: now, current: digest)
        }
    }

    /// - Throws: `AccountError.unknownDevice`
    package func signOut(
        _ device: SignInOverview.ID, of person: Person.ID, as actor: Actor
    ) async throws {
        try await write { writing in
            try Self.requireOwn(person, actor, date: writing.today)
            guard try writing.endSignIn(device, of: person) else {
                throw AccountError.unknownDevice
            }
            try writing.audit("signOutDevice", "person", person.description, by: actor)
        }
    }

    /// Signs somebody out everywhere, but where they ask from.
    ///
    /// - Returns: from how many.
    @discardableResult
    package func signOutEverywhere(
        _ person: Person.ID, but token: String? = nil, as actor: Actor
    ) async throws -> Int {
        let digest = token.map(Self.digest)
        return try await write { writing in
            try Self.requireOwn(person, actor, date: writing.today)
            let count = try writing.endSignIns(of: person, but: digest)
            try writing.audit(
                "signOutEverywhere", "person", person.description, by: actor, rows: count)
            return count
        }
    }

    /// A user by name or by id, for whoever looks after users.
    package func account(_ reference: String, as actor: Actor) async throws -> UserAccount {
        let found = try await accounts(as: actor).first {
            $0.userName == reference || $0.person.description == reference
        }
        guard let found else { throw AccountError.unknownUser(reference) }
        return found
    }

    private static func requireOwn(
        _ person: Person.ID, _ actor: Actor, date: LocalDate
    ) throws(NotAllowed) {
        guard actor.person != person else { return }
        try Policy.require(actor, .manageUsers, on: .organisation, date: date)
    }
}
