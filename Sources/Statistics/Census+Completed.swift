import Courses

extension Census {
    /// Adds to each career the different sessions that make-ups stand in for.
    mutating func countMakeUps() {
        let makeUps = marks.marks.compactMap { mark -> MakeUp? in
            guard let career = careerHelped(by: mark) else { return nil }
            let day = facts.sessions[Int(mark.session)].day
            return MakeUp(
                career: career, missed: mark.makeUpFor, day: day, session: mark.session)
        }
        var previous: MakeUp?
        for makeUp in makeUps.sorted() {
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

    /// The career in which the mark makes up for a session of a group of theirs, missed.
    private func careerHelped(by mark: MarkFact) -> Int32? {
        guard mark.code.isMakeUp, mark.makeUpFor >= 0, mark.code.isPresent,
            facts.sessions[Int(mark.session)].isTaken
        else { return nil }
        let missed = Int(mark.makeUpFor)
        guard let career = careers.find(mark.person, in: facts.sessions[missed].round),
            careers.isPlaced(Int(career), inOneOf: groups(of: missed), facts),
            !attended(missed, mark.person)
        else { return nil }
        return career
    }

    private func attended(_ session: Int, _ person: Int32) -> Bool {
        guard facts.sessions[session].isTaken else { return false }
        return marks[session].contains { index in
            let mark = marks.marks[index]
            return mark.person == person && mark.code.isAttendance
        }
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

/// Of several that stand in for the same session, the first counts.
private struct MakeUp: Comparable {
    let career: Int32
    let missed: Int32
    let day: Int32
    let session: Int32

    static func < (one: MakeUp, other: MakeUp) -> Bool {
        (one.career, one.missed, one.day, one.session)
            < (other.career, other.missed, other.day, other.session)
    }
}
