import Courses

extension Census {
    /// The session itself, whoever came.
    mutating func count(_ session: SessionFact, at index: Int, _ part: Int32) {
        begin()
        for place in places(at: index) where sieve.passes(place) {
            isAsked = true
            hasMet[Int(place.group)] = true
            guard !splitting.splitPeople else { continue }
            meetings.append(place.group, Int(note(part, keys.part(of: place))))
        }
        add { figures in
            figures.sessionsPlanned? += 1
            if session.isHeld { figures.sessionsHeld? += 1 }
            if session.status == .notTaken { figures.sessionsNotTaken? += 1 }
            figures.review? += Int(session.review)
        }
    }

    /// Every group of the session under every language of the group.
    private func places(at session: Int) -> [Place] {
        seating.groups(of: session).flatMap { entry in
            facts.groups[Int(entry.group)].languages.map {
                Place(group: entry.group, language: $0)
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
            for entry in seating.groups(of: index) {
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
