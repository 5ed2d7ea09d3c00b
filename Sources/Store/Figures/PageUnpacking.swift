import Courses

/// Unpacks the marks of pages of sessions, one page after the other.
///
/// Inside, bits stand for those of the page's sessions that are asked for, one after the other.
struct PageUnpacking {
    private let unpacking: MarksUnpacking
    private let sessions: MarksUnpacking.Sessions
    private(set) var marks: MarkRuns
    private var page = PackedMarks.Page()
    private var meetings: [Meeting] = []
    /// The sessions with a mark that counts and was made at their start or later.
    private var sinceStart: UInt16 = 0

    /// A joint session, or all sessions in which the same group meets alone.
    private struct Meeting {
        let groups: SessionGroups
        /// The group, where no other meets; else `Facts.none`.
        let only: Int32
        var sessions: UInt16
        var days: ClosedRange<Int32>
    }

    /// - Parameter bytes: how many there are to be unpacked.
    init(_ unpacking: MarksUnpacking, _ sessions: MarksUnpacking.Sessions, bytes: Int) {
        self.unpacking = unpacking
        self.sessions = sessions
        marks = MarkRuns()
        // A run takes four at least, and mostly more.
        marks.reserveCapacity(runs: bytes / 6)
    }

    /// - Returns: false where it is damaged.
    mutating func unpack(_ page: PackedMarks.Page, _ bytes: UnsafeRawBufferPointer) -> Bool {
        self.page = page
        sinceStart = 0
        meetings.removeAll(keepingCapacity: true)
        let count = page.asked.nonzeroBitCount
        for place in 0..<count { addMeeting(1 << UInt16(place), page.start + place) }
        var (reader, last) = (PackReader(part: bytes), PackedRun?.none)
        for _ in 0..<reader.count(ofBytes: 4) {
            let run = reader.run(after: last)
            if run.said.sessions & ~page.all != 0 { reader.fail() }
            guard !reader.isDamaged else { return false }
            unpack(run, &reader)
            last = run
        }
        for place in 0..<count {
            tellState(of: page.start + place, sinceStart & 1 << UInt16(place) != 0)
        }
        return reader.isWhole
    }

    private mutating func addMeeting(_ bit: UInt16, _ session: Int) {
        let (own, day) = (groups(of: session), sessions.facts[session].day)
        let only = own.count == 1 ? unpacking.sessionGroups[own.lowerBound].group : Facts.none
        if only >= 0, let same = meetings.lastIndex(where: { $0.only == only }) {
            let days = meetings[same].days
            meetings[same].days = min(days.lowerBound, day)...max(days.upperBound, day)
            meetings[same].sessions |= bit
        } else {
            var groups = SessionGroups()
            for entry in own { groups.add(unpacking.sessionGroups[entry].group) }
            meetings.append(
                Meeting(groups: groups, only: only, sessions: bit, days: day...day))
        }
    }

    /// Where those that meet in it stand.
    private func groups(of session: Int) -> Range<Int> {
        let start = session > 0 ? Int(unpacking.packed.sessions[session - 1].groupsEnd) : 0
        return start..<Int(unpacking.packed.sessions[session].groupsEnd)
    }

    private func tellState(of session: Int, _ hasMarkSinceStart: Bool) {
        var evidence = unpacking.packed.sessions[session].evidence
        evidence.hasMarkSinceStart = hasMarkSinceStart
        sessions.facts[session].status = evidence.status(at: unpacking.now)
        sessions.facts[session].isHeld = evidence.isHeld
    }

    @inline(__always)
    private mutating func unpack(_ run: PackedRun, _ reader: inout PackReader) {
        let someone = unpacking.personIndex[run.person] ?? Facts.none
        let sessions = asked(run.said.sessions)
        let place = someone < 0 ? Facts.none : onlyPlace(of: someone, at: sessions)
        guard place >= 0, !run.isMakeUp, run.said.sessions & ~page.asked == 0 else {
            return unpackOneByOne(run, of: someone, by: place, &reader)
        }
        sinceStart |= asked(run.sinceStart)
        marks.append(
            MarkRun(
                person: someone, reference: place, session: Int32(page.start),
                minutes: marks.minutes.count, role: run.role,
                said: MarkBits(
                    sessions: sessions, low: asked(run.said.low), high: asked(run.said.high),
                    timed: asked(run.said.timed))))
        var timed = run.said.timed
        while timed != 0 {
            marks.append(reader.minutes())
            timed &= timed - 1
        }
    }

    /// - Parameters:
    ///   - person: nobody's marks are passed over.
    ///   - place: the only one at all the sessions, or `Facts.none`.
    private mutating func unpackOneByOne(
        _ run: PackedRun, of person: Int32, by place: Int32, _ reader: inout PackReader
    ) {
        reader.forEachMark(of: run) { mark in
            guard person >= 0, page.asked & mark.bit != 0 else { return }
            let session = asked(mark.bit)
            guard let reference = reference(of: mark, by: person, at: session, place) else {
                return
            }
            if mark.isSinceStart { sinceStart |= session }
            marks.append(
                MarkFact(
                    session: Int32(page.start + session.trailingZeroBitCount), person: person,
                    value: mark.value, role: mark.role, reference: reference,
                    minutes: mark.minutes))
        }
    }

    /// The bits that stand inside for some of the page.
    @inline(__always)
    private func asked(_ places: UInt16) -> UInt16 {
        // Nearly always all from the first on are asked for.
        page.asked & (page.asked &+ 1) == 0 ? places & page.asked : squeezed(places)
    }

    private func squeezed(_ places: UInt16) -> UInt16 {
        var (squeezed, bit, rest): (UInt16, UInt16, UInt16) = (0, 1, page.asked)
        while rest != 0 {
            if places & (rest & (~rest &+ 1)) != 0 { squeezed |= bit }
            bit <<= 1
            rest &= rest - 1
        }
        return squeezed
    }

    /// The place by which somebody sits in all these sessions, if it is the only one.
    @inline(__always)
    private func onlyPlace(of person: Int32, at sessions: UInt16) -> Int32 {
        for meeting in meetings where sessions & ~meeting.sessions == 0 {
            return unpacking.places.only(of: person, on: meeting.days, in: meeting.groups)
        }
        return Facts.none
    }

    /// - Parameter place: the only one at all their sessions, or `Facts.none`.
    /// - Returns: as `MarkRun.reference`; nil where the mark counts for nothing.
    private func reference(
        of mark: PackedMark, by person: Int32, at session: UInt16, _ place: Int32
    ) -> Int32? {
        if mark.role == .makeUp { return unpacking.sessionIndex[mark.makeUpFor] ?? Facts.none }
        if place >= 0 { return place }
        let seat = seat(of: person, at: session)
        return seat.isHeld || mark.role != .member ? seat.placement : nil
    }

    /// Whether somebody has a place there, and which, if it is the only one in a group still open.
    private func seat(of person: Int32, at session: UInt16) -> (isHeld: Bool, placement: Int32) {
        guard let meeting = meetings.first(where: { $0.sessions & session != 0 }) else {
            return (false, Facts.none)
        }
        let day = sessions.facts[page.start + session.trailingZeroBitCount].day
        var (held, open, placement) = (0, 0, Facts.none)
        unpacking.places.forEach(of: person, on: day, in: meeting.groups) { found, isOpen in
            held += 1
            if isOpen { (open, placement) = (open + 1, found) }
        }
        return (held > 0, open == 1 ? placement : Facts.none)
    }
}

extension PackedRun {
    /// By `switch`: `==` of an enumeration from another module is a call.
    fileprivate var isMakeUp: Bool {
        switch role {
        case .makeUp: true
        case .member, .guest: false
        }
    }
}
