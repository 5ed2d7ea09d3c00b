/// One statement about one person at one session.
package struct Mark: Sendable, Hashable {
    package let value: Attendance
    package let mode: SessionMode
    package let role: MarkRole

    package init(value: Attendance, mode: SessionMode, role: MarkRole) {
        self.value = value
        self.mode = mode
        self.role = role
    }
}

package enum Attendance: Sendable, Hashable {
    /// Minutes late and minutes left early, each at least 1 where told.
    case present(lateMinutes: Int?, leftEarlyMinutes: Int?)
    case absent(Absence)

    package var isPresent: Bool {
        if case .present = self { true } else { false }
    }

    package var code: AttendanceCode {
        switch self {
        case .present: .present
        case .absent(.notified): .notified
        case .absent(.unnotified): .unnotified
        case .absent(.excused): .excused
        }
    }
}

package enum Absence: String, CaseIterable, Sendable {
    case notified, unnotified
    /// For a reason that the organisation has listed as not counting.
    case excused
}

/// How the value of a mark is written, on the wire and in the store.
package enum AttendanceCode: String, CaseIterable, Sendable, Codable {
    case present, notified, unnotified, excused
}

extension Attendance {
    /// Nil when minutes are told of someone absent, or are below 1.
    package init?(code: AttendanceCode, lateMinutes: Int?, leftEarlyMinutes: Int?) {
        if let lateMinutes, lateMinutes < 1 { return nil }
        if let leftEarlyMinutes, leftEarlyMinutes < 1 { return nil }
        let absence: Absence? =
            switch code {
            case .present: nil
            case .notified: .notified
            case .unnotified: .unnotified
            case .excused: .excused
            }
        guard let absence else {
            self = .present(lateMinutes: lateMinutes, leftEarlyMinutes: leftEarlyMinutes)
            return
        }
        guard lateMinutes == nil, leftEarlyMinutes == nil else { return nil }
        self = .absent(absence)
    }

    package var lateMinutes: Int? {
        if case .present(let late, _) = self { late } else { nil }
    }

    package var leftEarlyMinutes: Int? {
        if case .present(_, let early) = self { early } else { nil }
    }
}

/// As what someone took part.
package enum MarkRole: Sendable, Hashable {
    case member
    case guest
    /// Stands in for one named session that they missed.
    case makeUp(for: Session.ID)

    package var code: MarkRoleCode {
        switch self {
        case .member: .member
        case .guest: .guest
        case .makeUp: .makeUp
        }
    }

    package var makeUpFor: Session.ID? {
        if case .makeUp(let session) = self { session } else { nil }
    }
}

package enum MarkRoleCode: String, CaseIterable, Sendable, Codable {
    case member, guest, makeUp
}
