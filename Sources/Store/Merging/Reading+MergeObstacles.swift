package import Courses
internal import GRDB

extension Reading {
    /// All that stands in the way of taking two persons for one, of whom the first is kept;
    /// empty when nothing does.
    package func obstacles(
        toMerging other: Person.ID, into kept: Person.ID, on today: LocalDate
    ) throws -> [MergeObstacle] {
        let keptKey = try requireKey(kept, in: .person)
        let otherKey = try requireKey(other, in: .person)
        guard keptKey != otherKey else { return [.samePerson] }
        return try personObstacles(otherKey, keptKey) + identifierObstacles(otherKey, keptKey)
            + partyObstacles(other, kept) + markObstacles(otherKey, keptKey)
            + sharedRounds(otherKey, keptKey, today: today).compactMap { try enrolmentObstacle($0) }
    }

    private func personObstacles(_ other: Int64, _ kept: Int64) throws -> [MergeObstacle] {
        let columns = """
            EXISTS (SELECT 1 FROM user_account
                WHERE person_id = person.id AND closed_at IS NULL) AS account,
            EXISTS (SELECT 1 FROM protected_name WHERE person_id = person.id) AS protected,
            is_unmatched
            """
        guard
            let first = try Row.fetchOne(
                db, sql: "SELECT \(columns) FROM person WHERE id = ?", arguments: [kept]),
            let second = try Row.fetchOne(
                db, sql: "SELECT \(columns) FROM person WHERE id = ?", arguments: [other])
        else { throw StoreError.damaged(table: "person") }
        var obstacles: [MergeObstacle] = []
        if second["account"] {
            obstacles.append(first["account"] ? .bothAccounts : .mergedHasAccount)
        }
        let (one, two): (Bool, Bool) = (first["protected"], second["protected"])
        if one != two { obstacles.append(.protectionDiffers) }
        if first["is_unmatched"], !second["is_unmatched"] { obstacles.append(.keptIsUnmatched) }
        let pair = PersonPair(PersonKey(value: kept), PersonKey(value: other))
        if try distinctPairs().contains(pair) { obstacles.append(.saidDistinct) }
        return obstacles
    }

    /// A number of one kind says who somebody is; a TF number only together with its issuer.
    private func identifierObstacles(_ other: Int64, _ kept: Int64) throws -> [MergeObstacle] {
        let kinds = Set(try identifierKinds(of: kept)).intersection(
            try identifierKinds(of: other))
        return PersonIdentifier.Kind.allCases.filter { $0 != .tf && kinds.contains($0) }
            .map { .identityNumbers($0) }
    }

    func identifierKinds(of key: Int64) throws -> [PersonIdentifier.Kind] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT kind FROM identifier JOIN person ON person.id = person_id
                WHERE person.id = ?1 OR merged_into = ?1 ORDER BY identifier.id
                """)
        return try String.fetchAll(statement, arguments: [key])
            .compactMap(PersonIdentifier.Kind.init(rawValue:))
    }

    /// Nobody who comes with the one may have to be kept from somebody who comes with the other, as
    /// it is judged when they are placed.
    private func partyObstacles(_ other: Person.ID, _ kept: Person.ID) throws -> [MergeObstacle] {
        let parties = try parties()
        let company = parties.together(with: other)
        let meets = parties.together(with: kept)
            .contains { !parties.apart(from: $0).isDisjoint(with: company) }
        return meets ? [.keptApart] : []
    }

    private func markObstacles(_ other: Int64, _ kept: Int64) throws -> [MergeObstacle] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT public_id, local_date, (SELECT group_concat(name, char(31)) FROM session_group
                    JOIN course_group ON course_group.id = group_id
                    WHERE session_id = session.id) AS names
                FROM session JOIN mark AS one ON one.session_id = session.id
                    JOIN mark AS two ON two.session_id = session.id
                WHERE one.person_id = ? AND two.person_id = ?
                    AND one.value IS NOT NULL AND two.value IS NOT NULL
                ORDER BY local_date, session.id
                """)
        return try Row.fetchAll(statement, arguments: [kept, other]).map { row in
            .bothMarked(
                MergeMeeting(
                    session: row["public_id"], date: row["local_date"],
                    groups: Self.names(row["names"])))
        }
    }

    static func names(_ text: String?) -> [String] {
        (text ?? "").split(separator: "\u{1F}").map(String.init)
    }
}
