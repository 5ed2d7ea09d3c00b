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

/// The log holds an act under this id already.
package struct ActIsKnown: Error {}

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
    /// Of whom it was said, where they have become the person since.
    package let named: Person.ID?
    package let headcount: HeadcountKey?
    package let isSettled: Bool
    /// Whether somebody who settles what waits has said it since.
    package let isTakenIn: Bool
    let key: Int64
    let personKey: Int64?
    /// Of whom it was said, whoever they have become.
    let namedKey: Int64?
    let sessionKey: Int64?
}

/// What was true of a thing at a version.
package struct PastValue: Sendable, Equatable {
    package let value: String?
    package let mark: Mark?
    /// The code of the listed reason for which it was said.
    package let listed: String?
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
        // Most acts that are asked for are new.
        guard try actKey(id) != nil else { return nil }
        let statement = try db.cachedStatement(
            sql: """
                SELECT act.*, session.public_id AS session, person.id AS about, named.id AS named,
                    nullif(named.public_id, person.public_id) AS named_person,
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
                named: row["named_person"],
                headcount: (row["headcount_key"] as String?).flatMap(HeadcountKey.init(text:)),
                isSettled: row["settled_by"] != nil, isTakenIn: row["is_taken_in"], key: row["id"],
                personKey: row["about"], namedKey: row["named"],
                sessionKey: row["session_id"])
        }
    }

    /// What was true of the thing that an act was about, at a version of it; nil where no
    /// accepted act of that version is known.
    package func value(at version: Int, ofThingIn act: KnownAct) throws -> PastValue? {
        if act.thing == .mark { return try mark(at: version, ofThingIn: act) }
        let statement = try db.cachedStatement(
            sql: """
                SELECT value, count FROM act
                WHERE outcome = 'accepted' AND session_id IS ?1 AND person_id IS ?2
                    AND headcount_key IS ?3 AND version = ?4 AND thing = ?5
                ORDER BY id DESC LIMIT 1
                """)
        let arguments: StatementArguments = [
            act.sessionKey, act.personKey, act.headcount?.text, version, act.thing?.rawValue,
        ]
        return try Row.fetchOne(statement, arguments: arguments).map { row in
            PastValue(value: row["value"], mark: nil, listed: nil, count: row["count"])
        }
    }

    private func mark(at version: Int, ofThingIn act: KnownAct) throws -> PastValue? {
        guard let session = act.sessionKey, let person = act.personKey else { return nil }
        let past = PastMark(
            session: session, person: person, named: act.namedKey, version: version)
        return try row(of: past).map { row in
            PastValue(
                value: row["value"], mark: Mark(row: row), listed: row["listed"], count: nil)
        }
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
