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
