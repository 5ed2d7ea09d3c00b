import Courses

/// What a session is counted by.
struct AskedSession {
    /// The half of the row's key that it gives.
    let part: Int32
    let isTaken: Bool
    let length: MarkTally.Length
}

/// Sixteen sessions, put together as far as they are counted alike; those alone that are asked for
/// and were taken.
struct AskedSessions {
    /// Position of the session that the lowest bit stands for.
    let start: Int32
    private(set) var kinds: [Kind] = []

    struct Kind {
        fileprivate(set) var sessions: UInt16
        let part: Int32
        let length: MarkTally.Length
    }

    fileprivate init(from start: Int32) { self.start = start }

    fileprivate mutating func add(_ asked: AskedSession, _ bit: UInt16) {
        for place in kinds.indices
        where kinds[place].part == asked.part && kinds[place].length == asked.length {
            kinds[place].sessions |= bit
            return
        }
        kinds.append(Kind(sessions: bit, part: asked.part, length: asked.length))
    }

    /// Of none.
    init() { start = Facts.none }
}

extension Census {
    /// - Returns: nil of one that isn't asked for.
    mutating func asked(_ session: Int) -> AskedSession? {
        let fact = facts.sessions[session]
        guard sieve.passes(fact) else { return nil }
        return AskedSession(
            part: keys.part(of: fact), isTaken: fact.isTaken,
            length: MarkTally.Length(fact, facts.rounds[Int(fact.round)].rules))
    }

    mutating func askedSessions(from start: Int32) -> AskedSessions {
        var sessions = AskedSessions(from: start)
        for place in 0..<min(UInt16.bitWidth, facts.sessions.count - Int(start)) {
            guard let asked = asked(Int(start) + place), asked.isTaken else { continue }
            sessions.add(asked, 1 << UInt16(place))
        }
        return sessions
    }

    /// Stands for what has not been looked up yet.
    static let unknown: Int32 = -2

    /// The half of the row's key that a placement gives; `Facts.none` where it doesn't pass.
    @inline(__always)
    mutating func seatPart(of placement: Int32) -> Int32 {
        let part = seatParts[Int(placement)]
        return part == Self.unknown ? find(seatOf: Int(placement)) : part
    }

    private mutating func find(seatOf placement: Int) -> Int32 {
        let fact = facts.placements[placement]
        let part = seat(
            facts.place(of: fact), person: fact.person,
            round: facts.groups[Int(fact.group)].round)
        seatParts[placement] = part
        return part
    }

    /// The same of somebody at a place.
    mutating func seat(_ place: Place, person: Int32, round: Int32) -> Int32 {
        guard sieve.passes(place, person: person, round: round) else { return Facts.none }
        return keys.part(of: place, person: person, round: round)
    }
}

extension SessionFact {
    /// By `switch`: `==` of an enumeration from another module is a call.
    var isTaken: Bool {
        switch status {
        case .taken: true
        case .upcoming, .cancelled, .notHeld, .notTaken: false
        }
    }
}
