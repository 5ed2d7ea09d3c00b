package import Courses
internal import GRDB

/// All that has been said of one session, loaded once for a batch of acts and kept up to date
/// while they are saved.
package struct SessionBook {
    package private(set) var overview: SessionOverview
    let key: Int64
    /// By person: the roster, and whoever else has been spoken of.
    package internal(set) var entries: [Person.ID: BookEntry]
    package internal(set) var headcounts: [HeadcountKey: Standing<Int>]
    package internal(set) var words: [SessionWord: Standing<String>]

    package var isSignedOff: Bool { words[.signOff]?.value != nil }

    /// One statement more of this batch waits, for a later one to settle.
    package mutating func addWaiting() {
        overview = overview.with(state: overview.session.state, waiting: overview.waiting + 1)
    }

    /// What was just said of the session holds for the rest of the batch.
    mutating func tell(state value: String?) {
        guard overview.session.state != .cancelled else { return }
        overview = overview.with(
            state: value == "notHeld" ? .notHeld : .planned, waiting: overview.waiting)
    }
}

/// One person in a book.
package struct BookEntry: Sendable {
    let key: Int64
    package let isOnRoster: Bool
    package internal(set) var standing: Standing<Mark>
}

/// What is true of one thing now, and which act it is from.
package struct Standing<Value: Sendable>: Sendable {
    /// Nil when it was cleared, or nothing has been said.
    package var value: Value?
    /// 0 when nothing has been said.
    package var version: Int
    package var act: ActID?
    /// When it was done, by the corrected device clock.
    package var happenedAt: Instant?
    var deviceKey: Int64
    var sequence: Int

    static var nothing: Standing { Standing(version: 0, deviceKey: 0, sequence: 0) }

    package func current(for device: Device) -> CurrentStatement {
        let isSame = deviceKey == device.key
        return CurrentStatement(
            version: version, isFromSameDevice: isSame, sequence: isSame ? sequence : 0)
    }
}

/// What is said of a session as a whole.
package enum SessionWord: String, CaseIterable, Sendable {
    case state, signOff, note
}

/// One browser and one account.
package struct Device: Sendable {
    let key: Int64
    /// The account's person; nil for the command's operator.
    let actor: Int64?
}

extension Reading {
    /// Nil when there is no such session.
    package func book(of session: Session.ID) throws -> SessionBook? {
        guard let overview = try sessionIfKnown(session),
            let key = try key(session, in: .session)
        else { return nil }
        return SessionBook(
            overview: overview, key: key, entries: try entries(key),
            headcounts: try headcounts(key), words: try words(key))
    }

    private func entries(_ session: Int64) throws -> [Person.ID: BookEntry] {
        let row = try BoundStatement(
            db,
            """
            WITH roster AS (
                SELECT DISTINCT person_id FROM placed JOIN session ON session.id = ?1
                WHERE group_id IN (SELECT group_id FROM session_group WHERE session_id = ?1)
                    AND starts_on <= local_date
                    AND (ends_before IS NULL OR local_date < ends_before))
            SELECT person.id, person.public_id, roster.person_id IS NOT NULL,
                mark.version, mark.value, mark.late_minutes, mark.left_early_minutes,
                mark.mode, mark.role, other.public_id, mark.happened_at,
                act.uuid, act.device_id, act.sequence
            FROM person LEFT JOIN roster ON roster.person_id = person.id
                LEFT JOIN mark ON mark.session_id = ?1 AND mark.person_id = person.id
                LEFT JOIN act ON act.id = mark.act_id
                LEFT JOIN session AS other ON other.id = mark.make_up_for
            WHERE person.id IN (
                SELECT person_id FROM roster
                UNION SELECT person_id FROM mark WHERE session_id = ?1)
            """)
        row.bind(1, session)
        var entries: [Person.ID: BookEntry] = [:]
        while try row.next() {
            guard let person = Person.ID(row.text(1)) else {
                throw StoreError.damaged(table: "person")
            }
            entries[person] = BookEntry(
                key: row.number(0), isOnRoster: row.isTrue(2),
                standing: row.isNull(3) ? .nothing : Standing(entry: row))
        }
        return entries
    }

    private func headcounts(_ session: Int64) throws -> [HeadcountKey: Standing<Int>] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT headcount.*, uuid, device_id, sequence, happened_at
                FROM headcount JOIN act ON act.id = act_id WHERE headcount.session_id = ?
                ORDER BY key
                """)
        var counts: [HeadcountKey: Standing<Int>] = [:]
        for row in try Row.fetchAll(statement, arguments: [session]) {
            let language: String? = row["language"]
            let gender: String? = row["gender"]
            let key = HeadcountKey(
                category: row["category"], language: language.map(Language.init(rawValue:)),
                gender: gender.flatMap(Gender.init(rawValue:)), ageBand: row["age_band"])
            counts[key] = Standing(row: row, value: row["count"])
        }
        return counts
    }

    private func words(_ session: Int64) throws -> [SessionWord: Standing<String>] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT session_word.kind AS word, session_word.version,
                    coalesce(session_word.value, text) AS said, uuid, device_id, sequence,
                    happened_at
                FROM session_word JOIN act ON act.id = session_word.act_id
                    LEFT JOIN act_text ON act_text.act_id = act.id AND session_word.kind = 'note'
                WHERE session_word.session_id = ?
                """)
        var words: [SessionWord: Standing<String>] = [:]
        for row in try Row.fetchAll(statement, arguments: [session]) {
            guard let word = SessionWord(rawValue: row["word"]) else { continue }
            words[word] = Standing(row: row, value: row["said"])
        }
        return words
    }

    /// Whether someone is expected at a session; false for a session that does not exist.
    package func isOnRoster(_ person: Person.ID, at session: Session.ID) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: """
                SELECT 1 FROM session JOIN session_group ON session_id = session.id
                    JOIN placed ON placed.group_id = session_group.group_id
                WHERE session.public_id = ? AND session.voided_by IS NULL
                    AND person_id = (SELECT id FROM person WHERE public_id = ?)
                    AND starts_on <= local_date
                    AND (ends_before IS NULL OR local_date < ends_before)
                """)
        return try statement.fetchKey([session, person]) != nil
    }
}

extension Standing {
    fileprivate init(row: Row, value: Value?) {
        let uuid: ActID? = row["uuid"]
        self.init(
            value: value, version: row["version"] ?? 0, act: uuid,
            happenedAt: row["happened_at"], deviceKey: row["device_id"] ?? 0,
            sequence: row["sequence"] ?? 0)
    }
}

extension Standing<Mark> {
    /// From the columns of a person's entry in a book.
    fileprivate init(entry row: BoundStatement) {
        self.init(
            value: Mark(entry: row), version: Int(row.number(3)), act: row.act(11),
            happenedAt: Instant(milliseconds: row.number(10)), deviceKey: row.number(12),
            sequence: Int(row.number(13)))
    }
}

extension Mark {
    /// From the columns of a person's entry in a book; nil where nothing is said.
    fileprivate init?(entry row: BoundStatement) {
        guard let code: AttendanceCode = row.code(4),
            let value = Attendance(
                code: code, lateMinutes: row.optionalNumber(5),
                leftEarlyMinutes: row.optionalNumber(6)),
            let mode: SessionMode = row.code(7), let roleCode: MarkRoleCode = row.code(8),
            let role = MarkRole(roleCode, of: Session.ID(row.text(9)))
        else { return nil }
        self.init(value: value, mode: mode, role: role)
    }

    /// Nil where the row has no value, or has been damaged.
    init?(row: Row) {
        guard let text: String = row["value"], let code = AttendanceCode(rawValue: text),
            let value = Attendance(
                code: code, lateMinutes: row["late_minutes"],
                leftEarlyMinutes: row["left_early_minutes"]),
            let modeText: String = row["mode"], let mode = SessionMode(rawValue: modeText),
            let roleText: String = row["role"], let roleCode = MarkRoleCode(rawValue: roleText)
        else { return nil }
        let other: Session.ID? = row["make_up_for"]
        guard let role = MarkRole(roleCode, of: other) else { return nil }
        self.init(value: value, mode: mode, role: role)
    }
}

extension MarkRole {
    /// Nil for a make-up without the session that it makes up for.
    fileprivate init?(_ code: MarkRoleCode, of other: Session.ID?) {
        switch code {
        case .member: self = .member
        case .guest: self = .guest
        case .makeUp:
            guard let other else { return nil }
            self = .makeUp(for: other)
        }
    }
}
