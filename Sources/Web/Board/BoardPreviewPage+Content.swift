import Courses
import Desk
import Localisation

extension BoardPreviewPage {
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, board: Board, act: BoardAct,
        trial: BoardTrial, beside: BoardContext
    ) {
        let words = BoardWords(board, visitor)
        let address = "/rounds/\(board.round.code)/board"
        heading = words.heading(act)
        self.layout = layout(heading)
        backHref = address
        backText = visitor.say(Message("board.back"))
        roundName = board.round.name
        changed = beside.isChanged ? BoardChanges(beside.changes, visitor) : nil
        notice = beside.isNotAsShown ? visitor.say(Message("board.notAsShown")) : nil
        fault = trial.fault
        sentence = trial.applied.map { words.sentence(act, $0) }
        undoing = beside.undoing
        effects = trial.applied.flatMap { BoardEffects($0, words) }
        form = BoardFormWords(words: words, act: act, trial: trial, beside: beside)
            .form(at: address)
    }
}

extension BoardChanges {
    init(_ lines: [HistoryLine], _ visitor: Visitor) {
        title = visitor.say(Message("board.changedTitle"))
        self.lines = lines
        text = visitor.say(
            lines.isEmpty ? Message("board.changedOtherwise") : Message("board.changedText"))
    }
}

extension BoardEffects {
    /// Nil where nothing can be counted.
    init?(_ applied: AppliedOperation, _ words: BoardWords) {
        guard !applied.groups.isEmpty || !applied.sessions.isEmpty else { return nil }
        groupLabel = words.say(Message("command.column.group"))
        beforeLabel = words.say(Message("command.column.sizeBefore"))
        afterLabel = words.say(Message("command.column.sizeAfter"))
        offeredLabel = words.say(Message("command.column.offered"))
        boundsLabel = words.say(Message("board.bounds"))
        groups = applied.groups.map { GroupEffect($0, words) }
        hasGroups = !groups.isEmpty
        sessionsTitle =
            applied.sessions.isEmpty
            ? nil
            : words.say(Message("board.sessions", ["count": .number(applied.sessions.count)]))
        let opened = Dictionary(
            applied.groups.map { ($0.group, $0.name) }, uniquingKeysWith: { first, _ in first })
        sessions = applied.sessions.map { SessionEffectLine($0, opened, words) }
        let names = ReaderNames(words.visitor)
        let name = { (person: Person.ID) in
            applied.names[person].map { names.both($0).first } ?? words.name(person)
        }
        let isOfSession = applied.kind == .moveSession || applied.kind == .cancelSession
        peopleText =
            isOfSession && !applied.people.isEmpty
            ? words.say(Message("history.people", ["names": .list(applied.people.map(name))]))
            : nil
        warnings =
            applied.joint.map { session in
                TextLine(
                    text: words.say(
                        Message("command.jointSession", ["date": .date(session.date)])))
            }
            + applied.clashes.map { clash in
                switch clash.over {
                case .person(let person):
                    TextLine(
                        text: words.say(
                            Message(
                                "command.clash.person",
                                ["person": .text(name(person)), "date": .date(clash.date)])))
                case .venue(let venue):
                    TextLine(
                        text: words.say(
                            Message(
                                "command.clash.venue",
                                ["venue": .text(venue), "date": .date(clash.date)])))
                }
            }
            + applied.withoutRight.map { person in
                TextLine(
                    text: words.say(
                        Message("board.withoutRight", ["person": .text(name(person))])))
            }
    }
}

extension GroupEffect {
    init(_ change: GroupChange, _ words: BoardWords) {
        let localiser = words.visitor.localiser
        name = change.name
        before = localiser.number(change.before)
        after = localiser.number(change.after)
        offered = localiser.number(change.offered)
        let size = change.size
        bounds = localiser.number(size.minimum) + "–" + localiser.number(size.maximum)
        let all = change.after + change.offered
        note =
            if all > size.maximum {
                words.say(Message("board.over", ["count": .number(all - size.maximum)]))
            } else if all > 0, all < size.minimum {
                words.say(Message("board.short", ["count": .number(size.minimum - all)]))
            } else {
                nil
            }
    }
}

extension SessionEffectLine {
    /// - Parameter opened: what groups are called that are not on the board yet.
    init(_ effect: SessionEffect, _ opened: [Group.ID: String], _ words: BoardWords) {
        group = words.visitor.localiser.list(
            effect.session.groups.map { opened[$0.group] ?? words.name($0.group) })
        dateText = words.visitor.localiser.date(effect.session.date, style: .full)
        self.effect = words.say(effect.kind.message)
        expectedText = words.say(
            Message("board.expected", ["count": .number(effect.expected)]))
    }
}
