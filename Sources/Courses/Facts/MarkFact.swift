/// A mark that counts; at most one for each person and session.
package struct MarkFact: Sendable, Equatable {
    package let session: Int32
    package let person: Int32
    package let value: AttendanceCode
    package let role: MarkRoleCode
    /// Of a make-up, the session that it stands in for; of any other mark, the place by which its
    /// person sits there, where that is known. A position, or `Facts.none`.
    package let reference: Int32
    package let minutes: MarkMinutes

    package init(
        session: Int32, person: Int32, value: AttendanceCode, role: MarkRoleCode,
        reference: Int32, minutes: MarkMinutes
    ) {
        self.session = session
        self.person = person
        self.value = value
        self.role = role
        self.reference = reference
        self.minutes = minutes
    }

    package init(
        session: Int32, person: Int32, value: AttendanceCode, role: MarkRoleCode = .member,
        makeUpFor: Int32 = Facts.none, late: Int16 = 0, leftEarly: Int16 = 0
    ) {
        self.init(
            session: session, person: person, value: value, role: role,
            reference: role == .makeUp ? makeUpFor : Facts.none,
            minutes: MarkMinutes(late: Int64(late), leftEarly: Int64(leftEarly)))
    }

    /// Of two that tell the same, one may know the place besides.
    package static func == (one: MarkFact, other: MarkFact) -> Bool {
        (one.session, one.person, one.value, one.role, one.makeUpFor, one.minutes)
            == (
                other.session, other.person, other.value, other.role, other.makeUpFor, other.minutes
            )
    }
}

extension MarkFact {
    /// Position of the session that a make-up stands in for, or `Facts.none`.
    package var makeUpFor: Int32 { role == .makeUp ? reference : Facts.none }
    /// Position of the only placement by which the person sits there, or `Facts.none` where it has
    /// to be looked up.
    package var placement: Int32 { role == .makeUp ? Facts.none : reference }
    package var late: Int { Int(minutes.late) }
    package var leftEarly: Int { Int(minutes.leftEarly) }
    /// Only members are absent.
    package var counts: Bool { role == .member || value == .present }
    package var isAttendance: Bool { role == .member && value == .present }
}

/// Whole minutes, 0 where none were told. More than 65,535 are told as that: no session is as long.
package struct MarkMinutes: Sendable, Equatable {
    package let late: UInt16
    package let leftEarly: UInt16

    package init(late: Int64 = 0, leftEarly: Int64 = 0) {
        self.late = UInt16(clamping: late)
        self.leftEarly = UInt16(clamping: leftEarly)
    }

    package var areTold: Bool { late > 0 || leftEarly > 0 }
}
