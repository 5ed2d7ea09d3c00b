import Courses

extension Census {
    /// Who was expected and what the marks say, at a session that was taken.
    mutating func countPeople(at session: Int, _ part: Int32) {
        if parts.contains(.rosters) { countExpected(at: session, part) }
        guard parts.contains(.marks) else { return }
        let fact = facts.sessions[session]
        let minutes = Int(fact.minutes)
        let length = PeopleTally.Length(
            minutes: minutes,
            studyHours: facts.rounds[Int(fact.round)].rules.studyHours(minutes: minutes))
        var meeting: SessionGroups?
        let all = marks.marks
        for index in marks[session] {
            let mark = all[index]
            guard mark.code.counts else { continue }
            if mark.placement >= 0 {
                count(mark, by: mark.placement, at: session, part, length)
            } else {
                let groups = meeting ?? groupsMeeting(at: session)
                meeting = groups
                count(mark, at: session, in: groups, part, length)
            }
        }
    }

    private func groupsMeeting(at session: Int) -> SessionGroups {
        var meeting = SessionGroups()
        for entry in groups(of: session) { meeting.add(entry.group) }
        return meeting
    }

    /// Of somebody with one place there.
    @inline(__always)
    private mutating func count(
        _ mark: MarkFact, by placement: Int32, at session: Int, _ part: Int32,
        _ length: PeopleTally.Length
    ) {
        let seat = seatParts[Int(placement)]
        if seat >= 0 { count(mark, row: row(part, ofSeat: seat), length, isExpected: true) }
        if parts.contains(.courses), mark.code.isAttendance {
            achieve(careers[placement: placement], at: Int32(session), insteadOf: Facts.none)
        }
    }

    /// Of somebody whose places aren't known yet.
    private mutating func count(
        _ mark: MarkFact, at session: Int, in meeting: SessionGroups, _ part: Int32,
        _ length: PeopleTally.Length
    ) {
        var (first, others): (Int32, [Int32]) = (Facts.none, [])
        let day = facts.sessions[session].day
        places.forEach(of: mark.person, on: day, in: meeting) { placement, isOpen in
            guard isOpen else { return }
            if first < 0 { first = placement } else { others.append(placement) }
        }
        if first < 0 {
            countWithoutPlace(mark, at: session, part, length)
        } else if others.isEmpty {
            count(mark, by: first, at: session, part, length)
        } else {
            count(mark, inAllOf: [first] + others, part, length)
            guard parts.contains(.courses), mark.code.isAttendance else { return }
            achieve(careers[placement: first], at: Int32(session), insteadOf: Facts.none)
        }
    }

    /// Who has several places in a joint session counts in the rows of all of them.
    private mutating func countExpected(at session: Int, _ part: Int32) {
        moreSeats.removeAll(keepingCapacity: true)
        for placement in rosters.placements(at: session) {
            guard seatParts[Int(placement)] >= 0 else { continue }
            let person = facts.placements[Int(placement)].person
            let row = row(part, ofSeat: seatParts[Int(placement)])
            let seat = seats[Int(person)]
            if seat.session != Int32(session) {
                seats[Int(person)] = Seat(session: Int32(session), row: row)
            } else if seat.row == row || moreSeats.contains(where: { $0 == (person, row) }) {
                continue
            } else {
                moreSeats.append((person, row))
                repeated.expect()
            }
            tallies[Int(row)].expect()
        }
    }

    @inline(__always)
    private mutating func count(
        _ mark: MarkFact, row: Int32, _ length: PeopleTally.Length, isExpected: Bool
    ) {
        tallies[Int(row)].add(mark, at: length, isExpected: isExpected)
        if mark.code.isParticipation { visits.append(mark.person, row) }
    }

    /// In each row of their places once, and in the total once.
    private mutating func count(
        _ mark: MarkFact, inAllOf placements: [Int32], _ part: Int32, _ length: PeopleTally.Length
    ) {
        var counted: [Int32] = []
        for placement in placements where seatParts[Int(placement)] >= 0 {
            let row = row(part, ofSeat: seatParts[Int(placement)])
            guard !counted.contains(row) else { continue }
            if !counted.isEmpty { repeated.add(mark, at: length, isExpected: true) }
            counted.append(row)
            count(mark, row: row, length, isExpected: true)
        }
    }

    /// A session without groups has no rows.
    private mutating func countWithoutPlace(
        _ mark: MarkFact, at session: Int, _ part: Int32, _ length: PeopleTally.Length
    ) {
        let round = facts.sessions[session].round
        if let place = facts.place(of: mark.person, inOneOf: groups(of: session)) {
            let seat = seat(place, person: mark.person, round: round)
            if seat >= 0 {
                count(mark, row: row(part, ofSeat: seat), length, isExpected: false)
            }
        } else if !sieve.narrowsSeats {
            rowless.add(mark, at: length, isExpected: false)
        }
        if parts.contains(.courses), mark.code.isAttendance,
            let career = careers.find(mark.person, in: round)
        {
            achieve(career, at: Int32(session), insteadOf: Facts.none)
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
