import Courses

extension Census {
    /// Adds to each career the different sessions that make-ups stand in for.
    mutating func countMakeUps() {
        let named = facts.marks.compactMap { mark -> UInt64? in
            guard let career = careerHelped(by: mark) else { return nil }
            return UInt64(career) << 32 | UInt64(mark.makeUpFor)
        }
        var previous: UInt64?
        for pair in named.sorted() where pair != previous {
            achieved[Int(pair >> 32)] += 1
            previous = pair
        }
    }

    /// The career in which the mark makes up for a session of a group of theirs, missed.
    private func careerHelped(by mark: MarkFact) -> Int32? {
        guard mark.role == .makeUp, mark.makeUpFor >= 0, mark.value == .present,
            facts.sessions[Int(mark.session)].status == .taken
        else { return nil }
        let missed = Int(mark.makeUpFor)
        guard let career = careers.find(mark.person, in: facts.sessions[missed].round),
            careers.isPlaced(Int(career), inOneOf: seating.groups(of: missed), facts),
            !attended(missed, mark.person)
        else { return nil }
        return career
    }

    private func attended(_ session: Int, _ person: Int32) -> Bool {
        guard facts.sessions[session].status == .taken else { return false }
        return marks[session].contains { index in
            let mark = facts.marks[Int(index)]
            return mark.person == person && mark.role == .member && mark.value == .present
        }
    }

    mutating func countCompleted() {
        for career in careers.indices where hasCompleted(career) {
            begin()
            noteCareer(career, facts.placements[Int(careers.lastPlacements[career])])
            add { $0.completed? += 1 }
        }
    }

    private func hasCompleted(_ career: Int) -> Bool {
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
