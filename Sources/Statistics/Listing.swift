import Courses

/// Finds the rows behind a number, as the census adds them to its total.
struct Listing {
    let facts: Facts
    let sieve: Sieve
    let asOf: LocalDate
    private let isRow: Bool
    private let groups: Buckets

    init(_ facts: Facts, _ sieve: Sieve, asOf: LocalDate, isRow: Bool) {
        self.facts = facts
        self.sieve = sieve
        self.asOf = asOf
        self.isRow = isRow
        groups = Buckets(facts.sessionGroups.count, into: facts.sessions.count) {
            facts.sessionGroups[$0].session
        }
    }

    func rows(behind number: CountedNumber) -> [CountedRow] {
        switch number {
        case .waitingDays: waited()
        case .measure(let measure):
            switch measure {
            case .sessionsPlanned: sessions { _ in 1 }
            case .sessionsHeld: sessions { $0.isHeld ? 1 : 0 }
            case .sessionsNotTaken: sessions { $0.status == .notTaken ? 1 : 0 }
            case .review: sessions { Int($0.review) } + withoutSession
            case .groups: groupsThatMet()
            case .headcounts: headcounts { _ in true }
            case .childcareChildren: headcounts(\.isChildcare)
            case .uniqueParticipants: participants()
            case .completed: completed()
            case .waiting: waiting()
            case .expected, .attended, .absentNotified, .absentUnnotified, .excused, .unmarked,
                .attendanceRate, .participations, .scheduledMinutes, .deliveredMinutes,
                .studyHours, .guests:
                attendance(measure)
            }
        }
    }

    /// Which groups meet in a session.
    func groups(of session: Int) -> some Sequence<SessionGroupFact> {
        groups[session].lazy.map { [entries = facts.sessionGroups] in entries[Int($0)] }
    }

    // MARK: Sessions

    private func sessions(_ amount: (SessionFact) -> Int) -> [CountedRow] {
        facts.sessions.indices.compactMap { index in
            let session = facts.sessions[index]
            let amount = amount(session)
            guard amount > 0, sieve.passes(session) else { return nil }
            let own = asked(groups(of: index))
            guard !own.isEmpty || !sieve.narrowsSeats else { return nil }
            return CountedRow(
                session: Int32(index), round: session.round, groups: own, amount: amount)
        }
    }

    /// Those that are asked for in one of their languages.
    private func asked(_ entries: some Sequence<SessionGroupFact>) -> [Int32] {
        entries.map(\.group).filter { group in
            facts.groups[Int(group)].languages.contains { language in
                sieve.passes(Place(group: group, language: language))
            }
        }
    }

    private var withoutSession: [CountedRow] {
        sieve.passesAll && !isRow && facts.reviewWithoutSession > 0
            ? [CountedRow(amount: facts.reviewWithoutSession)] : []
    }

    private func groupsThatMet() -> [CountedRow] {
        var hasMet = [Bool](repeating: false, count: facts.groups.count)
        for (index, session) in facts.sessions.enumerated() where sieve.passes(session) {
            for group in asked(groups(of: index)) { hasMet[Int(group)] = true }
        }
        return facts.groups.indices.filter { hasMet[$0] }.map { group in
            CountedRow(round: facts.groups[group].round, groups: [Int32(group)])
        }
    }

    private func headcounts(_ isAsked: (HeadcountFact) -> Bool) -> [CountedRow] {
        facts.headcounts.compactMap { headcount in
            let session = facts.sessions[Int(headcount.session)]
            guard session.isHeld, headcount.count > 0, isAsked(headcount), sieve.passes(session)
            else { return nil }
            let own = groups(of: Int(headcount.session)).map(\.group).filter { group in
                let languages = facts.groups[Int(group)].languages
                let language =
                    headcount.language >= 0
                    ? headcount.language : languages.first ?? headcount.language
                return sieve.passes(
                    Place(group: group, language: language), gender: headcount.gender)
            }
            guard !own.isEmpty || !sieve.narrowsSeats else { return nil }
            return CountedRow(
                session: headcount.session, round: session.round, groups: own,
                headcount: headcount, amount: Int(headcount.count))
        }
    }
}
