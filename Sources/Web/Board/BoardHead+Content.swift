import Courses
import Desk
import Localisation

extension BoardHead {
    init(_ board: BoardGroup, _ words: BoardWords) {
        let group = board.group
        let localiser = words.visitor.localiser
        href = "/groups/\(group.id)"
        let interpreted = group.delivery.interpretedInto
        languages =
            interpreted.isEmpty
            ? words.languages(group.languages)
            : words.say(
                Message(
                    "board.interpreted",
                    [
                        "spoken": .text(words.languages(group.languages)),
                        "into": .text(words.languages(interpreted)),
                    ]))
        sizeText = words.say(
            Message(
                "board.sizeLong",
                [
                    "count": .number(board.occupancy.people),
                    "maximum": .number(group.size.maximum),
                    "minimum": .number(group.size.minimum),
                ]))
        bar = SizeBar(board)
        facts = Self.facts(board).map { TextLine(text: words.say($0)) }
        whenText = group.slot.map {
            localiser.weekday($0.weekday) + " " + localiser.timeRange($0.start, $0.end)
        }
        venue = group.venue
        leadersLabel = words.say(Message("sessions.roleLeader"))
        leaders = board.leaders.map { leader in
            BoardLeader(
                name: words.name(leader.person),
                languages: leader.languages.isEmpty ? nil : words.languages(of: leader))
        }
        noLeaderText = board.leaders.isEmpty ? words.say(Message("board.noLeader")) : nil
        states = Self.states(board).map { TextLine(text: words.say($0)) }
        clashes = board.clashes.map { TextLine(text: words.text($0)) }
        actionsLabel = words.say(Message("board.actions"))
        actions = BoardGroupActs(board, words).links
    }

    private static func facts(_ board: BoardGroup) -> [Message] {
        let (taken, size) = (board.occupancy, board.group.size)
        var facts: [Message] = []
        if taken.people > size.maximum {
            facts.append(Message("board.over", ["count": .number(taken.people - size.maximum)]))
        } else {
            facts.append(Message("board.free", ["count": .number(board.free)]))
        }
        if taken.people > 0, taken.people < size.minimum {
            facts.append(Message("board.short", ["count": .number(size.minimum - taken.people)]))
        }
        if !board.offered.isEmpty {
            facts.append(Message("board.held", ["count": .number(board.offered.count)]))
        }
        if board.group.childcarePlaces > 0 || taken.children > 0 {
            facts.append(
                Message(
                    "board.childcare",
                    [
                        "children": .number(taken.children),
                        "places": .number(board.group.childcarePlaces),
                    ]))
        }
        switch board.group.openTo {
        case .all: break
        case .women: facts.append(Message("command.wish.womensGroup"))
        case .men: facts.append(Message("command.wish.mensGroup"))
        }
        return facts
    }

    private static func states(_ board: BoardGroup) -> [Message] {
        var states: [Message] = []
        if let day = board.group.closedOn {
            states.append(Message("board.closed", ["date": .date(day)]))
        }
        if let pause = board.pause {
            let from = Argument.date(pause.from)
            let last = pause.before.map { Argument.date($0.adding(days: -1)) }
            switch (pause.sessions, last) {
            case (.cancelled, nil): states.append(Message("board.paused", ["from": from]))
            case (.remote, nil): states.append(Message("board.pausedRemote", ["from": from]))
            case (.cancelled, let last?):
                states.append(Message("board.pausedUntil", ["from": from, "last": last]))
            case (.remote, let last?):
                states.append(Message("board.pausedRemoteUntil", ["from": from, "last": last]))
            }
        }
        return states
    }
}

extension SizeBar {
    init(_ board: BoardGroup) {
        let whole = max(board.group.size.maximum, board.occupancy.people, 1)
        taken = board.members.count * 100 / whole
        offeredFrom = taken
        offered = board.offered.count * 100 / whole
        minimum = board.group.size.minimum * 100 / whole
    }
}

/// What can be done to a group as it is.
struct BoardGroupActs {
    private let board: BoardGroup
    private let words: BoardWords

    init(_ board: BoardGroup, _ words: BoardWords) {
        self.board = board
        self.words = words
    }

    var links: [SessionLink] {
        guard board.group.closedOn == nil else {
            return [link(.reopen, Message("board.reopen"))]
        }
        let pausing =
            board.pause == nil
            ? link(.pause, Message("board.pause")) : link(.resume, Message("board.resume"))
        return [
            link(.leader, Message("board.changeLeader")), link(.split, Message("board.split")),
            link(.merge, Message("board.merge")),
            link(.moveSession, Message("board.moveSession")),
            link(.cancelSession, Message("board.cancelSession")), pausing,
            link(.close, Message("board.close")),
        ]
    }

    private func link(_ kind: BoardAct.Kind, _ label: Message) -> SessionLink {
        SessionLink(
            href: "/rounds/\(words.board.round.code)/board/change?kind=\(kind.rawValue)"
                + "&group=\(board.group.id)",
            label: words.say(label))
    }
}
