import Courses

extension Census {
    /// Adds to each career the different sessions that make-ups stand in for, unless they were
    /// attended themselves.
    mutating func countMakeUps() {
        let makeUps = facts.marks.makeUps.compactMap { mark -> MakeUp? in
            guard let career = careerHelped(by: mark) else { return nil }
            let day = facts.sessions[Int(mark.session)].day
            return MakeUp(
                career: career, missed: mark.makeUpFor, person: mark.person, day: day,
                session: mark.session)
        }
        let attended = attended(of: makeUps)
        var previous: MakeUp?
        for makeUp in makeUps.sorted() where !attended.contains(makeUp.seat) {
            if previous?.career != makeUp.career || previous?.missed != makeUp.missed {
                achieve(makeUp.career, at: makeUp.session, insteadOf: makeUp.missed)
            }
            previous = makeUp
        }
    }

    /// Adds a session to a career, and to the list of them where one is made.
    @inline(__always)
    mutating func achieve(_ career: Int32, at session: Int32, insteadOf missed: Int32) {
        achieved[Int(career)] += 1
        guard steps != nil else { return }
        steps?.append((career, Achievement.Step(session: session, insteadOf: missed)))
    }

    /// The career in which the mark makes up for a session of a group of theirs.
    private func careerHelped(by mark: MarkFact) -> Int32? {
        guard mark.makeUpFor >= 0, mark.value == .present,
            facts.sessions[Int(mark.session)].isTaken
        else { return nil }
        let missed = Int(mark.makeUpFor)
        guard let career = careers.find(mark.person, in: facts.sessions[missed].round),
            careers.isPlaced(Int(career), inOneOf: groups(of: missed), facts)
        else { return nil }
        return career
    }

    /// Those of the sessions made up for that were attended after all.
    private func attended(of makeUps: [MakeUp]) -> Set<PersonAtSession> {
        guard !makeUps.isEmpty else { return [] }
        let seats = Set(makeUps.map(\.seat))
        var isHelped = [Bool](repeating: false, count: facts.people.count)
        for makeUp in makeUps { isHelped[Int(makeUp.person)] = true }
        var attended: Set<PersonAtSession> = []
        facts.marks.forEach(of: { isHelped[Int($0)] }) { mark in
            let seat = PersonAtSession(person: mark.person, session: mark.session)
            guard mark.isAttendance, facts.sessions[Int(mark.session)].isTaken,
                seats.contains(seat)
            else { return }
            attended.insert(seat)
        }
        return attended
    }

    mutating func countCompleted() {
        for career in careers.indices where hasCompleted(career) {
            begin()
            noteCareer(career, facts.placements[Int(careers.lastPlacements[career])])
            add { $0.completed? += 1 }
        }
    }

    func hasCompleted(_ career: Int) -> Bool {
        let index = careers.round(of: career)
        let round = facts.rounds[index]
        guard sieve.rounds[index], let endedOn = round.endedOn, endedOn.dayNumber <= Int(asOf),
            careers.lastPlacements[career] >= 0, !careers.hasWithdrawn(career, asOf: asOf)
        else { return false }
        return Int(achieved[career]) >= round.rules.completionThreshold
    }

    private mutating func noteCareer(_ career: Int, _ placement: PlacementFact) {
        let round = careers.round(of: career)
        let seat = seat(
            facts.place(of: placement), person: placement.person, round: Int32(round))
        guard seat >= 0 else { return }
        isAsked = true
        guard !splitting.splitCourses else { return }
        note(keys.part(of: round), seat)
    }
}

private struct PersonAtSession: Hashable {
    let person: Int32
    let session: Int32
}

/// Of several that stand in for the same session, the first counts.
private struct MakeUp: Comparable {
    let career: Int32
    let missed: Int32
    let person: Int32
    let day: Int32
    let session: Int32

    /// Where the person was missed.
    var seat: PersonAtSession { PersonAtSession(person: person, session: missed) }

    static func < (one: MakeUp, other: MakeUp) -> Bool {
        (one.career, one.missed, one.day, one.session)
            < (other.career, other.missed, other.day, other.session)
    }
}
