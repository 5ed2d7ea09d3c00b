import Courses

/// A mark of those that stand on a page of what is kept.
struct PackedMark: Equatable {
    /// The person's key.
    let person: Int64
    /// The key of the session that a make-up stands in for, of all others 0.
    let makeUpFor: Int64
    let minutes: MarkMinutes
    let role: MarkRoleCode
    let value: AttendanceCode
    /// It was made at the session's start or later.
    let isSinceStart: Bool
    /// Of the session on its page, from 0 to 15.
    let place: UInt8
}

/// The marks that somebody has on a page in the same role, as they stand there: what is the same for
/// many is told once, and what differs by bits.
///
/// First the step from the person before, whose key may be the same. Then a byte: the role in two
/// bits, and whether bits for three more things follow those of the sessions, two bytes each: the
/// values' two bits, unless all are present; those made since their session's start, unless all
/// were; those with minutes. Then session by session the minutes, and for what a make-up stands in.
struct PackedRun {
    let person: Int64
    let role: MarkRoleCode
    let said: MarkBits
    let sinceStart: UInt16

    fileprivate static let (hasValues, areSome, hasTimed): (UInt8, UInt8, UInt8) = (4, 8, 16)
}

extension PackReader {
    /// The next run; its minutes and make-ups follow.
    @inline(__always)
    mutating func run(after last: PackedRun?) -> PackedRun {
        let step = number()
        let head = byte()
        let sessions = bits()
        let low = head & PackedRun.hasValues == 0 ? 0 : bits()
        let high = head & PackedRun.hasValues == 0 ? 0 : bits()
        let sinceStart = head & PackedRun.areSome == 0 ? sessions : bits()
        let timed = head & PackedRun.hasTimed == 0 ? 0 : bits()
        let role = MarkRoleCode(bits: head & 3)
        // Nobody stands there in a role twice, nor without a mark.
        let (person, isBeyond) = (last?.person ?? 0).addingReportingOverflow(step)
        let isNext = last.map { step > 0 || step == 0 && $0.role.bits < head & 3 } ?? true
        if !isNext || isBeyond || role == nil || head >= 32 || sessions == 0
            || (low | high | sinceStart | timed) & ~sessions != 0
        {
            fail()
        }
        return PackedRun(
            person: person, role: role ?? .member,
            said: MarkBits(sessions: sessions, low: low, high: high, timed: timed),
            sinceStart: sinceStart)
    }

    @inline(__always)
    private mutating func bits() -> UInt16 { UInt16(byte()) | UInt16(byte()) << 8 }

    @inline(__always)
    mutating func minutes() -> MarkMinutes {
        let late = number()
        return MarkMinutes(late: late, leftEarly: number())
    }

    /// The marks of a run, whose minutes and make-ups are read.
    @inline(__always)
    mutating func forEachMark(of run: PackedRun, _ body: (PackedMark) -> Void) {
        var rest = run.said.sessions
        while rest != 0, !isDamaged {
            let place = rest.trailingZeroBitCount
            let bit = UInt16(1) << UInt16(place)
            rest &= ~bit
            let minutes = run.said.timed & bit == 0 ? MarkMinutes() : minutes()
            body(
                PackedMark(
                    person: run.person, makeUpFor: run.role == .makeUp ? number() : 0,
                    minutes: minutes, role: run.role, value: run.said.value(at: bit),
                    isSinceStart: run.sinceStart & bit != 0, place: UInt8(place)))
        }
    }
}

extension PackedMark {
    /// - Returns: nil of damaged bytes.
    static func all(in bytes: UnsafeRawBufferPointer) -> [PackedMark]? {
        var (reader, marks, last) = (PackReader(part: bytes), [PackedMark](), PackedRun?.none)
        marks.reserveCapacity(256)
        for _ in 0..<reader.count(ofBytes: 4) {
            let run = reader.run(after: last)
            guard !reader.isDamaged else { return nil }
            reader.forEachMark(of: run) { marks.append($0) }
            last = run
        }
        return reader.isWhole ? marks : nil
    }

    /// That of its session among the bits of the page.
    var bit: UInt16 { 1 << UInt16(place) }

    /// The order in which they stand on a page.
    fileprivate func precedes(_ other: PackedMark) -> Bool {
        guard person == other.person else { return person < other.person }
        let (own, others) = (role.bits, other.role.bits)
        return own == others ? place < other.place : own < others
    }

    fileprivate func isOfRun(_ other: PackedMark) -> Bool {
        person == other.person && role == other.role
    }
}

extension [PackedMark] {
    /// Puts among marks in their order others of a session, in their order too, and takes out those
    /// that it had.
    mutating func replace(_ session: UInt16, by others: [PackedMark]) {
        var merged: [PackedMark] = []
        merged.reserveCapacity(count + others.count)
        var next = 0
        for mark in self where mark.bit & session == 0 {
            while next < others.count, others[next].precedes(mark) {
                merged.append(others[next])
                next += 1
            }
            merged.append(mark)
        }
        merged += others[next...]
        self = merged
    }
}

extension PackWriter {
    /// - Parameter marks: in their order.
    mutating func add(_ marks: [PackedMark]) {
        add(marks.indices.count { $0 == 0 || !marks[$0].isOfRun(marks[$0 - 1]) })
        var (start, last) = (0, Int64(0))
        while start < marks.count {
            let first = marks[start]
            let end = marks[start...].firstIndex { !$0.isOfRun(first) } ?? marks.count
            add(first.person - last)
            add(run: marks[start..<end])
            (start, last) = (end, first.person)
        }
    }

    private mutating func add(run marks: ArraySlice<PackedMark>) {
        var (said, sinceStart) = (MarkBits(), UInt16(0))
        for mark in marks {
            let bit = mark.bit
            said.add(bit, mark.value, isTimed: mark.minutes.areTold)
            if mark.isSinceStart { sinceStart |= bit }
        }
        let role = marks[marks.startIndex].role
        let hasValues = said.low | said.high != 0
        let areSome = sinceStart != said.sessions
        add(
            byte: role.bits | (hasValues ? PackedRun.hasValues : 0)
                | (areSome ? PackedRun.areSome : 0) | (said.timed != 0 ? PackedRun.hasTimed : 0))
        add(bits: said.sessions)
        if hasValues {
            add(bits: said.low)
            add(bits: said.high)
        }
        if areSome { add(bits: sinceStart) }
        if said.timed != 0 { add(bits: said.timed) }
        for mark in marks {
            if mark.minutes.areTold {
                add(Int(mark.minutes.late))
                add(Int(mark.minutes.leftEarly))
            }
            if role == .makeUp { add(mark.makeUpFor) }
        }
    }

    private mutating func add(bits: UInt16) {
        add(byte: UInt8(truncatingIfNeeded: bits))
        add(byte: UInt8(truncatingIfNeeded: bits >> 8))
    }
}
