import Courses
import Desk
import Localisation

/// One act on a round as its history tells it: who did what when, why, and what it changed.
struct PastAct: Sendable {
    let what: String
    let whenText: String
    let who: String
    /// What it changed, one line each.
    let changes: [TextLine]
    let why: String?
    let undo: PastUndo?
}

struct PastUndo: Sendable {
    let action: String
    let operation: String
    let label: String
    /// With what it undoes, for those who do not see where it stands.
    let spoken: String
    let back: String
}

/// What was just done.
struct PastDone: Sendable {
    let text: String
    let lines: [TextLine]
    let letters: [SessionLink]
    let takenBack: PastUndo?
}

/// Words a round's history for one reader.
struct PastWords {
    let visitor: Visitor
    let round: Round
    let history: RoundHistory
    private let names: ReaderNames

    init(_ history: RoundHistory, of round: Round, _ visitor: Visitor) {
        self.history = history
        self.round = round
        self.visitor = visitor
        names = ReaderNames(visitor)
    }

    private func say(_ message: Message) -> String { visitor.say(message) }

    func name(_ person: Person.ID) -> String {
        history.names[person].map { names.both($0).first } ?? person.description
    }

    func act(_ entry: HistoryEntry, back: EnrolmentAct.Back? = nil) -> PastAct {
        let what = say(entry.kind.message)
        let when = time(entry)
        return PastAct(
            what: entry.undoneBy == nil
                ? what : say(Message("command.history.undone", ["what": .text(what)])),
            whenText: when,
            who: entry.actor.map(name) ?? say(Message("command.history.operator")),
            changes: changes(entry).map { TextLine(text: $0) },
            why: visitor.localiser.words(entry.reason).map { reason in
                entry.reason.isWithheld && entry.reason.listed == nil
                    ? reason : say(Message("history.because", ["reason": .text(reason)]))
            },
            undo: back.flatMap { undo(entry, back: $0) })
    }

    /// A day and a time of day.
    func time(_ entry: HistoryEntry) -> String {
        let (date, time) = WallClock.reading(entry.at)
        return visitor.localiser.date(date, style: .long) + " " + visitor.localiser.time(time)
    }

    /// Nil for what is undone, or can only be undone by acting anew.
    private func undo(_ entry: HistoryEntry, back: EnrolmentAct.Back) -> PastUndo? {
        guard entry.undoneBy == nil, entry.kind.isUndoable else { return nil }
        let label = say(Message("register.undo"))
        let what = say(entry.kind.message) + ", " + time(entry)
        return PastUndo(
            action: "/rounds/\(round.code)/enrolment/preview",
            operation: entry.id.description, label: label,
            spoken: say(
                Message("enrolment.about", ["what": .text(label), "person": .text(what)])),
            back: back.rawValue)
    }

    private func changes(_ entry: HistoryEntry) -> [String] {
        var changes: [Message] = []
        if let undone = entry.undoes.flatMap({ id in history.entries.first { $0.id == id } }) {
            changes.append(
                Message(
                    "history.undoes",
                    ["what": .text(say(undone.kind.message)), "time": .text(time(undone))]))
        }
        if WallClock.date(entry.at) != entry.effectiveOn {
            changes.append(Message("history.effectiveOn", ["date": .date(entry.effectiveOn)]))
        }
        changes += people(entry)
        changes += entry.groups.filter { $0.joined + $0.left > 0 }.map { flow in
            Message(
                "board.flow",
                [
                    "group": .text(flow.name), "joined": .number(flow.joined),
                    "left": .number(flow.left),
                ])
        }
        let untouched = entry.groups.filter { $0.joined + $0.left == 0 }.map(\.name)
        if !untouched.isEmpty {
            changes.append(Message("history.groups", ["groups": .list(untouched)]))
        }
        if entry.sessionsPlanned > 0 {
            changes.append(
                Message("history.planned", ["count": .number(entry.sessionsPlanned)]))
        }
        if entry.sessionsChanged > 0 {
            changes.append(
                Message("history.changed", ["count": .number(entry.sessionsChanged)]))
        }
        if !entry.staff.isEmpty {
            changes.append(Message("history.staff", ["names": .list(entry.staff.map(name))]))
        }
        return changes.map(say)
    }

    /// Few by name, many by number.
    private func people(_ entry: HistoryEntry) -> [Message] {
        let count = entry.people.count
        guard count > 0 else { return [] }
        guard count <= 6 else { return [Message("board.people", ["count": .number(count)])] }
        return [Message("history.people", ["names": .list(entry.people.map(name))])]
    }
}

extension PastDone {
    /// - Parameter letters: of offers that are open, where they can be read.
    init(
        _ entry: HistoryEntry, _ words: PastWords, letters: [SessionLink] = [],
        back: EnrolmentAct.Back
    ) {
        let act = words.act(entry, back: back)
        text = words.visitor.say(
            Message(
                "board.done",
                [
                    "what": .text(act.what), "count": .number(entry.people.count),
                    "date": .date(entry.effectiveOn),
                ]))
        lines = act.changes
        self.letters = letters
        takenBack = act.undo
    }
}
