/// Marks of one person, all in the same role, at sessions that stand near to one another: at most
/// sixteen, and told by sixteen bits each.
///
/// Whoever sits there by one place does so at all of them. So what follows from who they are and
/// where they sit is found once for all of these marks, and what they say is counted in as many
/// steps for sixteen as for one.
package struct MarkRun: Sendable {
    package let person: Int32
    /// Of a make-up, which is a run by itself, the session that it stands in for; of all others the
    /// place by which the person sits there. A position, or `Facts.none` where it isn't known.
    package let reference: Int32
    /// Position of the session that the lowest bit stands for.
    package let session: Int32
    /// Where the first of its minutes stands.
    package let minutes: Int32
    package let role: MarkRoleCode
    package internal(set) var said: MarkBits

    package init(
        person: Int32, reference: Int32, session: Int32, minutes: Int, role: MarkRoleCode,
        said: MarkBits
    ) {
        self.person = person
        self.reference = reference
        self.session = session
        self.minutes = Int32(minutes)
        self.role = role
        self.said = said
    }
}

extension MarkRun {
    // By `switch`: `==` of an enumeration is a call from another module.

    package var isMember: Bool {
        switch role {
        case .member: true
        case .guest, .makeUp: false
        }
    }

    package var isMakeUp: Bool {
        switch role {
        case .makeUp: true
        case .member, .guest: false
        }
    }
}

/// At which of sixteen sessions there are marks, and what they say.
///
/// Inlinable, for else each question would be a call from another module.
@usableFromInline
package struct MarkBits: Sendable, Equatable {
    @usableFromInline package internal(set) var sessions: UInt16
    /// The two bits of each value.
    @usableFromInline package internal(set) var low: UInt16
    @usableFromInline package internal(set) var high: UInt16
    /// Those with minutes.
    @usableFromInline package internal(set) var timed: UInt16

    @inlinable
    package init(sessions: UInt16 = 0, low: UInt16 = 0, high: UInt16 = 0, timed: UInt16 = 0) {
        self.sessions = sessions
        self.low = low
        self.high = high
        self.timed = timed
    }

    @inlinable package var present: UInt16 { sessions & ~(low | high) }

    /// What is said at some of the sessions.
    @inlinable
    package func at(_ some: UInt16) -> MarkBits {
        MarkBits(
            sessions: sessions & some, low: low & some, high: high & some, timed: timed & some)
    }

    /// - Parameter bit: of one of the sessions.
    package func value(at bit: UInt16) -> AttendanceCode {
        AttendanceCode(bits: (low & bit == 0 ? 0 : 1) | (high & bit == 0 ? 0 : 2))
    }

    package mutating func add(_ bit: UInt16, _ value: AttendanceCode, isTimed: Bool) {
        sessions |= bit
        if value.bits & 1 != 0 { low |= bit }
        if value.bits & 2 != 0 { high |= bit }
        if isTimed { timed |= bit }
    }
}

// Their numbers lie on disk in what is kept for figures: they stay as they are whatever is added.

extension AttendanceCode {
    /// Two bits.
    package var bits: UInt8 {
        switch self {
        case .present: 0
        case .notified: 1
        case .unnotified: 2
        case .excused: 3
        }
    }

    /// - Parameter bits: above the lowest two they mean nothing here.
    package init(bits: UInt8) {
        switch bits & 3 {
        case 0: self = .present
        case 1: self = .notified
        case 2: self = .unnotified
        default: self = .excused
        }
    }
}

extension MarkRoleCode {
    /// Two bits.
    package var bits: UInt8 {
        switch self {
        case .member: 0
        case .guest: 1
        case .makeUp: 2
        }
    }

    /// - Returns: nil for what isn't among them.
    package init?(bits: UInt8) {
        switch bits {
        case 0: self = .member
        case 1: self = .guest
        case 2: self = .makeUp
        default: return nil
        }
    }
}
