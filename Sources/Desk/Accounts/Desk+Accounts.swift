package import Courses
internal import Cryptography
import Foundation
import Store

/// What a new user is to be.
package struct NewUser: Sendable {
    package var userName: String
    package var name: PersonName
    package var password: String?
    package var language: Language
    package var grants: [Grant]
    /// An account for somebody who is known already.
    package var person: Person.ID?

    package init(
        userName: String, name: PersonName, password: String?, language: Language,
        grants: [Grant], person: Person.ID? = nil
    ) {
        self.userName = userName
        self.name = name
        self.password = password
        self.language = language
        self.grants = grants
        self.person = person
    }
}

/// Somebody signed in: the token goes to their browser and is stored nowhere else.
package struct SignedIn: Sendable {
    package let token: String
    package let account: UserAccount
    package let expiresAt: Instant
}

extension Desk {
    /// A working day with room to spare, in milliseconds.
    package static let signInLasts: Int64 = 14 * 3_600_000

    package static let minimumPasswordLength = 10

    /// - Throws: `AccountError.wrongNameOrPassword`, after the same work for any name.
    package func signIn(
        userName: String, password: String, from kind: BrowserKind = .unknown
    ) async throws -> SignedIn {
        let stored = try await store.read { try $0.password(of: userName) }
        let cost = try await passwordCost()
        let fits = try await Gate.passwords.run {
            PasswordHash.verify(password, against: stored ?? PasswordHash.decoy(cost))
        }
        guard fits, let stored else { throw AccountError.wrongNameOrPassword }
        let isRenewed = !PasswordHash.isMade(stored, at: cost)
        let renewed = isRenewed ? try await hash(password) : nil
        return try await write { writing in
            guard let account = try writing.reading.account(userName: userName) else {
                throw AccountError.wrongNameOrPassword
            }
            if let renewed { try writing.renewPassword(renewed, of: account.person) }
            let token = Self.secret()
            let until = writing.now.adding(milliseconds: Self.signInLasts)
            try writing.signIn(
                account.person, token: Self.digest(token), until: until, from: kind)
            try writing.audit("signIn", "person", account.person.description, by: account.actor)
            return SignedIn(token: token, account: account, expiresAt: until)
        }
    }

    /// Who holds a token; nil when it is not, or no longer, in force.
    package func account(token: String) async throws -> UserAccount? {
        let now = clock.now()
        let digest = Self.digest(token)
        let (account, seen) = try await store.read { reading in
            (
                try reading.account(signedInWith: digest, at: now),
                try reading.lastSeen(digest)
            )
        }
        if account != nil, seen != WallClock.date(now) {
            // Whoever only reads must get their page even from a full disk.
            try? await write { try $0.see(token: digest) }
        }
        return account
    }

    package func signOut(token: String, as actor: Actor) async throws {
        try await write { writing in
            try writing.endSignIn(token: Self.digest(token))
            try writing.audit("signOut", "person", actor.person?.description, by: actor)
        }
    }

    @discardableResult
    package func addUser(_ new: NewUser, as actor: Actor) async throws -> Person.ID {
        try Self.check(userName: new.userName)
        let password = try await hash(new.password)
        return try await write { writing in
            try Policy.require(actor, .manageUsers, on: .organisation, date: writing.today)
            guard try writing.reading.account(userName: new.userName) == nil else {
                throw AccountError.userNameTaken(new.userName)
            }
            guard Language.catalogue.contains(new.language) else {
                throw AccountError.languageWithoutCatalogue(new.language)
            }
            let person = try new.person ?? writing.add(NewPerson(name: new.name))
            try writing.addAccount(
                of: person, userName: new.userName, password: password, language: new.language)
            for grant in new.grants { try writing.add(grant, to: person, by: actor) }
            try writing.audit("addUser", "person", person.description, by: actor)
            return person
        }
    }

    package func setPassword(
        _ password: String, of userName: String, as actor: Actor
    ) async throws {
        let password = try await hash(password)
        try await change(userName, "resetPassword", as: actor) { writing, account in
            if let password { try writing.setPassword(password, of: account.person) }
        }
    }

    package func grant(_ grant: Grant, to userName: String, as actor: Actor) async throws {
        try await change(userName, "grant", as: actor) { writing, account in
            try writing.add(grant, to: account.person, by: actor)
        }
    }

    package func accounts(as actor: Actor) async throws -> [UserAccount] {
        let today = today
        return try await store.read { reading in
            try Policy.require(actor, .manageUsers, on: .organisation, date: today)
            return try reading.accounts()
        }
    }

    /// The language in which somebody meets the pages.
    package func setLanguage(_ language: Language, as actor: Actor) async throws {
        guard let person = actor.person else { return }
        guard Language.catalogue.contains(language) else {
            throw AccountError.languageWithoutCatalogue(language)
        }
        try await write { writing in
            try writing.setLanguage(language, of: person)
            try writing.audit("setLanguage", "person", person.description, by: actor)
        }
    }

    private func change(
        _ userName: String, _ deed: String, as actor: Actor,
        _ body: @escaping @Sendable (Writing, UserAccount) throws -> Void
    ) async throws {
        try await write { writing in
            try Policy.require(actor, .manageUsers, on: .organisation, date: writing.today)
            guard let account = try writing.reading.account(userName: userName) else {
                throw AccountError.unknownUser(userName)
            }
            try body(writing, account)
            try writing.audit(deed, "person", account.person.description, by: actor)
        }
    }

    private static func check(userName: String) throws(AccountError) {
        let extra = Set(".-_@".unicodeScalars)
        let isPlain = userName.unicodeScalars.allSatisfy {
            extra.contains($0) || $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        guard isPlain, (1...60).contains(userName.unicodeScalars.count) else {
            throw .userNameMalformed(userName)
        }
    }

    private func hash(_ password: String?) async throws -> String? {
        guard let password else { return nil }
        guard password.unicodeScalars.count >= Self.minimumPasswordLength else {
            throw AccountError.passwordTooShort(minimum: Self.minimumPasswordLength)
        }
        let salt = Self.randomBytes(16)
        let cost = try await passwordCost()
        return try await Gate.passwords.run {
            try PasswordHash.make(password, salt: salt, cost)
        }
    }

    private func passwordCost() async throws -> PasswordHash.Cost {
        try await organisation().isDemo ? .demo : .full
    }

    static func randomBytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// 256 random bits as 64 hexadecimal digits.
    package static func secret() -> String {
        randomBytes(32).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    static func digest(_ token: String) -> Data {
        Data(SHA256.hash(Array(token.utf8)))
    }
}
