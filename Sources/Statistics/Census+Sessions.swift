import Courses

extension Census {
    /// The sessions themselves, and who was expected.
    mutating func count(_ sessions: Range<Int>) {
        for index in sessions {
            guard let asked = asked(index) else { continue }
            if parts.contains(.sessions) { count(facts.sessions[index], at: index, asked.part) }
            if parts.contains(.rosters), asked.isTaken { countExpected(at: index, asked.part) }
        }
    }

    /// The session itself, whoever came.
    private mutating func count(_ session: SessionFact, at index: Int, _ part: Int32) {
        begin()
        notePlaces(at: index, part)
        add { figures in
            figures.sessionsPlanned? += 1
            if session.isHeld { figures.sessionsHeld? += 1 }
            if session.status == .notTaken { figures.sessionsNotTaken? += 1 }
            figures.review? += Int(session.review)
        }
    }

    /// Every group of the session under every language of the group.
    private mutating func notePlaces(at session: Int, _ part: Int32) {
        for entry in groups(of: session) {
            for language in facts.groups[Int(entry.group)].languages {
                let place = Place(group: entry.group, language: language)
                guard sieve.passes(place) else { continue }
                isAsked = true
                hasMet[Int(entry.group)] = true
                guard !splitting.splitPeople else { continue }
                meetings.append(entry.group, note(part, keys.part(of: place)))
            }
        }
    }

    /// Under each group of the session once: with the language that was told, else the group's
    /// first.
    mutating func countHeadcounts() {
        for headcount in facts.headcounts {
            let index = Int(headcount.session)
            let session = facts.sessions[index]
            guard session.isHeld, headcount.count > 0, sieve.passes(session) else { continue }
            begin()
            let part = keys.part(of: session)
            for entry in groups(of: index) {
                let language = headcount.language
                let place = Place(
                    group: entry.group,
                    language: language >= 0
                        ? language : facts.groups[Int(entry.group)].languages.first ?? language)
                guard sieve.passes(place, gender: headcount.gender) else { continue }
                isAsked = true
                guard !splitting.contains(.ageBand) else { continue }
                note(part, keys.part(of: place, gender: headcount.gender))
            }
            add { figures in
                figures.headcounts? += Int(headcount.count)
                if headcount.isChildcare { figures.childcareChildren? += Int(headcount.count) }
            }
        }
    }
}
