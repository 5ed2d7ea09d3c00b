import Courses
import Desk
import Localisation

/// What people, groups and acts on a board are called for one reader.
struct BoardWords {
    let visitor: Visitor
    let board: Board
    private let names: ReaderNames

    init(_ board: Board, _ visitor: Visitor) {
        self.board = board
        self.visitor = visitor
        names = ReaderNames(visitor)
    }

    func say(_ message: Message) -> String { visitor.say(message) }

    func both(_ person: Person.ID) -> (first: String, other: String?) {
        board.names[person].map(names.both) ?? (person.description, nil)
    }

    func name(_ person: Person.ID) -> String { both(person).first }

    func name(_ group: Group.ID) -> String {
        board.group(group)?.group.name ?? group.description
    }

    func list(_ people: [Person.ID]) -> String { visitor.localiser.list(people.map(name)) }

    func languages(_ languages: [Language]) -> String {
        visitor.localiser.list(languages.map { visitor.localiser.languageName($0) })
    }

    /// With how well a leader speaks each, where it is known.
    func languages(of leader: GroupLeader) -> String {
        visitor.localiser.list(
            leader.languages.map { language in
                guard let level = leader.levels[language] else {
                    return visitor.localiser.languageName(language)
                }
                return say(
                    Message(
                        "setup.languageLevel",
                        ["language": .language(language), "level": .text(say(level.message))]))
            })
    }

    func date(_ date: LocalDate) -> String { visitor.localiser.date(date, style: .long) }

    /// `7 of 16`, and how many that leaves.
    func size(_ group: BoardGroup) -> String {
        say(
            Message(
                "board.size",
                [
                    "count": .number(group.occupancy.people),
                    "maximum": .number(group.group.size.maximum),
                ]))
    }

    /// What the ids of people and groups stand for.
    var idNames: [String: String] {
        let people = board.names.keys.map { ($0.description, name($0)) }
        let groups = board.groups.map { ($0.group.id.description, $0.group.name) }
        return Dictionary(people + groups, uniquingKeysWith: { one, _ in one })
    }

    // MARK: The history

    /// Who did what when, why, and what it changed, in one line each.
    func line(_ entry: HistoryEntry, _ history: RoundHistory) -> HistoryLine {
        let (date, time) = WallClock.reading(entry.at)
        let actor = entry.actor.map { history.names[$0].map { names.both($0).first } ?? "–" }
        let flows = entry.groups.filter { $0.joined + $0.left > 0 }.map { flow in
            say(
                Message(
                    "board.flow",
                    [
                        "group": .text(flow.name), "joined": .number(flow.joined),
                        "left": .number(flow.left),
                    ]))
        }
        return HistoryLine(
            whenText: self.date(date) + " " + visitor.localiser.time(time),
            who: actor ?? say(Message("command.history.operator")),
            what: say(entry.kind.message),
            peopleText: entry.people.isEmpty
                ? nil
                : say(Message("board.people", ["count": .number(entry.people.count)])),
            groups: flows.map { TextLine(text: $0) },
            reason: visitor.localiser.words(entry.reason))
    }

    // MARK: What an act would do

    func heading(_ act: BoardAct) -> String {
        let group = Argument.text(act.group.map(name) ?? "")
        return switch act.kind {
        case .move: say(Message("board.moveTitle"))
        case .undo: say(Message("board.undoTitle"))
        case .balance: say(Message("board.balanceTitle"))
        case .merge: say(Message("board.mergeTitle", ["group": group]))
        case .split: say(Message("board.splitTitle", ["group": group]))
        case .close: say(Message("board.closeTitle", ["group": group]))
        case .reopen: say(Message("board.reopenTitle", ["group": group]))
        case .pause: say(Message("board.pauseTitle", ["group": group]))
        case .resume: say(Message("board.resumeTitle", ["group": group]))
        case .leader: say(Message("board.leaderTitle", ["group": group]))
        case .moveSession: say(Message("board.moveSessionTitle", ["group": group]))
        case .cancelSession: say(Message("board.cancelSessionTitle", ["group": group]))
        }
    }

    /// What it does, in one sentence.
    func sentence(_ act: BoardAct, _ applied: AppliedOperation) -> String {
        let count = Argument.number(applied.people.count)
        let date = Argument.date(applied.effectiveOn)
        let group = Argument.text(act.group.map(name) ?? "")
        switch (act.kind, act.target) {
        case (.move, .group(let target)?), (.split, .group(let target)?):
            let target = Argument.text(name(target))
            return applied.kind == .place
                ? say(Message("command.placed", ["count": count, "group": target, "date": date]))
                : say(
                    Message(
                        "command.transferredMany",
                        ["count": count, "group": target, "date": date]))
        case (.split, .new?):
            return say(
                Message(
                    "command.transferredMany",
                    ["count": count, "group": .text(act.newGroup.name), "date": date]))
        case (.merge, .group(let target)?):
            return say(
                Message(
                    "command.merged",
                    ["count": count, "group": .text(name(target)), "date": date]))
        case (.move, _): return say(Message("command.waitlisted", ["count": count]))
        case (.balance, _): return say(Message("command.balanced", ["count": count, "date": date]))
        case (.close, _):
            return say(Message("command.groupClosed", ["group": group, "date": date]))
        case (.reopen, _): return say(Message("command.groupOpened", ["group": group]))
        case (.pause, _):
            return say(Message("command.groupPaused", ["group": group, "date": date]))
        case (.resume, _):
            return say(Message("command.groupResumed", ["group": group, "date": date]))
        case (.leader, _):
            return say(Message("command.leaderChanged", ["group": group, "date": date]))
        case (.moveSession, _):
            let was = applied.sessions.first?.was?.date ?? applied.effectiveOn
            return say(Message("command.session.moved", ["from": .date(was), "to": date]))
        case (.cancelSession, _):
            let was = applied.sessions.first?.session.date ?? applied.effectiveOn
            return say(Message("command.session.cancelled", ["date": .date(was)]))
        case (.undo, _), (.merge, _), (.split, _):
            return say(Message("board.undoes", ["count": count]))
        }
    }

    func text(_ clash: BoardClash) -> String {
        let count = Argument.number(clash.count)
        let date = Argument.date(clash.first)
        return switch clash.over {
        case .person(let person):
            say(
                Message(
                    "board.clashPerson",
                    ["person": .text(name(person)), "count": count, "date": date]))
        case .venue(let venue):
            say(
                Message(
                    "board.clashVenue", ["venue": .text(venue), "count": count, "date": date]))
        }
    }
}

struct HistoryLine: Sendable {
    let whenText: String
    let who: String
    let what: String
    let peopleText: String?
    let groups: [TextLine]
    let reason: String?
}

/// A line that a template's section opens.
struct TextLine: Sendable {
    let text: String
}
