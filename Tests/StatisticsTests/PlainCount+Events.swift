import Courses
import Statistics

extension PlainCount {
    func allEvents() -> [String: [Event]] {
        var events: [String: [Event]] = [:]
        for (name, event) in sessionEvents() + headcountEvents() + rosterEvents() + markEvents()
            + completedEvents() + waitingEvents()
        {
            events[name, default: []].append(event)
        }
        return events
    }

    private func isAsked(_ round: Int32) -> Bool {
        rounds?.contains(facts.rounds[Int(round)].id) ?? true
    }

    private func groups(of session: Int) -> [Int32] {
        facts.sessionGroups.filter { $0.session == Int32(session) }.map(\.group)
    }

    private func askedSessions(taken: Bool = false) -> [Int] {
        facts.sessions.indices.filter {
            isAsked(facts.sessions[$0].round) && (!taken || facts.sessions[$0].status == .taken)
        }
    }

    private func sessionEvents() -> [(String, Event)] {
        askedSessions().flatMap { index -> [(String, Event)] in
            let session = facts.sessions[index]
            let keys = groups(of: index).flatMap { group in
                facts.groups[Int(group)].languages.compactMap { language in
                    key(
                        Context(
                            round: Int(session.round), session: session, group: group,
                            language: language))
                }
            }
            var events = [("planned", Event(keys: Set(keys)))]
            events += groups(of: index).map { ("meeting", meeting(of: $0, at: session)) }
            if session.isHeld { events.append(("held", Event(keys: Set(keys)))) }
            if session.status == .notTaken { events.append(("not taken", Event(keys: Set(keys)))) }
            events.append(("review", Event(keys: Set(keys), amount: Int(session.review))))
            return events
        }
    }

    /// A group at a session; the group's number stands where others have a person's.
    private func meeting(of group: Int32, at session: SessionFact) -> Event {
        let keys = facts.groups[Int(group)].languages.compactMap { language in
            key(
                Context(
                    round: Int(session.round), session: session, group: group,
                    language: language))
        }
        return Event(keys: Set(keys), person: group)
    }

    private func headcountEvents() -> [(String, Event)] {
        facts.headcounts.filter {
            let session = facts.sessions[Int($0.session)]
            return session.isHeld && isAsked(session.round) && $0.count > 0
        }.flatMap { headcount in
            let session = facts.sessions[Int(headcount.session)]
            let keys = groups(of: Int(headcount.session)).compactMap { group in
                let told = headcount.language >= 0 ? headcount.language : nil
                return key(
                    Context(
                        round: Int(session.round), session: session, group: group,
                        language: told ?? facts.groups[Int(group)].languages[0],
                        gender: headcount.gender))
            }
            let event = Event(keys: Set(keys), amount: Int(headcount.count))
            return [("headcounts", event)] + (headcount.isChildcare ? [("childcare", event)] : [])
        }
    }

    /// The placements that hold for someone at a session.
    private func seats(of person: Int32, at session: Int) -> [PlacementFact] {
        let date = facts.sessions[session].day
        let groups = groups(of: session)
        return facts.placements.filter {
            $0.person == person && groups.contains($0.group) && $0.from <= date
                && date < $0.before && date < facts.groups[Int($0.group)].closedFrom
        }
    }

    private func language(of placement: PlacementFact) -> Int32 {
        let languages = facts.groups[Int(placement.group)].languages
        guard languages.count > 1 else { return languages[0] }
        return languages.contains(placement.language) ? placement.language : languages[0]
    }

    private func spoken(_ person: Int32) -> [Int32] {
        let person = facts.people[Int(person)]
        return (0..<person.spokenCount).map { facts.spoken[Int(person.spokenStart + $0)] }
    }

    /// The rows of what someone does at a session.
    private func keys(of person: Int32, at index: Int) -> Set<Key> {
        let session = facts.sessions[index]
        var context = Context(round: Int(session.round), session: session, person: person)
        let seats = seats(of: person, at: index)
        if !seats.isEmpty {
            return Set(
                seats.compactMap { seat in
                    context.group = seat.group
                    context.language = language(of: seat)
                    return key(context)
                })
        }
        let groups = groups(of: index)
        let group =
            groups.first { group in
                spoken(person).contains { facts.groups[Int(group)].languages.contains($0) }
            } ?? groups[0]
        let languages = facts.groups[Int(group)].languages
        context.group = group
        context.language = spoken(person).first { languages.contains($0) } ?? languages[0]
        return Set([key(context)].compactMap(\.self))
    }

    private func rosterEvents() -> [(String, Event)] {
        askedSessions(taken: true).flatMap { session in
            facts.people.indices.map(Int32.init).flatMap { person -> [(String, Event)] in
                guard !seats(of: person, at: session).isEmpty else { return [] }
                let event = Event(keys: keys(of: person, at: session), person: person)
                let isMarked = facts.marks.contains {
                    $0.session == Int32(session) && $0.person == person && $0.role == .member
                }
                return [("expected", event)] + (isMarked ? [] : [("unmarked", event)])
            }
        }
    }

    private func markEvents() -> [(String, Event)] {
        let taken = Set(askedSessions(taken: true).map(Int32.init))
        return facts.marks.filter { taken.contains($0.session) }.flatMap { mark in
            var event = Event(keys: keys(of: mark.person, at: Int(mark.session)))
            event.person = mark.person
            switch (mark.role, mark.value) {
            case (.guest, .present): return [("guests", event)]
            case (.makeUp, .present): return participation(mark, event)
            case (.member, .present): return [("attended", event)] + participation(mark, event)
            case (.member, let absence): return [(absence.rawValue, event)]
            default: return []
            }
        }
    }

    private func participation(_ mark: MarkFact, _ event: Event) -> [(String, Event)] {
        let session = facts.sessions[Int(mark.session)]
        let minutes = Int(session.minutes)
        var (scheduled, delivered, hours) = (event, event, event)
        scheduled.amount = minutes
        delivered.amount = max(0, minutes - Int(mark.late) - Int(mark.leftEarly))
        hours.amount = minutes / facts.rounds[Int(session.round)].rules.studyHourMinutes
        return [
            ("participations", event), ("scheduled", scheduled), ("delivered", delivered),
            ("hours", hours),
        ]
    }

    private func placements(of person: Int32, in round: Int32) -> [PlacementFact] {
        facts.placements.filter {
            $0.person == person && facts.groups[Int($0.group)].round == round
        }
    }

    private func order(_ placement: PlacementFact) -> (Int32, Int32, Int32, Int32) {
        (placement.from, placement.before, placement.group, placement.language)
    }

    private func hasWithdrawn(_ person: Int32, from round: Int32) -> Bool {
        facts.withdrawals.contains {
            $0.person == person && $0.round == round && Int($0.on) <= asOf.dayNumber
        }
    }

    private func completedEvents() -> [(String, Event)] {
        facts.rounds.indices.map(Int32.init).filter(isAsked).flatMap { round in
            facts.people.indices.map(Int32.init).compactMap { person in
                let placements = placements(of: person, in: round)
                guard let ended = facts.rounds[Int(round)].endedOn, ended <= asOf,
                    !placements.isEmpty, !hasWithdrawn(person, from: round),
                    sessionsDone(by: person, in: round, Set(placements.map(\.group))).count
                        >= facts.rounds[Int(round)].rules.completionThreshold
                else { return nil }
                var last = placements[0]
                for next in placements where order(last) < order(next) { last = next }
                let context = Context(
                    round: Int(round), group: last.group, language: language(of: last),
                    person: person)
                return ("completed", Event(keys: Set([key(context)].compactMap(\.self))))
            }
        }
    }

    /// Attended as member, or made up for though a group of theirs had it.
    private func sessionsDone(
        by person: Int32, in round: Int32, _ own: Set<Int32>
    ) -> Set<Int32> {
        let present = facts.marks.filter {
            $0.person == person && $0.value == .present
                && facts.sessions[Int($0.session)].status == .taken
        }
        let attended = present.filter {
            $0.role == .member && facts.sessions[Int($0.session)].round == round
        }
        let madeUp = present.filter {
            $0.role == .makeUp && facts.sessions[Int($0.makeUpFor)].round == round
                && !own.isDisjoint(with: groups(of: Int($0.makeUpFor)))
        }
        return Set(attended.map(\.session) + madeUp.map(\.makeUpFor))
    }

    private func waitingEvents() -> [(String, Event)] {
        let asked = facts.waits.filter { isAsked($0.round) && Int($0.applied) <= asOf.dayNumber }
        return asked.compactMap { wait in
            var context = Context(round: Int(wait.round), person: wait.person)
            let placements = placements(of: wait.person, in: wait.round)
                .filter { $0.before > wait.applied }
            if let first = placements.min(by: { order($0) < order($1) }) {
                context.language = language(of: first)
                let days = Int(first.from) - Int(wait.applied)
                let event = Event(
                    keys: Set([key(context)].compactMap(\.self)), amount: max(0, days))
                return ("placed", event)
            }
            guard !hasWithdrawn(wait.person, from: wait.round) else { return nil }
            context.language = spoken(wait.person).first ?? Facts.none
            return ("waiting", Event(keys: Set([key(context)].compactMap(\.self))))
        }
    }
}
