import Courses
import Store

// What keeps anybody from being placed or moved, whoever they are.

extension Placing {
    mutating func check(_ request: PlaceRequest) throws {
        if let ended = round.endedOn, request.from >= ended {
            throw PlacingError.roundEnded(ended)
        }
        try watch(group.id, on: request.from)
        for person in request.people {
            try checkUnplaced(person, from: request.from)
            try watchOffer(to: person, on: request.from)
        }
        try checkNoMarks(of: request.people, from: request.from)
        try checkFit(
            request.people, on: request.from, request.inSpiteOfRules, reason: request.reason)
    }

    /// Nobody has two places at a time.
    func checkUnplaced(_ person: Person.ID, from date: LocalDate) throws {
        let known = try writing.reading.enrolment(of: person, in: round.id)
        if let present = known?.placements.first(where: { $0.reaches(date) }) {
            throw PlacingError.alreadyPlaced(person, in: present.group)
        }
    }

    /// A place may be dated back, but not past a signed list or a mark.
    func checkNoMarks(of people: [Person.ID], from date: LocalDate) throws {
        guard date <= writing.today else { return }
        for person in people {
            let bound = try writing.reading.sessionsBoundTo(person, in: group.id, from: date)
            guard bound.isEmpty else {
                throw PlacingError.againstMarks(person, sessions: bound)
            }
        }
    }

    func checkOpen(_ id: Group.ID) throws {
        let group = try writing.reading.group(id)
        if let closedOn = group.closedOn {
            throw PlacingError.groupClosed(name: group.name, on: closedOn)
        }
    }

    func checkForward(_ date: LocalDate) throws {
        guard date >= writing.today else { throw PlacingError.inThePast(date) }
        if let ended = round.endedOn { throw PlacingError.roundEnded(ended) }
    }

    /// A roster that somebody may already be marking, or has signed, is not changed.
    func checkNotBegun(_ groups: [Group.ID], on date: LocalDate) throws {
        guard date == writing.today else { return }
        for group in groups {
            let begun = try writing.reading.sessions(of: group, on: date).first {
                !$0.session.state.isCalledOff
                    && ($0.session.startsAt <= writing.now || $0.evidence.signedOff)
            }
            if let begun { throw PlacingError.sessionBegun(begun.session.id, on: date) }
        }
    }

    func presentGroup(of person: Person.ID, on date: LocalDate) throws -> Group.ID {
        let known = try writing.reading.enrolment(of: person, in: round.id)
        guard let known else { throw PlacingError.notEnrolled(person) }
        guard let present = known.placement(reaching: date) else {
            throw PlacingError.notPlaced(person)
        }
        return present.group
    }
}
