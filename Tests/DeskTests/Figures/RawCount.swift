import Courses

/// What happened, told from the rows by the definitions alone, with no thought of speed.
struct RawCount {
    /// A dimension's name and a value's code.
    typealias Context = [String: String]

    struct Event {
        let name: String
        /// Under what it stands, in each way in which it does.
        var contexts: [Context]
        var who: Int64 = 0
        var amount = 1
    }

    let rows: RawRows
    let now: Instant
    private(set) var events: [Event] = []
    private var today: String { WallClock.date(now).description }

    init(_ rows: RawRows, at now: Instant) {
        self.rows = rows
        self.now = now
        for session in rows.sessions {
            addPlanned(session)
            addHeadcounts(session)
            if isTaken(session) { addPeople(session) }
        }
        for round in rows.rounds.values {
            for person in rows.people.values { addCompleted(person, round) }
        }
        addWaiting()
    }

    // MARK: Sessions

    private func instant(_ session: RawRows.SessionRow, _ minutes: Int) -> Int64 {
        guard let date = LocalDate(session.date), let time = LocalTime(minutes: minutes) else {
            return .max
        }
        return WallClock.instant(date, time).milliseconds
    }

    private func isCalledOff(_ session: RawRows.SessionRow) -> Bool {
        session.state == "cancelled" || session.words.contains("notHeld")
    }

    /// Marks that count: a member's while they stand on the roster of the day.
    private func marks(at session: RawRows.SessionRow) -> [RawRows.MarkRow] {
        rows.marks.filter { mark in
            mark.session == session.key
                && (mark.role != "member" || !seats(of: mark.person, at: session).isEmpty)
        }
    }

    private func isTaken(_ session: RawRows.SessionRow) -> Bool {
        guard !isCalledOff(session) else { return false }
        let start = instant(session, session.start)
        return session.words.contains("signedOff")
            || marks(at: session).contains { $0.happenedAt >= start }
    }

    private func isHeld(_ session: RawRows.SessionRow) -> Bool {
        guard !isCalledOff(session) else { return false }
        return isTaken(session) || session.words.contains("held")
            || rows.headcounts.contains { $0.session == session.key }
    }

    private func context(ofRound key: Int64) -> Context {
        guard let round = rows.rounds[key] else { return [:] }
        let (year, month) = (round.firstDay.prefix(4), round.firstDay.dropFirst(5).prefix(2))
        return [
            "municipality": rows.municipality, "programme": round.programme, "round": round.code,
            "term": (month <= "06" ? "VT" : "HT") + year,
        ]
    }

    private func context(
        of session: RawRows.SessionRow, group: Int64, language: String
    ) -> Context {
        var context = context(ofRound: session.round)
        context["mode"] = session.mode
        context["month"] = String(session.date.prefix(7))
        context["group"] = rows.groups[group]?.id
        context["language"] = language
        return context
    }

    private mutating func addPlanned(_ session: RawRows.SessionRow) {
        var all: [Context] = []
        for group in session.groups {
            let own = (rows.groups[group]?.languages ?? []).map {
                context(of: session, group: group, language: $0)
            }
            events.append(Event(name: "groups", contexts: own, who: group))
            all += own
        }
        events.append(Event(name: "sessionsPlanned", contexts: all))
        events.append(Event(name: "review", contexts: all, amount: session.review))
        if isHeld(session) { events.append(Event(name: "sessionsHeld", contexts: all)) }
        let isOver = now.milliseconds >= instant(session, session.end)
        if !isCalledOff(session), !isTaken(session), isOver {
            events.append(Event(name: "sessionsNotTaken", contexts: all))
        }
    }

    private mutating func addHeadcounts(_ session: RawRows.SessionRow) {
        guard isHeld(session) else { return }
        for headcount in rows.headcounts where headcount.session == session.key {
            let contexts = session.groups.map { group in
                let first = rows.groups[group]?.languages.first ?? ""
                var context = context(
                    of: session, group: group, language: headcount.language ?? first)
                context["gender"] = headcount.gender ?? "unknown"
                return context
            }
            let event = Event(name: "headcounts", contexts: contexts, amount: headcount.count)
            events.append(event)
            guard headcount.category == "childcare" else { continue }
            events.append(
                Event(name: "childcareChildren", contexts: contexts, amount: headcount.count))
        }
    }

    // MARK: People at sessions

    private func seats(
        of person: Int64, at session: RawRows.SessionRow
    ) -> [RawRows.PlacementRow] {
        rows.placements.filter { placement in
            placement.person == person && session.groups.contains(placement.group)
                && placement.from <= session.date
                && (placement.before.map { session.date < $0 } ?? true)
                && (rows.groups[placement.group]?.closedOn.map { session.date < $0 } ?? true)
        }
    }

    private func ownLanguage(of placement: RawRows.PlacementRow) -> String {
        let languages = rows.groups[placement.group]?.languages ?? []
        return languages.contains(placement.language)
            ? placement.language : languages.first ?? "unknown"
    }

    private func with(_ person: Int64, inRound round: Int64, _ context: Context) -> Context {
        var context = context
        let row = rows.people[person]
        context["gender"] = row?.gender ?? "unknown"
        context["ageBand"] = Self.ageBand(row?.born, on: rows.rounds[round]?.firstDay ?? "")
        return context
    }

    private static func ageBand(_ born: String?, on day: String) -> String {
        guard let born, let year = Int(day.prefix(4)), let birthYear = Int(born.prefix(4)) else {
            return "unknown"
        }
        let age = year - birthYear - (day.dropFirst(4) < born.dropFirst(4) ? 1 : 0)
        return switch age {
        case ..<0: "unknown"
        case ..<18: "0-17"
        case ..<25: "18-24"
        case ..<35: "25-34"
        case ..<45: "35-44"
        case ..<55: "45-54"
        default: "55-"
        }
    }

    private func contexts(of person: Int64, at session: RawRows.SessionRow) -> [Context] {
        let seats = seats(of: person, at: session)
        guard seats.isEmpty else {
            return seats.map { seat in
                with(
                    person, inRound: session.round,
                    context(of: session, group: seat.group, language: ownLanguage(of: seat)))
            }
        }
        let spoken: [String] = rows.people[person]?.languages ?? []
        var group: Int64 = session.groups[0]
        for candidate in session.groups.reversed() {
            let languages: [String] = rows.groups[candidate]?.languages ?? []
            if spoken.contains(where: languages.contains) { group = candidate }
        }
        let languages: [String] = rows.groups[group]?.languages ?? []
        let common: String? = spoken.first { languages.contains($0) }
        let language: String = common ?? languages.first ?? "unknown"
        return [
            with(
                person, inRound: session.round,
                context(of: session, group: group, language: language))
        ]
    }

    private mutating func addPeople(_ session: RawRows.SessionRow) {
        let marks = marks(at: session)
        let members = marks.filter { $0.role == "member" }
        for person in rows.people.keys where !seats(of: person, at: session).isEmpty {
            let contexts = contexts(of: person, at: session)
            events.append(Event(name: "expected", contexts: contexts, who: person))
            guard !members.contains(where: { $0.person == person }) else { continue }
            events.append(Event(name: "unmarked", contexts: contexts, who: person))
        }
        for mark in marks { add(mark, session) }
    }

    private mutating func add(_ mark: RawRows.MarkRow, _ session: RawRows.SessionRow) {
        let contexts = contexts(of: mark.person, at: session)
        func event(_ name: String, _ amount: Int = 1) -> Event {
            Event(name: name, contexts: contexts, who: mark.person, amount: amount)
        }
        guard mark.value == "present" else {
            let names = [
                "notified": "absentNotified", "unnotified": "absentUnnotified",
                "excused": "excused",
            ]
            if mark.role == "member" { events.append(event(names[mark.value] ?? "")) }
            return
        }
        if mark.role == "guest" {
            events.append(event("guests"))
            return
        }
        if mark.role == "member" { events.append(event("attended")) }
        let minutes = session.end - session.start
        let studyHour = rows.rounds[session.round]?.studyHour ?? 1
        events += [
            event("participations"), event("scheduledMinutes", minutes),
            event("deliveredMinutes", max(0, minutes - mark.late - mark.leftEarly)),
            event("studyHours", minutes / studyHour),
        ]
    }

    // MARK: Courses

    private func attended(_ person: Int64, _ session: RawRows.SessionRow) -> Bool {
        isTaken(session)
            && marks(at: session).contains {
                $0.person == person && $0.role == "member" && $0.value == "present"
            }
    }

    private func lastStep(_ person: Int64, _ round: Int64) -> RawRows.StepRow? {
        rows.steps.last { $0.person == person && $0.round == round }
    }

    private func hasWithdrawn(_ person: Int64, _ round: Int64) -> Bool {
        lastStep(person, round).map { $0.step == "withdrawn" && $0.on <= today } ?? false
    }

    private mutating func addCompleted(_ person: RawRows.PersonRow, _ round: RawRows.RoundRow) {
        let placements = rows.placements.filter {
            $0.person == person.key && $0.round == round.key
        }
        guard let ended = round.endedOn, ended <= today, !hasWithdrawn(person.key, round.key),
            let last = placements.max(by: {
                ($0.from, $0.before ?? "9999", $0.group) < ($1.from, $1.before ?? "9999", $1.group)
            })
        else { return }
        let own = rows.sessions.filter { $0.round == round.key }
        let been = own.filter { attended(person.key, $0) }.map(\.key)
        let madeUp = own.filter { missed in
            !been.contains(missed.key)
                && placements.contains { missed.groups.contains($0.group) }
                && rows.marks.contains { mark in
                    mark.person == person.key && mark.role == "makeUp" && mark.value == "present"
                        && mark.makeUpFor == missed.key
                        && rows.sessions.contains { $0.key == mark.session && isTaken($0) }
                }
        }
        guard been.count + madeUp.count >= round.threshold else { return }
        var context = with(person.key, inRound: round.key, context(ofRound: round.key))
        context["group"] = rows.groups[last.group]?.id
        context["language"] = ownLanguage(of: last)
        events.append(Event(name: "completed", contexts: [context], who: person.key))
    }

    private mutating func addWaiting() {
        for enrolment in Set(rows.steps.map(\.enrolment)).sorted() {
            let steps = rows.steps.filter { $0.enrolment == enrolment }
            guard let last = steps.last, last.step != "declined" else { continue }
            let application = steps.last { $0.step == "applied" }
            guard let applied = (application ?? steps.first)?.on, applied <= today else { continue }
            let placements = rows.placements.filter { $0.enrolment == enrolment }
            // Whoever came back waits for another place than the one that they left.
            let left = placements.filter { $0.operation < application?.operation ?? 0 }
            let free = max(left.compactMap(\.before).max() ?? applied, applied)
            let first = placements.filter { $0.before.map { free < $0 } ?? true }
                .min { ($0.from, $0.before ?? "9999") < ($1.from, $1.before ?? "9999") }
            var context = with(last.person, inRound: last.round, context(ofRound: last.round))
            if let first {
                context["language"] = ownLanguage(of: first)
                let days =
                    (LocalDate(first.from)?.dayNumber ?? 0) - (LocalDate(applied)?.dayNumber ?? 0)
                events.append(Event(name: "placed", contexts: [context]))
                events.append(Event(name: "days", contexts: [context], amount: max(0, days)))
            } else if !hasWithdrawn(last.person, last.round) {
                context["language"] = rows.people[last.person]?.languages.first ?? "unknown"
                events.append(Event(name: "waiting", contexts: [context]))
            }
        }
    }
}
