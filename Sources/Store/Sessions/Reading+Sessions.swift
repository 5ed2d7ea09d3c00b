package import Courses
internal import GRDB

extension Reading {
    private static let select = """
        SELECT session.*, round.public_id AS round,
            (SELECT group_concat(course_group.public_id || ' ' || number, ' ')
             FROM session_group JOIN course_group ON course_group.id = group_id
             WHERE session_id = session.id) AS meeting,
            (SELECT value FROM session_word
             WHERE session_id = session.id AND kind = 'state') AS said,
            EXISTS (SELECT 1 FROM session_word
             WHERE session_id = session.id AND value = 'signedOff') AS signed_off,
            EXISTS (SELECT 1 FROM headcount
             WHERE session_id = session.id AND count > 0) AS has_headcount,
            (SELECT max(happened_at) FROM mark
             WHERE session_id = session.id AND value IS NOT NULL) AS last_mark,
            (SELECT count(DISTINCT person_id) FROM placed
             WHERE group_id IN (SELECT group_id FROM session_group WHERE session_id = session.id)
                AND starts_on <= local_date
                AND (ends_before IS NULL OR local_date < ends_before)) AS expected,
            (SELECT count(*) FROM mark
             WHERE session_id = session.id AND role = 'member') AS marked,
            (SELECT count(*) FROM act
             WHERE session_id = session.id AND outcome IN ('kept', 'needsReview')
                AND settled_by IS NULL) AS waiting
        FROM session JOIN round ON round.id = session.round_id
        """

    /// By date and time.
    package func sessions(_ filter: SessionFilter) throws -> [SessionOverview] {
        try rows(
            asked: Self.select
                + """
                 WHERE voided_by IS NULL AND (?1 IS NULL OR round.public_id = ?1)
                    AND (?2 IS NULL OR session.id IN (
                        SELECT session_id FROM session_group
                        WHERE group_id = (SELECT id FROM course_group WHERE public_id = ?2)))
                    AND (?3 IS NULL OR local_date >= ?3) AND (?4 IS NULL OR local_date <= ?4)
                ORDER BY local_date, starts_at, session.id
                """,
            [filter.round, filter.group, filter.from, filter.through]
        ).map { try SessionOverview(row: $0) }
    }

    package func session(_ id: Session.ID) throws -> SessionOverview {
        guard let overview = try sessionIfKnown(id) else {
            throw UnknownReference(kind: .session, text: id.description)
        }
        return overview
    }

    package func sessionIfKnown(_ id: Session.ID) throws -> SessionOverview? {
        try rows(asked: Self.select + " WHERE voided_by IS NULL AND session.public_id = ?", [id])
            .first.map { try SessionOverview(row: $0) }
    }
}

extension SessionOverview {
    fileprivate init(row: Row) throws {
        guard let mode = SessionMode(rawValue: row["mode"]),
            let recording = Recording(rawValue: row["recording"]),
            let planned = SessionState(code: row["state"])
        else { throw StoreError.damaged(table: "session") }
        let said: String? = row["said"]
        let state = planned.told(said)
        let session = Session(
            id: row["public_id"], groups: SessionGroup.list(row["meeting"]),
            date: row["local_date"], start: row["starts_at"], end: row["ends_at"], mode: mode,
            recording: recording, state: state)
        let lastMark: Instant? = row["last_mark"]
        self.init(
            session: session, round: row["round"],
            evidence: SessionEvidence(
                state: state, endsAt: session.endsAt, saidHeld: said == "held",
                signedOff: row["signed_off"], hasHeadcount: row["has_headcount"],
                hasMarkSinceStart: lastMark.map { $0 >= session.startsAt } ?? false),
            expected: row["expected"], marked: row["marked"], waiting: row["waiting"])
    }
}

extension SessionGroup {
    /// Reads `id number id number …`.
    static func list(_ text: String?) -> [SessionGroup] {
        let words = (text ?? "").split(separator: " ")
        return stride(from: 0, to: words.count - 1, by: 2).compactMap { index in
            guard let group = Group.ID(String(words[index])), let number = Int(words[index + 1])
            else { return nil }
            return SessionGroup(group: group, number: number)
        }
    }
}

extension SessionState {
    init?(code: String) {
        switch code {
        case "planned": self = .planned
        case "cancelled": self = .cancelled
        default: return nil
        }
    }

    /// The plan's state after the leader's word of it.
    func told(_ word: String?) -> SessionState {
        self == .planned && word == "notHeld" ? .notHeld : self
    }

    var code: String {
        switch self {
        case .planned, .notHeld: "planned"
        case .cancelled: "cancelled"
        }
    }
}
