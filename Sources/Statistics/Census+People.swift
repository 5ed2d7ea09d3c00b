import Courses

extension Census {
    /// Who was expected and what the marks say, at a session that was taken.
    mutating func countPeople(at session: Int, _ part: Int32, _ seats: [Int32]) {
        seating.open(session)
        for placement in seating.expected {
            event.removeAll(keepingCapacity: true)
            noteSeats(placement, part, seats)
            add { figures in
                figures.expected += 1
                figures.unmarked += 1
            }
        }
        for mark in marks[session] { count(facts.marks[Int(mark)], part, seats) }
    }

    private mutating func noteSeats(_ placement: Int32, _ part: Int32, _ seats: [Int32]) {
        note(part, seats[Int(placement)])
        let person = facts.placements[Int(placement)].person
        for other in seating.otherPlacements(of: person) { note(part, seats[Int(other)]) }
    }

    private mutating func count(_ mark: MarkFact, _ part: Int32, _ seats: [Int32]) {
        let round = facts.sessions[Int(mark.session)].round
        let placement = seating.placement(of: mark.person)
        event.removeAll(keepingCapacity: true)
        if let placement {
            noteSeats(placement, part, seats)
        } else if let place = seating.place(of: mark.person) {
            note(part, keys.part(of: place, person: mark.person, round: round))
        }
        switch (mark.role, mark.value) {
        case (.member, let value): countMember(mark, value, wasExpected: placement != nil, round)
        case (.makeUp, .present): countParticipation(mark, round)
        case (.guest, .present): add { $0.guests += 1 }
        case (.makeUp, _), (.guest, _): break
        }
    }

    private mutating func countMember(
        _ mark: MarkFact, _ value: AttendanceCode, wasExpected: Bool, _ round: Int32
    ) {
        if wasExpected { add { $0.unmarked -= 1 } }
        switch value {
        case .present:
            add { $0.attended += 1 }
            if let career = careers.find(mark.person, in: round) { achieved[Int(career)] += 1 }
            countParticipation(mark, round)
        case .notified: add { $0.absentNotified += 1 }
        case .unnotified: add { $0.absentUnnotified += 1 }
        case .excused: add { $0.excused += 1 }
        }
    }

    private mutating func countParticipation(_ mark: MarkFact, _ round: Int32) {
        let minutes = Int(facts.sessions[Int(mark.session)].minutes)
        let delivered = max(0, minutes - Int(mark.late) - Int(mark.leftEarly))
        let hours = facts.rounds[Int(round)].rules.studyHours(minutes: minutes)
        add { figures in
            figures.participations += 1
            figures.scheduledMinutes += minutes
            figures.deliveredMinutes += delivered
            figures.studyHours += hours
        }
        visits.append(mark.person, event)
    }
}
