import Courses
internal import GRDB

extension Mark {
    /// From the columns of a mark in a book; nil where it was cleared.
    init?(entry row: BoundStatement) {
        guard let code: AttendanceCode = row.code(3),
            let value = Attendance(
                code: code, lateMinutes: row.optionalNumber(4),
                leftEarlyMinutes: row.optionalNumber(5)),
            let mode: SessionMode = row.code(6), let roleCode: MarkRoleCode = row.code(7),
            let role = MarkRole(roleCode, of: Session.ID(row.text(8)))
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
