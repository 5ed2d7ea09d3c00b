package import Courses
internal import GRDB

/// One row of the log of acts.
package struct ActRecord: Sendable {
    package var id: ActID
    package var sequence: Int
    package var happenedAt: Instant
    package var kind: String
    package var outcome: ActOutcome
    package var thing: ActThing?
    package var base: Int?
    /// Of the thing after this act, or that which stood in its way.
    package var version: Int?
    package var value: String?
    package var mark: Mark?
    package var headcount: HeadcountKey?
    package var count: Int?
    package var person: Person.ID?
    /// Whom the act named, where that is somebody who was merged into the person.
    package var named: Person.ID?
    package var retracts: ActID?
    package var isCorrection = false

    package init(
        id: ActID, sequence: Int, happenedAt: Instant, kind: String, outcome: ActOutcome
    ) {
        self.id = id
        self.sequence = sequence
        self.happenedAt = happenedAt
        self.kind = kind
        self.outcome = outcome
    }
}

/// What of a session an act changes; a retraction, the same as what it takes back.
package enum ActThing: String, Sendable {
    case mark, headcount, person, note, state, signOff
}

/// What the log says of an act that has come before.
package struct KnownAct: Sendable {
    package let id: ActID
    package let session: Session.ID?
    package let kind: String
    package let thing: ActThing?
    package let outcome: ActOutcome
    package let version: Int?
    /// Whom it is about; of somebody added on the spot, whoever was added then.
    package let person: Person.ID?
    package let headcount: HeadcountKey?
    package let isSettled: Bool
    /// Whether somebody who settles what waits has said it since.
    package let isTakenIn: Bool
    let key: Int64
    let personKey: Int64?
    let sessionKey: Int64?
}

/// What was true of a thing at a version.
package struct PastValue: Sendable, Equatable {
    package let value: String?
    package let mark: Mark?
    package let count: Int?
}

extension HeadcountKey {
    /// One text for the four parts, blank where not told.
    package var text: String {
        [category, language?.rawValue ?? "", gender?.rawValue ?? "", ageBand ?? ""]
            .joined(separator: "|")
    }

    init?(text: String) {
        let fields = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 4 else { return nil }
        self.init(
            category: fields[0],
            language: fields[1].isEmpty ? nil : Language(rawValue: fields[1]),
            gender: Gender(rawValue: fields[2]), ageBand: fields[3].isEmpty ? nil : fields[3])
    }
}

extension Reading {
    func actKey(_ id: ActID) throws -> Int64? {
        let statement = try statement("SELECT id FROM act WHERE uuid = ?")
        statement.bind(1, id)
        guard try statement.next() else { return nil }
        defer { statement.reset() }
        return statement.number(0)
    }

    package func knownAct(_ id: ActID) throws -> KnownAct? {
        // Nearly always the act is new.
        guard try actKey(id) != nil else { return nil }
        let statement = try db.cachedStatement(
            sql: """
                SELECT act.*, session.public_id AS session, person.id AS about,
                    person.public_id AS person, EXISTS (
                        SELECT 1 FROM act AS settling JOIN device ON device.id = settling.device_id
                        WHERE settling.id = act.settled_by AND settling.outcome = 'accepted'
                            AND device.name = 'review') AS is_taken_in
                FROM act LEFT JOIN session ON session.id = session_id
                    LEFT JOIN act_about ON act_about.act_id = act.id
                    LEFT JOIN person AS named
                        ON named.id = coalesce(act_about.person_id, act.person_id)
                    LEFT JOIN person ON person.id = CASE WHEN thing = 'person' THEN named.id
                        ELSE coalesce(named.merged_into, named.id) END
                WHERE uuid = ?
                """)
        return try Row.fetchOne(statement, arguments: [id]).map { row in
            KnownAct(
                id: id, session: row["session"], kind: row["kind"],
                thing: (row["thing"] as String?).flatMap(ActThing.init(rawValue:)),
                outcome: ActOutcome(row: row), version: row["version"], person: row["person"],
                headcount: (row["headcount_key"] as String?).flatMap(HeadcountKey.init(text:)),
                isSettled: row["settled_by"] != nil, isTakenIn: row["is_taken_in"], key: row["id"],
                personKey: row["about"],
                sessionKey: row["session_id"])
        }
    }

    /// What was true of the thing that an act was about, at a version of it; nil where no
    /// accepted act of that version is known.
    package func value(at version: Int, ofThingIn act: KnownAct) throws -> PastValue? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT act.*, other.public_id AS make_up_for_session
                FROM act LEFT JOIN session AS other ON other.id = act.make_up_for
                    LEFT JOIN act_about ON act_about.act_id = act.id
                WHERE act.outcome = 'accepted' AND act.session_id IS ?1
                    AND act.headcount_key IS ?3 AND act.version = ?4 AND act.thing = ?5
                    AND (act.person_id IS NULL AND ?2 IS NULL
                        OR coalesce(act_about.person_id, act.person_id) IN (
                            SELECT id FROM person WHERE id = ?2 OR merged_into = ?2))
                ORDER BY act.id DESC LIMIT 1
                """)
        let row = try Row.fetchOne(
            statement,
            arguments: [
                act.sessionKey, act.personKey, act.headcount?.text, version, act.thing?.rawValue,
            ])
        return try (row ?? merged(at: version, ofThingIn: act)).map { row in
            PastValue(
                value: row["value"], mark: Mark(row: row.replacingMakeUp()), count: row["count"])
        }
    }

    /// Where two marks became one, the one that held goes on under a version of its own.
    private func merged(at version: Int, ofThingIn act: KnownAct) throws -> Row? {
        guard act.thing == .mark else { return nil }
        let statement = try db.cachedStatement(
            sql: """
                SELECT before.*, NULL AS count, other.public_id AS make_up_for_session
                FROM person_merge_mark AS before
                    JOIN person_merge USING (operation_id)
                    JOIN person ON person.id = kept_id
                    LEFT JOIN session AS other ON other.id = before.make_up_for
                WHERE person_merge.voided_by IS NULL AND before.session_id IS ?1
                    AND became = ?3 AND holds = 1
                    AND coalesce(person.merged_into, person.id) = ?2
                """)
        return try Row.fetchOne(
            statement, arguments: [act.sessionKey, act.personKey, version])
    }
}

extension Row {
    /// The log keeps a make-up's session as a key; the mark wants its public id.
    fileprivate func replacingMakeUp() -> Row {
        var columns = Dictionary(uniqueKeysWithValues: map { ($0.0, $0.1) })
        columns["make_up_for"] = self["make_up_for_session"] as DatabaseValue
        return Row(columns.mapValues { $0 as (any DatabaseValueConvertible)? })
    }
}

extension ActOutcome {
    init(row: Row) {
        self.init(code: row["outcome"], rule: row["rule"])
    }

    private init(code: String, rule: String?) {
        switch code {
        case "accepted": self = .accepted
        case "merged": self = .merged
        case "needsReview": self = .needsReview
        default: self = .kept(rule.flatMap(KeptRule.init(rawValue:)) ?? .malformed)
        }
    }

    var rule: KeptRule? {
        if case .kept(let rule) = self { rule } else { nil }
    }
}
