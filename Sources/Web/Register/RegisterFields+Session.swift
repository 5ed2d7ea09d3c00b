import Courses
import Desk
import Localisation

extension RegisterFields {
    var note: NoteField {
        let was = typed?["note.was"] ?? register.note ?? ""
        return NoteField(
            label: say(Message("register.note")), help: say(Message("register.noteHelp")), was: was,
            base: typed?["note.base"].flatMap { Int($0) } ?? register.noteVersion,
            value: typed?["note"] ?? was)
    }

    var signedOff: SignedOff? {
        guard register.isSignedOff else { return nil }
        return SignedOff(
            text: say(Message("register.signedOff")),
            reason: ReasonField(
                Message("register.reason"), offered: offered(.correction),
                given: typed?.reason(upTo: 2000), help: Message("register.reasonHelp"),
                fault: fault(of: "reason")?.text, limit: 2000, for: visitor))
    }

    var signOff: SignOffStep {
        SignOffStep(
            heading: say(Message("register.signOffTitle")),
            text: say(Message("register.signOffText")), label: say(Message("register.signOff")),
            base: register.signOffVersion)
    }

    var notHeld: NotHeldStep {
        let fault = fault(of: "notHeldReason")
        let reason = typed?.reason("notHeldReason", upTo: 2000)
        return NotHeldStep(
            heading: say(Message("register.notHeldTitle")),
            text: say(Message("register.notHeldText")),
            reason: ReasonField(
                Message("register.notHeldReason"), name: "notHeldReason",
                offered: offered(.session), given: reason, fault: fault?.text, limit: 2000,
                for: visitor),
            label: say(Message("register.notHeld")), base: register.stateVersion,
            isOpen: fault != nil || reason != nil)
    }

    func offered(_ kind: ReasonKind) -> [Reason] { register.reasons.filter { $0.kind == kind } }

    /// For which reason an absence is excused; nil where none is listed.
    func why(_ row: Register.Row) -> WhyField? {
        let chosen = typed?["why.\(row.person)"] ?? row.listed?.code
        return WhyField(
            offered(.excused).map(\.listed), said: row.listed, chosen: chosen, visitor)
    }

    var calledOff: CalledOff {
        let isCancelled = register.status == .cancelled
        return CalledOff(
            text: isCancelled
                ? say(Message("register.cancelled")) : say(Message("register.wasNotHeld")),
            reason: Line(visitor.localiser.words(register.stateReason)),
            heldLabel: isCancelled ? nil : say(Message("register.held")),
            stateBase: register.stateVersion)
    }

    /// Nil where nothing can be undone.
    var recent: RecentActs? {
        let acts = register.recent.prefix(6).enumerated().map { index, act in
            line(act, number: index + 1)
        }
        guard !acts.isEmpty else { return nil }
        return RecentActs(
            heading: say(Message("register.recent")), undoLabel: say(Message("register.undo")),
            acts: acts)
    }

    private func line(_ act: RecentAct, number: Int) -> RecentLine {
        let words = AttendanceWords(visitor)
        let (what, value): (String, String?) =
            switch act.said {
            case .mark(let person, let mark): (name(of: person), words.words(mark))
            case .person(let person): (name(of: person), say(Message("register.added")))
            case .headcount(let key, let count):
                (words.words(key), visitor.localiser.number(count))
            case .note: (say(Message("register.note")), nil)
            case .state(.notHeld?): (say(Message("register.notHeldTitle")), nil)
            case .state: (say(Message("register.held")), nil)
            }
        return RecentLine(
            number: number, what: what, value: Line(value),
            time: visitor.localiser.time(WallClock.reading(act.happenedAt).time),
            act: register.undoing(act).map(\.description).joined(separator: " "))
    }

    private func name(of person: Person.ID) -> String {
        register.names[person].map { ReaderNames(visitor).both($0).first } ?? ""
    }

    /// Nil where nobody is named.
    var staff: StaffList? {
        let people = register.day.staff.map { StaffLine($0, visitor) }
        guard !people.isEmpty else { return nil }
        return StaffList(heading: say(Message("register.staff")), people: people)
    }

    func substitute(among accounts: [UserAccount]) -> SubstituteForm? {
        guard !accounts.isEmpty else { return nil }
        let names = ReaderNames(visitor)
        let fault = fault(of: "sub-days")
        return SubstituteForm(
            heading: say(Message("register.substituteTitle")),
            text: say(Message("register.substituteText")),
            action: "/sessions/\(register.session.session.id)/substitute",
            personLabel: say(Message("register.substitutePerson")),
            people: accounts.map {
                StaffChoice(
                    person: $0.person.description,
                    name: "\(names.both($0.name).first) (\($0.userName))")
            },
            daysLabel: say(Message("register.substituteDays")),
            days: typed?["days"] ?? String(Desk.substituteDays),
            label: say(Message("register.substitute")), isOpen: fault != nil, fault: fault)
    }
}

extension Register {
    /// What has to be taken back with an act: of somebody added on the spot their mark first.
    func undoing(_ act: RecentAct) -> [ActID] {
        guard case .person(let person) = act.said,
            let row = rows.first(where: { $0.person == person }), let mark = row.act
        else { return [act.id] }
        return [mark, act.id]
    }
}
