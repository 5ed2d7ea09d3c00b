import Courses
internal import GRDB

/// What becomes of a mark when the merge of two persons is undone.
enum UnmergedMark {
    /// As it was before, for whoever said it of whom.
    case restored
    /// The person who was merged away has it, as it is now, with this role.
    case other(role: String?)
    /// The kept person has it still, with this role.
    case kept(role: String?)
    /// It holds of this person as it is now, and beside it what the other had before.
    case both(holder: Int64, role: String?)
    /// It can't be told whose it is.
    case unclear
}

/// A mark of the kept person that a merge touched, or that was made since.
struct MergedMark {
    let session: Int64
    let meeting: MergeMeeting
    let fate: UnmergedMark
}

extension Reading {
    /// Every mark on whose owner the undoing of a merge must decide.
    func marks(splitting merge: PersonMergeRecord) throws -> [MergedMark] {
        let lineage = try lineage(of: merge)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT mark.*, session.public_id AS session, local_date,
                    (SELECT group_concat(name, char(31)) FROM session_group
                        JOIN course_group ON course_group.id = group_id
                        WHERE session_group.session_id = session.id) AS names,
                    EXISTS (SELECT 1 FROM session_word
                        WHERE session_word.session_id = session.id AND kind = 'signOff'
                            AND session_word.value = 'signedOff') AS is_signed,
                    \(Self.isOnRosterAfter("mark.session_id", person: "?3")) AS other_expected,
                    \(Self.isOnRosterAfter("mark.session_id", person: "?2")) AS kept_expected,
                    \(Self.isOnRosterAfter("mark.make_up_for", person: "?3")) AS other_missed,
                    \(Self.isOnRosterAfter("mark.make_up_for", person: "?2")) AS kept_missed
                FROM mark JOIN session ON session.id = mark.session_id
                WHERE mark.person_id = ?2 AND (act_id > ?4 OR session_id IN (
                    SELECT session_id FROM person_merge_mark WHERE operation_id = ?1))
                ORDER BY local_date, session.id
                """,
            arguments: [merge.operation, merge.kept, merge.other, merge.afterAct])
        return try rows.map { row in
            let session: Int64 = row["session_id"]
            let split = MarkSplit(
                row: row, before: try marksBefore(merge, session),
                named: try peopleNamed(session, merge, lineage), merge: merge)
            let meeting = MergeMeeting(
                session: row["session"], date: row["local_date"],
                groups: Self.names(row["names"]))
            return MergedMark(session: session, meeting: meeting, fate: split.fate)
        }
    }

    private func marksBefore(_ merge: PersonMergeRecord, _ session: Int64) throws -> [Row] {
        let statement = try db.cachedStatement(
            sql: "SELECT * FROM person_merge_mark WHERE operation_id = ? AND session_id = ?")
        return try Row.fetchAll(statement, arguments: [merge.operation, session])
    }

    /// Of whom accepted acts have spoken at a session before and since the merge.
    private func peopleNamed(
        _ session: Int64, _ merge: PersonMergeRecord, _ lineage: Set<Int64>
    ) throws -> NamedSides {
        var named = NamedSides()
        for act in try markActs(session, of: merge) {
            let isOther = lineage.contains(act.person)
            if act.key <= merge.afterAct {
                if !isOther { named.keptBefore = true }
            } else if isOther {
                named.otherSince = true
                named.lastIsOther = true
            } else {
                named.keptSince = true
                named.lastIsOther = false
            }
        }
        return named
    }

    /// Accepted acts about the kept person's mark at a session, in the order of their arrival.
    func markActs(
        _ session: Int64, of merge: PersonMergeRecord
    ) throws -> [(key: Int64, person: Int64)] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT act.id, coalesce(act_about.person_id, act.person_id) AS person
                FROM act LEFT JOIN act_about ON act_id = act.id
                    JOIN person ON person.id = coalesce(act_about.person_id, act.person_id)
                WHERE session_id = ?1 AND thing = 'mark' AND outcome = 'accepted'
                    AND (person.id = ?2 OR merged_into = ?2)
                ORDER BY act.id
                """)
        return try Row.fetchAll(statement, arguments: [session, merge.kept]).map {
            ($0["id"], $0["person"])
        }
    }

    /// Whether somebody is on the roster of a session once enrolments and places are as they
    /// were; with the merge's key as ?1.
    private static func isOnRosterAfter(_ session: String, person: String) -> String {
        """
        EXISTS (SELECT 1 FROM session AS meeting
            JOIN session_group ON session_group.session_id = meeting.id
            JOIN placement ON placement.group_id = session_group.group_id
            LEFT JOIN person_merge_row AS place ON place.operation_id = ?1
                AND place.kind = 'placement' AND place.row_id = placement.id
            JOIN enrolment ON enrolment.id = coalesce(place.was_id, placement.enrolment_id)
            LEFT JOIN person_merge_row AS whose ON whose.operation_id = ?1
                AND whose.kind = 'enrolment' AND whose.row_id = enrolment.id
            WHERE meeting.id = \(session) AND placement.voided_by IS NULL
                AND coalesce(whose.was_id, enrolment.person_id) = \(person)
                AND placement.starts_on <= meeting.local_date
                AND NOT EXISTS (SELECT 1 FROM placement_end WHERE placement_id = placement.id
                    AND placement_end.voided_by IS NULL
                    AND ends_before <= meeting.local_date))
        """
    }
}

/// Of whom accepted acts have spoken.
struct NamedSides {
    var keptBefore = false
    var keptSince = false
    var otherSince = false
    var lastIsOther = false
}

/// One mark, decided upon.
private struct MarkSplit {
    let row: Row
    let before: [Row]
    let named: NamedSides
    let merge: PersonMergeRecord

    private var role: String? { row["role"] }
    private var keptIsExpected: Bool { row["kept_expected"] }
    private var otherIsExpected: Bool { row["other_expected"] }

    /// Whom alone the role suits: whoever was expected there or, of a make-up, at the session that
    /// it makes up for.
    private var soleOwner: Int64? {
        let isMakeUp = role == "makeUp"
        guard isMakeUp || role == "member" else { return nil }
        let keptFits: Bool = row[isMakeUp ? "kept_missed" : "kept_expected"]
        let otherFits: Bool = row[isMakeUp ? "other_missed" : "other_expected"]
        guard keptFits != otherFits else { return nil }
        return keptFits ? merge.kept : merge.other
    }

    /// Whether it has become a make-up for what only the one who did not have it before missed.
    private func makesUp(insteadOf holder: Int64) -> Bool {
        role == "makeUp" && soleOwner != nil && soleOwner != holder
    }

    /// A mark that was cleared since says nothing, so that nothing of it can be given to the wrong
    /// one: clearing is always a way out. A signed list says the same afterwards as before.
    var fate: UnmergedMark {
        let fate = fateOfOpen
        return row["is_signed"] && role(after: fate) != role ? .unclear : fate
    }

    private func role(after fate: UnmergedMark) -> String? {
        switch fate {
        case .restored: before.first { $0["holds"] }?["role"]
        case .other(let role), .kept(let role), .both(_, let role): role
        case .unclear: role
        }
    }

    /// As if nothing had been signed.
    private var fateOfOpen: UnmergedMark {
        guard let held = before.first(where: { $0["holds"] }) else { return fateOfNew }
        let (act, before): (Int64, Int64) = (row["act_id"], held["act_id"])
        if act == before { return .restored }
        let isOthers = held["person_id"] == merge.other
        let was: String? = held["role"]
        if self.before.count == 2 {
            return differs(from: held)
                ? .unclear : .both(holder: held["person_id"], role: role == nil ? nil : was)
        }
        if makesUp(insteadOf: held["person_id"]), differs(from: held) { return .unclear }
        guard isOthers else { return .kept(role: keptIsExpected ? role : asGuest) }
        if was == "guest", role == "member", keptIsExpected, differs(from: held) {
            return .unclear
        }
        return .other(role: otherIsExpected ? role : asGuest)
    }

    private var fateOfNew: UnmergedMark {
        if named.otherSince, !named.keptSince, !named.keptBefore {
            if makesUp(insteadOf: merge.other) { return .unclear }
            return .other(role: otherIsExpected ? role : asGuest)
        }
        if named.otherSince, named.lastIsOther, role != nil { return .unclear }
        guard soleOwner == merge.other else { return .kept(role: role) }
        return named.keptBefore ? .unclear : .other(role: role)
    }

    /// Whoever was expected only together with the other was a guest.
    private var asGuest: String? { role == "member" ? "guest" : role }

    private func differs(from held: Row) -> Bool {
        role != nil
            && ["value", "late_minutes", "left_early_minutes", "mode", "make_up_for"].contains {
                column in
                (row[column] as DatabaseValue) != (held[column] as DatabaseValue)
            }
    }
}
