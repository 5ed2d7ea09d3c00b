import Courses

extension Census {
    mutating func countWaiting() {
        for wait in facts.waits where sieve.rounds[Int(wait.round)] && wait.applied <= asOf {
            let career = careers.find(wait.person, in: wait.round).map(Int.init)
            let first = career.flatMap {
                careers.firstPlacement($0, reaching: wait.free, facts)
            }
            if let first {
                countPlaced(wait, facts.placements[Int(first)])
            } else if !(career.map { careers.hasWithdrawn($0, asOf: asOf) } ?? false) {
                let best = facts.languages(of: wait.person).first ?? Facts.none
                noteWait(wait, Place(group: Facts.none, language: best))
                add { $0.waiting?.people += 1 }
            }
        }
    }

    private mutating func countPlaced(_ wait: WaitFact, _ placement: PlacementFact) {
        noteWait(wait, facts.place(of: placement))
        let days = max(0, Int(placement.from) - Int(wait.applied))
        add { figures in
            figures.waiting?.placed += 1
            figures.waiting?.days += days
        }
    }

    private mutating func noteWait(_ wait: WaitFact, _ place: Place) {
        begin()
        let seat = seat(place, person: wait.person, round: wait.round)
        guard seat >= 0 else { return }
        isAsked = true
        guard !splitting.splitWaiting else { return }
        note(keys.part(of: Int(wait.round)), seat)
    }
}
