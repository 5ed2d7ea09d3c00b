import Courses

extension Listing {
    /// Everybody at the sessions taken of whom the measure says something.
    func attendance(_ measure: Measure) -> [CountedRow] {
        var rows: [CountedRow] = []
        let seats = Seats(self)
        for (index, session) in facts.sessions.enumerated()
        where session.isTaken && sieve.passes(session) {
            let length = MarkTally.Length(session, facts.rounds[Int(session.round)].rules)
            for seat in seats.taken(at: index) {
                guard let row = row(measure, seat, at: Int32(index), length) else { continue }
                rows.append(row)
            }
        }
        return rows
    }

    /// What the tally of this seat alone comes to.
    private func row(
        _ measure: Measure, _ seat: Seats.Taken, at session: Int32, _ length: MarkTally.Length
    ) -> CountedRow? {
        var tally = PeopleTally()
        if seat.isExpected { tally.expect() }
        if let mark = seat.mark {
            tally.add(MarkTally(mark, at: length), isExpected: seat.isExpected)
        }
        var figures = Figures()
        tally.write(to: &figures)
        var row = CountedRow(
            person: seat.person, session: session,
            round: facts.sessions[Int(session)].round, groups: seat.groups, mark: seat.mark)
        switch figures[measure] {
        case .count(let count): row.amount = count
        case .rate(let ratio):
            row.amount = ratio.denominator
            row.isInNumerator = ratio.numerator > 0
        case .waiting, .gap: return nil
        }
        return row.amount > 0 || row.isParticipation(in: measure) ? row : nil
    }

    /// Each of those who took part, with the groups in which they did.
    func participants() -> [CountedRow] {
        var groups = [[Int32]](repeating: [], count: facts.people.count)
        for row in attendance(.participations) {
            for group in row.groups where !groups[Int(row.person)].contains(group) {
                groups[Int(row.person)].append(group)
            }
        }
        return facts.people.indices.filter { !groups[$0].isEmpty }.map { person in
            CountedRow(person: Int32(person), groups: groups[person])
        }
    }

    // MARK: Rounds

    func completed() -> [CountedRow] {
        Achievement.all(of: facts, asOf: asOf).compactMap { achievement in
            let placement = facts.placements[Int(achievement.placement)]
            let place = facts.place(of: placement)
            guard achievement.hasCompleted, sieve.rounds[Int(achievement.round)],
                sieve.passes(place, person: achievement.person, round: achievement.round)
            else { return nil }
            return CountedRow(
                person: achievement.person, round: achievement.round, groups: [place.group])
        }
    }

    func waiting() -> [CountedRow] {
        waits { career, placement, careers in
            placement == nil
                && !(career.map { careers.hasWithdrawn($0, asOf: Int32(asOf.dayNumber)) } ?? false)
        }
    }

    /// Those who got a place; whoever got it at once adds no days.
    func waited() -> [CountedRow] {
        waits { _, placement, _ in placement != nil }.map { row in
            var row = row
            row.amount = row.days ?? 0
            return row
        }
    }

    private func waits(
        _ isAsked: (_ career: Int?, _ placement: Int32?, Careers) -> Bool
    ) -> [CountedRow] {
        let careers = Careers(facts)
        return facts.waits.compactMap { wait in
            guard sieve.rounds[Int(wait.round)], Int(wait.applied) <= asOf.dayNumber else {
                return nil
            }
            let career = careers.find(wait.person, in: wait.round).map(Int.init)
            let first = career.flatMap { careers.firstPlacement($0, reaching: wait.free, facts) }
            guard isAsked(career, first, careers) else { return nil }
            let placement = first.map { facts.placements[Int($0)] }
            let place =
                placement.map(facts.place)
                ?? Place(
                    group: Facts.none,
                    language: facts.languages(of: wait.person).first ?? Facts.none)
            guard sieve.passes(place, person: wait.person, round: wait.round) else { return nil }
            let end = placement.map { Int($0.from) } ?? asOf.dayNumber
            return CountedRow(
                person: wait.person, round: wait.round,
                groups: place.group < 0 ? [] : [place.group],
                days: max(0, end - Int(wait.applied)))
        }
    }
}

extension CountedRow {
    /// Somebody who came and left at once adds no minutes, and is behind the number all the same.
    fileprivate func isParticipation(in measure: Measure) -> Bool {
        switch measure {
        case .scheduledMinutes, .deliveredMinutes, .studyHours:
            mark?.value == .present && mark?.role != .guest
        default: false
        }
    }
}

/// Who stood on the roster of a session or was marked there, as far as it is asked for.
private struct Seats {
    struct Taken {
        let person: Int32
        /// Nil for somebody expected of whom nothing counts.
        let mark: MarkFact?
        let groups: [Int32]
        let isExpected: Bool
    }

    private let listing: Listing
    private let rosters: Rosters
    private let marks: MarksBySession
    /// Of each placement, whether it is asked for.
    private let isAsked: [Bool]

    init(_ listing: Listing) {
        self.listing = listing
        let facts = listing.facts
        rosters = Rosters(facts)
        marks = MarksBySession(facts)
        isAsked = facts.placements.map { placement in
            listing.sieve.passes(
                facts.place(of: placement), person: placement.person,
                round: facts.groups[Int(placement.group)].round)
        }
    }

    func taken(at session: Int) -> [Taken] {
        var expected = expected(at: session)
        let marked = marks[session].compactMap { mark -> Taken? in
            // Only members are absent.
            guard mark.role == .member || mark.value == .present else { return nil }
            guard let own = expected.removeValue(forKey: mark.person) else {
                return elsewhere(mark, at: session)
            }
            return own.isEmpty
                ? nil : Taken(person: mark.person, mark: mark, groups: own, isExpected: true)
        }
        let unmarked = expected.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
        return marked
            + unmarked.map { Taken(person: $0.key, mark: nil, groups: $0.value, isExpected: true) }
    }

    /// Of everybody on the roster, the groups asked for in which they have a place.
    private func expected(at session: Int) -> [Int32: [Int32]] {
        var groups: [Int32: [Int32]] = [:]
        for placement in rosters.placements(at: session) {
            let fact = listing.facts.placements[Int(placement)]
            var own = groups[fact.person] ?? []
            if isAsked[Int(placement)], !own.contains(fact.group) { own.append(fact.group) }
            groups[fact.person] = own
        }
        return groups
    }

    /// Somebody without a place there counts in one of the session's groups.
    private func elsewhere(_ mark: MarkFact, at session: Int) -> Taken? {
        let (facts, sieve) = (listing.facts, listing.sieve)
        guard let place = facts.place(of: mark.person, inOneOf: listing.groups(of: session))
        else {
            return sieve.narrowsSeats
                ? nil : Taken(person: mark.person, mark: mark, groups: [], isExpected: false)
        }
        let round = facts.sessions[session].round
        guard sieve.passes(place, person: mark.person, round: round) else { return nil }
        return Taken(person: mark.person, mark: mark, groups: [place.group], isExpected: false)
    }
}
