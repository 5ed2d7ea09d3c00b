import Courses

extension Census {
    /// Who was expected and what the marks say, at a session that was taken.
    mutating func countPeople(at session: Int, _ part: Int32) {
        seatEverybody(at: session, part)
        let fact = facts.sessions[session]
        let minutes = Int(fact.minutes)
        let length = PeopleTally.Length(
            minutes: minutes,
            studyHours: facts.rounds[Int(fact.round)].rules.studyHours(minutes: minutes))
        for index in marks[session] {
            let mark = marks.marks[index]
            guard mark.counts else { continue }
            let seat = seats[Int(mark.person)]
            if seat.session == Int32(session) {
                count(mark, row: seat.row, length, isExpected: true)
                if mark.isAttendance { achieved[Int(careers[placement: seat.placement])] += 1 }
                if !moreSeats.isEmpty { countElsewhere(mark, length) }
            } else {
                let row = rowWithoutSeat(of: mark, at: session, part)
                count(mark, row: row, length, isExpected: false)
                if mark.isAttendance, let career = careers.find(mark.person, in: fact.round) {
                    achieved[Int(career)] += 1
                }
            }
        }
    }

    /// Notes each person's first place on the roster; who has several in a joint session counts
    /// in the rows of all of them.
    private mutating func seatEverybody(at session: Int, _ part: Int32) {
        moreSeats.removeAll(keepingCapacity: true)
        for placement in rosters.placements(at: session) {
            let person = Int(people[Int(placement)])
            let row = row(part, ofSeat: seatParts[Int(placement)])
            if seats[person].session == Int32(session) {
                seatAgain(Int32(person), in: row)
            } else {
                seats[person] = Seat(session: Int32(session), placement: placement, row: row)
                tallies[Int(row)].expect()
                tally.expect()
            }
        }
    }

    private mutating func seatAgain(_ person: Int32, in row: Int32) {
        guard seats[Int(person)].row != row, !moreSeats.contains(where: { $0 == (person, row) })
        else { return }
        moreSeats.append((person, row))
        tallies[Int(row)].expect()
    }

    private mutating func count(
        _ mark: MarkFact, row: Int32, _ length: PeopleTally.Length, isExpected: Bool
    ) {
        tally.add(mark, at: length, isExpected: isExpected)
        guard row >= 0 else { return }
        tallies[Int(row)].add(mark, at: length, isExpected: isExpected)
        if mark.isParticipation { visits.append(mark.person, Int(row)) }
    }

    private mutating func countElsewhere(_ mark: MarkFact, _ length: PeopleTally.Length) {
        for (person, row) in moreSeats where person == mark.person {
            tallies[Int(row)].add(mark, at: length, isExpected: true)
            if mark.isParticipation { visits.append(person, Int(row)) }
        }
    }

    /// -1 at a session without groups.
    private mutating func rowWithoutSeat(
        of mark: MarkFact, at session: Int, _ part: Int32
    ) -> Int32 {
        guard let place = seating.place(of: mark.person, at: session) else { return -1 }
        let round = facts.sessions[session].round
        return row(part, ofSeat: keys.part(of: place, person: mark.person, round: round))
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

/// Where someone sits at the session at hand.
struct Seat {
    var session: Int32 = -1
    /// Position in `Facts.placements`.
    var placement: Int32 = -1
    var row: Int32 = -1
}

// By `switch`: `==` of an enumeration from another module is a call, and here a million of them.

extension MarkFact {
    /// Only members are absent.
    @inline(__always)
    fileprivate var counts: Bool {
        switch (role, value) {
        case (.member, _), (_, .present): true
        default: false
        }
    }

    @inline(__always)
    fileprivate var isAttendance: Bool {
        switch (role, value) {
        case (.member, .present): true
        default: false
        }
    }

    /// A guest takes no part.
    @inline(__always)
    fileprivate var isParticipation: Bool {
        switch (role, value) {
        case (.member, .present), (.makeUp, .present): true
        default: false
        }
    }
}
