/// A mark that counts; at most one for each person and session.
package struct MarkFact: Sendable, Equatable {
    package var session: Int32
    package var person: Int32
    /// Position of the session that a make-up stands in for, or `Facts.none`.
    package var makeUpFor: Int32
    /// Minutes; 0 where none were told.
    package var late: Int16
    package var leftEarly: Int16
    package var value: AttendanceCode
    package var role: MarkRoleCode

    package init(
        session: Int32, person: Int32, value: AttendanceCode, role: MarkRoleCode = .member,
        makeUpFor: Int32 = Facts.none, late: Int16 = 0, leftEarly: Int16 = 0
    ) {
        self.session = session
        self.person = person
        self.makeUpFor = makeUpFor
        self.late = late
        self.leftEarly = leftEarly
        self.value = value
        self.role = role
    }
}
