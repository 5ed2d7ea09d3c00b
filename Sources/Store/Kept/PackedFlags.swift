import Courses

/// What a byte of a packed session tells.
struct PlanFlags {
    let mode: SessionMode
    let state: SessionState
    let saidHeld: Bool
    let isSignedOff: Bool

    var byte: UInt8 {
        mode.packed | state.packed << 2 | (saidHeld ? 0x10 : 0) | (isSignedOff ? 0x20 : 0)
    }
}

extension PlanFlags {
    init(byte: UInt8) {
        self.init(
            mode: SessionMode(packed: byte & 3), state: SessionState(packed: byte >> 2 & 3),
            saidHeld: byte & 0x10 != 0, isSignedOff: byte & 0x20 != 0)
    }
}

/// What a byte of a packed mark tells.
struct MarkFlags {
    let value: AttendanceCode
    let role: MarkRoleCode
    /// It was made at the session's start or later.
    let isSinceStart: Bool
    /// Minutes late or left early follow.
    let hasMinutes: Bool

    var byte: UInt8 {
        value.packed | role.packed << 2 | (isSinceStart ? 0x10 : 0) | (hasMinutes ? 0x20 : 0)
    }
}

extension MarkFlags {
    @inline(__always)
    init(byte: UInt8) {
        self.init(
            value: AttendanceCode(packed: byte & 3), role: MarkRoleCode(packed: byte >> 2 & 3),
            isSinceStart: byte & 0x10 != 0, hasMinutes: byte & 0x20 != 0)
    }
}

/// What a byte of a packed headcount tells.
struct HeadcountFlags {
    let gender: Gender
    /// A language follows.
    let hasLanguage: Bool
    let isChildcare: Bool

    var byte: UInt8 {
        gender.packed | (hasLanguage ? 4 : 0) | (isChildcare ? 8 : 0)
    }
}

extension HeadcountFlags {
    init(byte: UInt8) {
        self.init(
            gender: Gender(packed: byte & 3), hasLanguage: byte & 4 != 0,
            isChildcare: byte & 8 != 0)
    }
}

// Two bits each. Their numbers lie on disk: they stay as they are whatever is added.

extension SessionMode {
    fileprivate var packed: UInt8 {
        switch self {
        case .onsite: 0
        case .remote: 1
        case .hybrid: 2
        }
    }

    fileprivate init(packed: UInt8) {
        self = packed == 1 ? .remote : packed == 2 ? .hybrid : .onsite
    }
}

extension SessionState {
    fileprivate var packed: UInt8 {
        switch self {
        case .planned: 0
        case .cancelled: 1
        case .notHeld: 2
        }
    }

    fileprivate init(packed: UInt8) {
        self = packed == 1 ? .cancelled : packed == 2 ? .notHeld : .planned
    }
}

extension AttendanceCode {
    fileprivate var packed: UInt8 {
        switch self {
        case .present: 0
        case .notified: 1
        case .unnotified: 2
        case .excused: 3
        }
    }

    @inline(__always)
    fileprivate init(packed: UInt8) {
        switch packed {
        case 0: self = .present
        case 1: self = .notified
        case 2: self = .unnotified
        default: self = .excused
        }
    }
}

extension MarkRoleCode {
    fileprivate var packed: UInt8 {
        switch self {
        case .member: 0
        case .guest: 1
        case .makeUp: 2
        }
    }

    @inline(__always)
    fileprivate init(packed: UInt8) {
        self = packed == 0 ? .member : packed == 1 ? .guest : .makeUp
    }
}

extension Gender {
    var packed: UInt8 {
        switch self {
        case .woman: 0
        case .man: 1
        case .unknown: 2
        }
    }

    init(packed: UInt8) {
        self = packed == 0 ? .woman : packed == 1 ? .man : .unknown
    }
}
