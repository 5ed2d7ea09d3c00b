package import Courses
package import FoundationEssentials
internal import GRDB

extension Reading {
    package func accounts() throws -> [UserAccount] {
        try accounts(where: "1", [])
    }

    package func account(userName: String) throws -> UserAccount? {
        try accounts(where: "user_name = ?", [userName]).first
    }

    /// The account that a token was given to, while it is in force.
    package func account(signedInWith digest: Data, at now: Instant) throws -> UserAccount? {
        try accounts(
            where: """
                user_account.person_id = (
                    SELECT person_id FROM sign_in
                    WHERE token_digest = ? AND ended_at IS NULL AND expires_at > ?)
                AND closed_at IS NULL
                """, [digest, now]
        ).first
    }

    /// Who may act by a token, without what pages show of them; nil while it is not in force.
    package func actor(signedInWith digest: Data, at now: Instant) throws -> Actor? {
        let row = try BoundStatement(
            db,
            """
            SELECT person.id, person.public_id, user_name
            FROM sign_in JOIN user_account ON user_account.person_id = sign_in.person_id
                JOIN person ON person.id = sign_in.person_id
            WHERE token_digest = ? AND ended_at IS NULL AND expires_at > ? AND closed_at IS NULL
            """)
        row.bind(1, digest)
        row.bind(2, now.milliseconds)
        guard try row.next() else { return nil }
        defer { row.reset() }
        guard let person = Person.ID(row.text(1)) else {
            throw StoreError.damaged(table: "person")
        }
        return Actor(
            identity: .person(person, userName: row.text(2)), grants: try grants(of: row.number(0)))
    }

    /// The stored form of a password; nil for no such account, or one without a password.
    package func password(of userName: String) throws -> String? {
        try String.fetchOne(
            db,
            sql: "SELECT password FROM user_account WHERE user_name = ? AND closed_at IS NULL",
            arguments: [userName])
    }

    private func accounts(
        where condition: String, _ arguments: StatementArguments
    ) throws -> [UserAccount] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT user_account.*, person_shown.* FROM user_account
                    JOIN person_shown ON person_shown.id = person_id
                WHERE \(condition) ORDER BY user_name
                """)
        return try Row.fetchAll(statement, arguments: arguments).map { row in
            UserAccount(
                person: row["public_id"], userName: row["user_name"],
                name: DisplayName(row: row), language: Language(rawValue: row["language"]),
                isClosed: row["closed_at"] != nil, grants: try grants(of: row["person_id"]))
        }
    }

    fileprivate func grants(of key: Int64) throws -> [Grant] {
        let row = try BoundStatement(
            db,
            """
            SELECT role, starts_on, ends_on, round.public_id, course_group.public_id,
                session.public_id
            FROM access_held LEFT JOIN round ON round.id = access_held.round_id
                LEFT JOIN course_group ON course_group.id = access_held.group_id
                LEFT JOIN session ON session.id = access_held.session_id
            WHERE person_id = ? ORDER BY access_held.id
            """)
        row.bind(1, key)
        var grants: [Grant] = []
        while try row.next() {
            guard let role: Role = row.code(0), let from = row.date(1) else {
                throw StoreError.damaged(table: "access_grant")
            }
            grants.append(
                Grant(
                    role: role, scope: Scope(round: 3, group: 4, session: 5, of: row), from: from,
                    until: row.date(2)))
        }
        return grants
    }
}

extension Scope {
    /// From three columns, of which one at most has a public id.
    fileprivate init(round: Int32, group: Int32, session: Int32, of row: BoundStatement) {
        if let round = Round.ID(row.text(round)) {
            self = .round(round)
        } else if let group = Group.ID(row.text(group)) {
            self = .group(group)
        } else if let session = Session.ID(row.text(session)) {
            self = .session(session)
        } else {
            self = .organisation
        }
    }
}

extension Writing {
    package func addAccount(
        of person: Person.ID, userName: String, password: String?, language: Language
    ) throws {
        try execute(
            """
            INSERT INTO user_account (person_id, user_name, password, language, created_at)
            VALUES (?, ?, ?, ?, ?)
            """,
            [
                try reading.requireKey(person, in: .person), userName, password,
                language.rawValue, now,
            ])
    }

    /// Sets a password and ends every sign-in of the account.
    package func setPassword(_ password: String, of person: Person.ID) throws {
        try renewPassword(password, of: person)
        let key = try reading.requireKey(person, in: .person)
        try execute(
            "UPDATE sign_in SET ended_at = ? WHERE person_id = ? AND ended_at IS NULL", [now, key])
    }

    /// The same password, hashed anew.
    package func renewPassword(_ password: String, of person: Person.ID) throws {
        let key = try reading.requireKey(person, in: .person)
        try execute("UPDATE user_account SET password = ? WHERE person_id = ?", [password, key])
    }

    package func setLanguage(_ language: Language, of person: Person.ID) throws {
        try execute(
            "UPDATE user_account SET language = ? WHERE person_id = ?",
            [language.rawValue, try reading.requireKey(person, in: .person)])
    }

    /// Gives a right; one that they have already is not given twice.
    package func add(_ grant: Grant, to person: Person.ID, by actor: Actor) throws {
        let key = try reading.requireKey(person, in: .person)
        guard try !reading.grants(of: key).contains(grant) else { return }
        var scope: [Int64?] = [nil, nil, nil]
        switch grant.scope {
        case .organisation: break
        case .round(let id): scope[0] = try reading.requireKey(id, in: .round)
        case .group(let id): scope[1] = try reading.requireKey(id, in: .group)
        case .session(let id): scope[2] = try reading.requireKey(id, in: .session)
        }
        try execute(
            """
            INSERT INTO access_grant (person_id, role, round_id, group_id, session_id, starts_on,
                ends_on, actor_id, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                key, grant.role.rawValue, scope[0], scope[1], scope[2], grant.from, grant.until,
                try actorKey(actor), now,
            ])
    }

    package func signIn(
        _ person: Person.ID, token digest: Data, until: Instant, from kind: BrowserKind
    ) throws {
        let id: SignInOverview.ID = entropy.identifier()
        try execute(
            """
            INSERT INTO sign_in (public_id, person_id, token_digest, at, expires_at, browser,
                system, last_seen_on)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, try reading.requireKey(person, in: .person), digest, now, until,
                kind.browser.rawValue, kind.system.rawValue, today,
            ])
    }

    package func endSignIn(token digest: Data) throws {
        try execute(
            "UPDATE sign_in SET ended_at = ? WHERE token_digest = ? AND ended_at IS NULL",
            [now, digest])
    }
}
