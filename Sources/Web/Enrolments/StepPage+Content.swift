import Courses
import Desk
import Localisation

extension StepPage {
    init(
        layout: (_ title: String) -> Layout, words: EnrolmentWords, act: EnrolmentAct,
        trial: StepTrial, beside: StepContext
    ) {
        let book = words.book
        heading =
            act.people.count == 1
            ? words.say(
                Message(
                    "enrolment.about",
                    [
                        "what": .text(words.say(act.kind.title)),
                        "person": .text(words.name(act.people[0])),
                    ]))
            : words.say(act.kind.title)
        self.layout = layout(heading)
        switch act.back {
        case .list:
            backHref = act.filter.added(to: book.address)
            backText = words.say(Message("enrolment.title"))
        case .history:
            backHref = book.historyAddress
            backText = words.say(Message("history.title"))
        }
        roundName = book.round.name
        changed = beside.isChanged ? StepChanges(beside.changes, words) : nil
        notice = beside.isNotAsShown ? words.say(Message("board.notAsShown")) : nil
        fault = trial.fault
        undoing = beside.undoing
        sentence = trial.applied.map { words.sentence(act, $0) }
        effects = trial.applied.flatMap { StepEffects($0, words) }
        priorities = act.people.compactMap { person in
            PriorityList(
                beside.priorities[person] ?? [],
                of: act.people.count > 1 ? words.name(person) : nil, words)
        }
        form =
            act.kind == .undo || !act.people.isEmpty
            ? StepFormWords(words: words, act: act, trial: trial, reasons: beside.reasons).form
            : nil
    }
}

extension StepChanges {
    init(_ lines: [PastAct], _ words: EnrolmentWords) {
        title = words.say(Message("board.changedTitle"))
        self.lines = lines
        text = words.say(
            lines.isEmpty ? Message("board.changedOtherwise") : Message("board.changedText"))
    }
}

extension StepEffects {
    /// Nil where nothing can be counted.
    init?(_ applied: AppliedOperation, _ words: EnrolmentWords) {
        guard !applied.groups.isEmpty else { return nil }
        groupLabel = words.say(Message("command.column.group"))
        beforeLabel = words.say(Message("command.column.sizeBefore"))
        afterLabel = words.say(Message("command.column.sizeAfter"))
        offeredLabel = words.say(Message("command.column.offered"))
        maximumLabel = words.say(Message("command.column.maximum"))
        let localiser = words.visitor.localiser
        groups = applied.groups.map { change in
            StepEffect(
                name: change.name, before: localiser.number(change.before),
                after: localiser.number(change.after), offered: localiser.number(change.offered),
                maximum: words.book.group(change.group)
                    .map { localiser.number($0.size.maximum) } ?? "")
        }
    }
}

extension PriorityList {
    /// The latest first; nil where nobody has said any.
    ///
    /// - Parameter name: whose they are, where that is to be told.
    init?(_ changes: [PriorityChange], of name: String?, _ words: EnrolmentWords) {
        guard !changes.isEmpty else { return nil }
        let what = words.say(Message("enrolment.priorities"))
        title =
            name.map {
                words.say(
                    Message("enrolment.about", ["what": .text(what), "person": .text($0)]))
            } ?? what
        lines = changes.reversed().map { change in
            let said = words.say(
                Message(
                    "enrolment.priorityOn",
                    [
                        "priority": .number(change.priority),
                        "date": .date(WallClock.date(change.at)),
                    ]))
            return PriorityLine(
                text: change.isUndone
                    ? words.say(Message("command.history.undone", ["what": .text(said)])) : said,
                because: words.visitor.localiser.words(change.reason))
        }
    }
}

extension EnrolmentWords {
    /// What a step does, in one sentence.
    func sentence(_ act: EnrolmentAct, _ applied: AppliedOperation) -> String {
        let count = Argument.number(applied.people.count)
        let date = Argument.date(applied.effectiveOn)
        return switch act.kind {
        case .offer:
            say(
                Message(
                    "command.offered",
                    [
                        "count": count, "group": .text(act.group.map(name) ?? ""),
                        "date": .date(act.until ?? applied.effectiveOn),
                    ]))
        case .accept: say(Message("command.accepted", ["count": count, "date": date]))
        case .decline: say(Message("command.declined", ["count": count]))
        case .waitlist: say(Message("command.waitlisted", ["count": count]))
        case .prioritise:
            say(
                Message(
                    "command.prioritised",
                    ["count": count, "priority": .number(act.priority ?? 0)]))
        case .withdraw:
            say(
                Message(
                    "command.withdrawn", ["round": .text(book.round.name), "date": date]))
        case .undo: say(Message("board.undoes", ["count": count]))
        }
    }
}
