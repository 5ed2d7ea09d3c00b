/// What a mark says and of whom as what, in four bits.
///
/// Its numbers lie on disk in what is kept for figures: they stay as they are whatever is added.
@usableFromInline
package struct MarkCode: Sendable, Equatable {
    /// The value in two bits, then the role in two; below 12.
    @usableFromInline package let bits: UInt8

    /// - Parameter bits: above the lowest four they mean nothing here, and a fourth role is a
    ///   make-up.
    @inlinable
    package init(bits: UInt8) {
        self.bits = bits & 0xC == 0xC ? bits & 0xB : bits & 0xF
    }

    package init(_ value: AttendanceCode, as role: MarkRoleCode) {
        let first: UInt8 =
            switch value {
            case .present: 0
            case .notified: 1
            case .unnotified: 2
            case .excused: 3
            }
        let second: UInt8 =
            switch role {
            case .member: 0
            case .guest: 1
            case .makeUp: 2
            }
        self.init(bits: first | second << 2)
    }
}

extension MarkCode {
    package var value: AttendanceCode {
        switch bits & 3 {
        case 0: .present
        case 1: .notified
        case 2: .unnotified
        default: .excused
        }
    }

    package var role: MarkRoleCode {
        switch bits >> 2 {
        case 0: .member
        case 1: .guest
        default: .makeUp
        }
    }

    @inlinable package var isPresent: Bool { bits & 3 == 0 }
    @inlinable package var isMember: Bool { bits < 4 }
    @inlinable package var isMakeUp: Bool { bits >= 8 }
    /// Only members are absent.
    @inlinable package var counts: Bool { isMember || isPresent }
    @inlinable package var isAttendance: Bool { bits == 0 }
    /// A guest takes no part.
    @inlinable package var isParticipation: Bool { isPresent && bits != 4 }
}
