import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation

extension Site {
    /// What an act would do to a round as it is now.
    func preview(
        _ act: BoardAct, _ board: Board, _ visitor: Visitor, _ actor: Actor,
        beside: BoardContext = BoardContext(), status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        var (act, beside) = (act, beside)
        let trial = try await attempt(&act, board, visitor, actor)
        beside.reasons = try await desk.offeredReasons(act.kind.reasons, as: actor)
        if act.kind.isOfSession, let group = act.group {
            beside.sessions = try await coming(of: group, actor)
        }
        if act.kind == .split { beside.venues = try await desk.venues(as: actor) }
        if act.kind == .leader {
            beside.leaders = try await desk.possibleLeaders(
                in: board.round.code, besides: act.leader, as: actor)
        }
        if let operation = act.operation {
            let history = try await desk.history(of: board.round.code, as: actor)
            beside.undoing = history.entries.first { $0.id == operation }.map {
                BoardWords(board, visitor).line($0, history)
            }
        }
        let page = BoardPreviewPage(
            layout: { layout(title: $0, for: visitor, at: board.address) }, visitor: visitor,
            board: board, act: act, trial: trial, beside: beside)
        return respond(page, status: status)
    }

    private func coming(of group: Group.ID, _ actor: Actor) async throws -> [Session] {
        let now = desk.clock.now()
        let all = try await desk.sessions(
            SessionFilter(group: group, from: WallClock.date(now)), as: actor)
        return all.map(\.session).filter { $0.state == .planned && $0.startsAt > now }
    }

    /// Tries it without doing it: where no day was chosen and a session of today has begun, from
    /// tomorrow.
    private func attempt(
        _ act: inout BoardAct, _ board: Board, _ visitor: Visitor, _ actor: Actor
    ) async throws -> BoardTrial {
        guard act.missing == nil, act.faults.isEmpty else {
            let isEmpty = act.missing == .people && act.kind != .split
            return isEmpty
                ? .refused(
                    BoardFault(visitor.say(Message("error.nobodyNamed"))), mayOverrule: false)
                : .incomplete
        }
        do {
            let applied = try await act.run(
                on: board, desk, as: actor, dryRun: true, basis: nil)
            if act.kind.isDated { act.on = act.day(on: board) }
            return .would(applied)
        } catch PlacingError.sessionBegun(_, on: let date) where act.on == nil {
            act.on = date.adding(days: 1)
            return try await attempt(&act, board, visitor, actor)
        } catch {
            guard let told = worded(error), told.kind != .notAllowed else { throw error }
            let names = try await names(board, visitor, actor)
            return .refused(
                BoardFault(told, names: names, visitor: visitor),
                mayOverrule: ["obstacles", "tooMany", "reasonNeeded"].contains(told.code))
        }
    }

    /// What others did to a round since an operation.
    func changes(
        since operation: OperationID?, _ board: Board, _ visitor: Visitor, _ actor: Actor
    ) async throws -> [HistoryLine] {
        let history = try await desk.history(
            of: board.round.code, since: operation, as: actor)
        let words = BoardWords(board, visitor)
        return history.entries.map { words.line($0, history) }
    }

    /// What the ids stand for that a refusal may name.
    private func names(
        _ board: Board, _ visitor: Visitor, _ actor: Actor
    ) async throws -> [String: String] {
        let words = BoardWords(board, visitor)
        var names = words.idNames
        let sessions = try await desk.sessions(SessionFilter(round: board.round.id), as: actor)
        for session in sessions.map(\.session) {
            let groups = visitor.localiser.list(session.groups.map { words.name($0.group) })
            names[session.id.description] = groups + ", " + words.date(session.date)
        }
        let history = try await desk.history(of: board.round.code, as: actor)
        for (person, name) in history.names where names[person.description] == nil {
            names[person.description] = ReaderNames(visitor).both(name).first
        }
        for entry in history.entries {
            let line = words.line(entry, history)
            names[entry.id.description] = line.what + ", " + line.whenText
        }
        return names
    }
}

extension BoardDone {
    init(_ entry: HistoryEntry, _ history: RoundHistory, _ words: BoardWords) {
        let line = words.line(entry, history)
        text = words.say(
            Message(
                "board.done",
                [
                    "what": .text(line.what), "count": .number(entry.people.count),
                    "date": .date(entry.effectiveOn),
                ]))
        lines = line.groups
        undo =
            entry.undoneBy == nil && entry.kind.isUndoable
            ? BoardUndo(
                operation: entry.id.description, label: words.say(Message("register.undo")))
            : nil
    }
}
