import Courses

extension Census {
    /// Who was expected and what the marks say, at a session that was taken.
    mutating func countPeople(at session: Int, _ part: Int32, _ seats: [Int32]) {
        seating.open(session)
        for placement in seating.expected {
            begin()
            let person = facts.placements[Int(placement)].person
            seatRows[Int(person)] = note(part, seats[Int(placement)])
            noteOtherSeats(of: person, part, seats)
            add { figures in
                figures.expected += 1
                figures.unmarked += 1
            }
        }
        for mark in marks[session] { count(facts.marks[Int(mark)], part, seats) }
    }

    private mutating func noteOtherSeats(of person: Int32, _ part: Int32, _ seats: [Int32]) {
        guard seating.hasOthers else { return }
        for other in seating.otherPlacements(of: person) { note(part, seats[Int(other)]) }
    }

    private mutating func count(_ mark: MarkFact, _ part: Int32, _ seats: [Int32]) {
        guard mark.role == .member || mark.value == .present else { return }
        let round = facts.sessions[Int(mark.session)].round
        let placement = seating.placement(of: mark.person)
        begin()
        if placement != nil {
            note(row: seatRows[Int(mark.person)])
            noteOtherSeats(of: mark.person, part, seats)
        } else if let place = seating.place(of: mark.person) {
            note(part, seat(place, person: mark.person, round: round))
        }
        switch mark.role {
        case .member: countMember(mark, seat: placement, round)
        case .makeUp: countParticipation(mark, round)
        case .guest: add { $0.guests += 1 }
        }
    }

    private mutating func countMember(_ mark: MarkFact, seat: Int32?, _ round: Int32) {
        if seat != nil { add { $0.unmarked -= 1 } }
        switch mark.value {
        case .present:
            add { $0.attended += 1 }
            let career = seat.map { careers[placement: $0] }
            if let career = career ?? careers.find(mark.person, in: round) {
                achieved[Int(career)] += 1
            }
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
        event.forEach { visits.append(mark.person, $0) }
    }
}
