import Courses

extension Census {
    /// What some of the marks say, of sessions that were taken.
    mutating func count(_ marks: MarkRuns) {
        var asked = AskedSessions()
        for run in marks.runs {
            // Runs that follow one another are mostly of the same sessions.
            if run.session != asked.start { asked = askedSessions(from: run.session) }
            if run.reference >= 0, !run.isMakeUp {
                count(run, asked, marks.minutes)
            } else {
                countOneByOne(run, asked, marks)
            }
        }
    }

    /// Of somebody with one place there.
    @inline(__always)
    private mutating func count(_ run: MarkRun, _ asked: AskedSessions, _ minutes: [MarkMinutes]) {
        let seat = seatPart(of: run.reference)
        for place in asked.kinds.indices {
            let kind = asked.kinds[place]
            guard run.said.sessions & kind.sessions != 0 else { continue }
            if seat >= 0 {
                let tally = MarkTally(run, at: kind.sessions, kind.length, minutes)
                if !tally.isEmpty {
                    let row = row(kind.part, ofSeat: seat)
                    count(tally, of: run.person, row: row, isExpected: true)
                }
            }
            if parts.contains(.courses), run.isMember {
                achieve(
                    careers[placement: run.reference], at: run.said.present & kind.sessions,
                    from: run.session)
            }
        }
    }

    /// Adds sessions attended to a career.
    private mutating func achieve(_ career: Int32, at sessions: UInt16, from start: Int32) {
        var rest = sessions
        while rest != 0 {
            achieve(career, at: start + Int32(rest.trailingZeroBitCount), insteadOf: Facts.none)
            rest &= rest - 1
        }
    }

    @inline(__always)
    private mutating func count(
        _ tally: MarkTally, of person: Int32, row: Int32, isExpected: Bool
    ) {
        tallies[Int(row)].add(tally, isExpected: isExpected)
        if tally.hasParticipation { visits.append(person, row) }
    }

    private mutating func countOneByOne(
        _ run: MarkRun, _ asked: AskedSessions, _ marks: MarkRuns
    ) {
        for mark in marks.marks(of: run) where mark.counts {
            let bit = UInt16(1) << UInt16(mark.session - run.session)
            for kind in asked.kinds where kind.sessions & bit != 0 { count(mark, kind) }
        }
    }

    private func groupsMeeting(at session: Int) -> SessionGroups {
        var meeting = SessionGroups()
        for entry in groups(of: session) { meeting.add(entry.group) }
        return meeting
    }

    /// Of somebody whose places aren't known yet.
    private mutating func count(_ mark: MarkFact, _ asked: AskedSessions.Kind) {
        var (first, others): (Int32, [Int32]) = (Facts.none, [])
        let session = Int(mark.session)
        let places = places ?? Places(facts)
        self.places = places
        places.forEach(
            of: mark.person, on: facts.sessions[session].day, in: groupsMeeting(at: session)
        ) { placement, isOpen in
            guard isOpen else { return }
            if first < 0 { first = placement } else { others.append(placement) }
        }
        guard first >= 0 else { return countWithoutPlace(mark, asked) }
        count(mark, inAllOf: [first] + others, asked)
        guard parts.contains(.courses), mark.isAttendance else { return }
        achieve(careers[placement: first], at: mark.session, insteadOf: Facts.none)
    }

    /// Who has several places in a joint session counts in the rows of all of them.
    mutating func countExpected(at session: Int, _ part: Int32) {
        moreSeats.removeAll(keepingCapacity: true)
        for placement in rosters.placements(at: session) {
            let seat = seatPart(of: placement)
            guard seat >= 0 else { continue }
            let person = facts.placements[Int(placement)].person
            let row = row(part, ofSeat: seat)
            let known = seats[Int(person)]
            if known.session != Int32(session) {
                seats[Int(person)] = Seat(session: Int32(session), row: row)
            } else if known.row == row || moreSeats.contains(where: { $0 == (person, row) }) {
                continue
            } else {
                moreSeats.append((person, row))
                repeated.expect()
            }
            tallies[Int(row)].expect()
        }
    }

    /// In each row of their places once, and in the total once.
    private mutating func count(
        _ mark: MarkFact, inAllOf placements: [Int32], _ asked: AskedSessions.Kind
    ) {
        let tally = MarkTally(mark, at: asked.length)
        var counted: [Int32] = []
        for placement in placements {
            let seat = seatPart(of: placement)
            guard seat >= 0 else { continue }
            let row = row(asked.part, ofSeat: seat)
            guard !counted.contains(row) else { continue }
            if !counted.isEmpty { repeated.add(tally, isExpected: true) }
            counted.append(row)
            count(tally, of: mark.person, row: row, isExpected: true)
        }
    }

    /// A session without groups has no rows.
    private mutating func countWithoutPlace(_ mark: MarkFact, _ asked: AskedSessions.Kind) {
        let tally = MarkTally(mark, at: asked.length)
        let session = Int(mark.session)
        let round = facts.sessions[session].round
        if let place = facts.place(of: mark.person, inOneOf: groups(of: session)) {
            let seat = seat(place, person: mark.person, round: round)
            if seat >= 0 {
                count(
                    tally, of: mark.person, row: row(asked.part, ofSeat: seat), isExpected: false)
            }
        } else if !sieve.narrowsSeats {
            rowless.add(tally, isExpected: false)
        }
        if parts.contains(.courses), mark.isAttendance,
            let career = careers.find(mark.person, in: round)
        {
            achieve(career, at: mark.session, insteadOf: Facts.none)
        }
    }

    /// The row that a session's part and a seat's make; sessions that follow one another often
    /// have the same seats.
    private mutating func row(_ part: Int32, ofSeat seat: Int32) -> Int32 {
        if Int(seat) >= rowsOfSeats.count {
            let missing = Int(seat) + 1 - rowsOfSeats.count
            rowsOfSeats.append(
                contentsOf: repeatElement((part: Int32(-1), row: Int32(-1)), count: missing))
        }
        let known = rowsOfSeats[Int(seat)]
        if known.part == part { return known.row }
        let row = newRow(part, seat)
        rowsOfSeats[Int(seat)] = (part, row)
        return row
    }
}

/// The session at which someone was expected last, and the first row in which.
struct Seat {
    var session = Facts.none
    var row = Facts.none
}
