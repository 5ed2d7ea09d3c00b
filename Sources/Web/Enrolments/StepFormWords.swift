import Courses
import Desk
import Localisation

/// Puts together what can be chosen of a step.
struct StepFormWords {
    let words: EnrolmentWords
    let act: EnrolmentAct
    let trial: StepTrial
    /// Listed ones, to choose from.
    let reasons: [Reason]

    private var book: EnrolmentBook { words.book }

    var form: StepForm {
        let groups = act.kind == .offer ? groupChoice : nil
        return StepForm(
            previewAction: book.address + "/preview", applyAction: book.address + "/take",
            hidden: hidden, people: people, groups: groups, dates: dates, number: number,
            spite: spite, reason: reason,
            againClass: trial.applied == nil ? "primary" : "secondary",
            againLabel: words.say(
                trial.applied == nil ? Message("board.preview") : Message("board.again")),
            applyLabel: trial.applied == nil ? nil : words.say(Message("board.apply")))
    }

    private var hidden: [HiddenField] {
        var fields = act.fields
        if act.people.count == 1, people == nil {
            fields.append(HiddenField(name: "p.\(act.people[0])", value: "on"))
        }
        if let basis = trial.applied?.basis {
            fields += [
                HiddenField(name: "basis", value: basis.description),
                HiddenField(name: "shown", value: act.digest),
            ]
        }
        return fields
    }

    // MARK: Who and where

    /// Nil where there is nobody to choose among.
    private var people: StepPeople? {
        guard act.kind.takesCompany else { return nil }
        let company = act.people.flatMap { book.row($0)?.together ?? [] }
        let asked = act.people + company.filter { !act.people.contains($0) }
        let shown = asked.filter { book.row($0) != nil }
        guard Set(shown).count > 1 else { return nil }
        var seen: Set<Person.ID> = []
        let rows = shown.filter { seen.insert($0).inserted }.compactMap { person -> StepPerson? in
            guard let row = book.row(person) else { return nil }
            let name = words.both(row.name)
            return StepPerson(
                id: person.description, name: name.first, other: name.other,
                isChosen: act.people.contains(person))
        }
        return StepPeople(
            legend: words.say(Message("board.who")), help: words.say(Message("board.whoHelp")),
            rows: rows)
    }

    private var groupChoice: StepGroups {
        let all = book.groups.filter { $0.closedOn == nil }.map(choice)
        let fitting = all.filter(\.obstacles.isEmpty)
        let others = all.filter { !$0.obstacles.isEmpty }
        return StepGroups(
            label: words.say(Message("command.column.group")), fitting: fitting,
            isOpen: fitting.isEmpty || others.contains(where: \.isChosen),
            othersLabel: others.isEmpty
                ? nil
                : words.say(Message("board.notFitting", ["count": .number(others.count)])),
            others: others)
    }

    private func choice(_ group: Group) -> StepGroup {
        let occupied = book.occupancy(of: group.id, without: act.people)
        let size = words.say(
            Message(
                "board.size",
                ["count": .number(occupied.people), "maximum": .number(group.size.maximum)]))
        return StepGroup(
            value: group.id.description, title: group.name,
            detail: words.visitor.localiser.line([words.languages(group.languages), size]),
            obstacles: obstacles(to: group, occupied).map { TextLine(text: words.say($0)) },
            isChosen: act.group == group.id)
    }

    /// Of all of them together, in the order in which they would come.
    private func obstacles(to group: Group, _ occupied: Occupancy) -> [Message] {
        var occupied = occupied
        let names = words.idNames
        return act.people.flatMap { person -> [Message] in
            guard let row = book.row(person) else { return [] }
            var found = group.obstacles(to: row.wish, occupied: occupied)
            let met = row.apart.filter { other in
                act.people.contains(other) || book.row(other)?.group == group.id
            }
            if !met.isEmpty { found.append(.apart) }
            occupied.people += 1
            occupied.children += row.childcare
            return PersonObstacles(
                person: person, name: row.name, obstacles: found, others: met
            ).messages.map { $0.naming(names) }
        }
    }

    // MARK: When and why

    private var dates: [StepDate] {
        switch act.kind {
        case .offer:
            [
                date(.from, Message("enrolment.firstDay"), act.from),
                date(.until, Message("enrolment.answerBy"), act.until),
            ]
        case .accept: [date(.from, Message("enrolment.acceptFrom"), act.from)]
        case .withdraw: [date(.on, Message("enrolment.withdrawOn"), act.on)]
        case .decline, .waitlist, .prioritise, .undo: []
        }
    }

    private func date(
        _ field: EnrolmentAct.Field, _ label: Message, _ value: LocalDate?
    ) -> StepDate {
        StepDate(
            name: field.rawValue, label: words.say(label),
            value: act.faults[field] ?? value?.description ?? "",
            malformed: act.faults[field] == nil
                ? nil : words.say(Message("board.dateMalformed")))
    }

    private var number: StepNumber? {
        guard act.kind == .prioritise else { return nil }
        let present = act.people.first.flatMap { book.row($0)?.priority }
        let shown = act.priority ?? (act.people.count == 1 ? present : nil)
        return StepNumber(
            label: words.say(Message("enrolment.priorityLabel")),
            value: act.faults[.priority] ?? shown.map(String.init) ?? "",
            malformed: act.faults[.priority] == nil
                ? nil : words.say(Message("error.priorityRange")))
    }

    private var spite: StepTick? {
        guard act.kind == .offer, trial.mayOverrule || act.inSpiteOfRules else { return nil }
        return StepTick(
            label: words.say(Message("board.spite")), isChosen: act.inSpiteOfRules)
    }

    private var reason: ReasonField? {
        guard act.kind.takesReason else { return nil }
        return ReasonField(
            Message("board.reason"), offered: reasons, given: act.reason,
            help: Message("board.reasonHelp"), for: words.visitor)
    }
}
