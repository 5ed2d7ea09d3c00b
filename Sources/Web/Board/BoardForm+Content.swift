import Courses
import Desk
import Localisation

/// Puts together what can be chosen of an act.
struct BoardFormWords {
    let words: BoardWords
    let act: BoardAct
    let trial: BoardTrial
    let beside: BoardContext

    private var board: Board { words.board }

    func form(at address: String) -> BoardForm {
        BoardForm(
            previewAction: address + "/preview", applyAction: address + "/apply",
            hidden: hidden, people: people, targets: targets, newGroup: newGroup,
            session: session, leader: leader, dates: dates, times: times,
            choices: choices, spite: spite, reason: reason,
            againLabel: words.say(
                trial.applied == nil ? Message("board.preview") : Message("board.again")),
            applyLabel: trial.applied == nil ? nil : words.say(Message("board.apply")),
            cancelLabel: words.say(Message("board.back")))
    }

    private var hidden: [HiddenField] {
        var fields =
            act.fields + [
                HiddenField(name: "asked", value: "1"),
                HiddenField(name: "since", value: board.lastOperation?.description ?? ""),
            ]
        if act.kind.isDated, act.on == nil {
            fields.append(HiddenField(name: "default", value: act.day(on: board).description))
        }
        if let basis = trial.applied?.basis {
            fields += [
                HiddenField(name: "basis", value: basis.description),
                HiddenField(name: "shown", value: act.digest),
            ]
        }
        return fields
    }

    // MARK: Who

    private var people: PeopleField? {
        switch act.kind {
        case .move:
            let everybody = board.everybody
            return field(act.people.filter { everybody[$0] != nil }, Message("board.who"))
        case .split:
            let here = act.group.flatMap { board.group($0) }
            let members = here?.members.map(\.row.enrolment.person) ?? []
            return field(members, Message("board.whoLeaves"))
        default: return nil
        }
    }

    private func field(_ people: [Person.ID], _ legend: Message) -> PeopleField? {
        let everybody = board.everybody
        let rows = people.map { person in
            let shown = words.both(person)
            let known = everybody[person]
            let others = (known?.row.together ?? []).map(words.name)
            return PeopleChoice(
                id: person.description, name: shown.first, other: shown.other,
                detail: others.isEmpty
                    ? nil : words.say(Message("board.together", ["others": .list(others)])),
                isChosen: act.people.contains(person))
        }
        return PeopleField(
            legend: words.say(legend), help: words.say(Message("board.whoHelp")), rows: rows)
    }

    // MARK: Where

    private var targets: TargetField? {
        let people: [Person.ID]
        switch act.kind {
        case .move, .split: people = act.people
        case .merge:
            people =
                act.group.flatMap { board.group($0) }?.members.map(\.row.enrolment.person) ?? []
        default: return nil
        }
        let all = targetChoices(people)
        let waiting = TargetChoice(
            value: "waiting", name: words.say(Message("board.waitingList")),
            detail: nil, obstacles: [], isChosen: act.target == .waiting)
        return TargetField(
            label: words.say(Message("board.to")), isOpen: trial.applied == nil,
            fitting: all.filter { $0.obstacles.isEmpty } + (act.kind == .move ? [waiting] : []),
            othersLabel: words.say(
                Message(
                    "board.notFitting",
                    ["count": .number(all.count { !$0.obstacles.isEmpty })])),
            others: all.filter { !$0.obstacles.isEmpty })
    }

    private var newGroup: NewGroupField? {
        guard act.kind == .split else { return nil }
        return NewGroupField(act, venues: beside.venues, words)
    }

    private func targetChoices(_ people: [Person.ID]) -> [TargetChoice] {
        let here = Set(people.compactMap { board.everybody[$0]?.group })
        let names = words.idNames
        return BoardColumns(words).open(besides: act.group ?? (here.count == 1 ? here.first : nil))
            .map { group in
                TargetChoice(
                    value: group.group.id.description, name: group.group.name,
                    detail: words.visitor.localiser.line([
                        words.languages(group.group.languages), words.size(group),
                    ]),
                    obstacles: board.obstacles(of: people, to: group).map {
                        TextLine(text: words.say($0.naming(names)))
                    },
                    isChosen: act.target == .group(group.group.id))
            }
    }

    private var session: SessionField? {
        guard act.kind.isOfSession else { return nil }
        let localiser = words.visitor.localiser
        return SessionField(
            label: words.say(Message("board.session")),
            options: beside.sessions.map { session in
                SetupOption(
                    value: session.id.description,
                    label: localiser.date(session.date, style: .full) + " "
                        + localiser.timeRange(session.start, session.end),
                    isChosen: session.id == act.session)
            })
    }

    private var times: [DateField] {
        guard act.kind == .moveSession else { return [] }
        return [
            time(.start, Message("setup.start"), act.start),
            time(.end, Message("setup.end"), act.end),
        ]
    }

    private func time(_ field: BoardAct.Field, _ label: Message, _ value: String) -> DateField {
        DateField(
            name: field.rawValue, label: words.say(label), value: value,
            malformed: act.faults.contains(field)
                ? words.say(Message("setup.timeMalformed")) : nil)
    }

    private var leader: LeaderField? {
        guard act.kind == .leader else { return nil }
        let names = ReaderNames(words.visitor)
        let sorted = Collation.collation(for: words.visitor.localiser.language)
            .sorted(Array(beside.leaders)) { names.both($0.value).first }
        return LeaderField(
            label: words.say(Message("board.newLeader")),
            people: sorted.map { person, name in
                BoardTarget(
                    id: person.description, label: names.both(name).first,
                    isChosen: act.leader == person)
            })
    }

    // MARK: When and how

    private var dates: [DateField] {
        if act.kind == .moveSession { return [date(.on, Message("board.newDay"), act.on)] }
        guard act.kind.isDated else { return [] }
        let day = act.faults.contains(.on) ? nil : act.day(on: board)
        let first = date(.on, Message("board.from"), day)
        guard act.kind == .pause else { return [first] }
        return [first, date(.before, Message("board.pauseBefore"), act.before)]
    }

    private func date(
        _ field: BoardAct.Field, _ label: Message, _ value: LocalDate?
    ) -> DateField {
        DateField(
            name: field.rawValue, label: words.say(label), value: value?.description ?? "",
            malformed: act.faults.contains(field)
                ? words.say(Message("board.dateMalformed")) : nil)
    }

    private var choices: [BoardChoice] {
        switch act.kind {
        case .pause:
            [
                BoardChoice(
                    name: "sessions", value: "remote", label: words.say(Message("board.remote")),
                    isChosen: act.isRemote)
            ]
        case .close:
            [
                BoardChoice(
                    name: "waitlist", value: "1", label: words.say(Message("board.waitlistAll")),
                    isChosen: act.isWaitlisting)
            ]
        default: []
        }
    }

    private var spite: Tick? {
        guard act.mayOverrule(on: board), trial.mayOverrule || act.inSpiteOfRules else {
            return nil
        }
        return Tick(
            label: words.say(Message("board.spite")), isChosen: act.inSpiteOfRules)
    }

    private var reason: ReasonField? {
        guard act.kind.takesReason else { return nil }
        return ReasonField(
            Message("board.reason"), offered: beside.reasons, given: act.reason,
            help: Message("board.reasonHelp"), for: words.visitor)
    }
}
