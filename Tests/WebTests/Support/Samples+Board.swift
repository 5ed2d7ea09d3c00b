import Balancing
import Courses
import Localisation

@testable import Desk
@testable import Web

extension Samples {
    static func boardPages(_ visitor: Visitor) -> [Sample] {
        [
            Sample(
                template: "rounds",
                page: RoundsPage(
                    layout: { _ in layout(visitor) }, visitor: visitor, rounds: [round, earlier])),
            Sample(
                template: "rounds", variant: ".empty",
                page: RoundsPage(
                    layout: { _ in layout(visitor) }, visitor: visitor, rounds: [])),
            Sample(template: "board", page: boardPage(visitor, board, isDone: true)),
            Sample(template: "board", variant: ".groups", page: groupsAlone(visitor)),
            Sample(template: "board", variant: ".empty", page: boardPage(visitor, empty)),
            Sample(template: "board-preview", page: would(visitor)),
            Sample(template: "board-preview", variant: ".refused", page: refused(visitor)),
            Sample(template: "board-preview", variant: ".pause", page: pausing(visitor)),
            Sample(template: "board-preview", variant: ".leader", page: leading(visitor)),
            Sample(template: "board-preview", variant: ".split", page: splitting(visitor)),
            Sample(template: "board-preview", variant: ".session", page: moving(visitor)),
            Sample(template: "board-preview", variant: ".undo", page: undoing(visitor)),
            Sample(template: "balance", page: balance(visitor, isOver: false)),
            Sample(template: "balance", variant: ".nothing", page: balance(visitor, isOver: true)),
        ]
    }

    // MARK: A board

    private static let second = Group(
        id: Group.ID(bits: 22), name: "Dari <2>", round: round.id, languages: [.dari],
        delivery: .interpreted(into: [.somali]),
        size: GroupSize(minimum: 3, maximum: 4) ?? group.size, openTo: .women,
        childcarePlaces: 2, venue: nil, slot: nil, closedOn: nil)

    private static let closed = Group(
        id: Group.ID(bits: 23), name: "Tigrinska", round: round.id, languages: [.tigrinya],
        delivery: .leaderSpeaks, size: group.size, openTo: .all, childcarePlaces: 0, venue: nil,
        slot: nil, closedOn: day)

    private static let names: [Person.ID: DisplayName] = [
        Person.ID(bits: 1): DisplayName(native: "أمل حسن", latin: "Amal Hassan"),
        Person.ID(bits: 2): DisplayName(native: nil, latin: "Hodan <Warsame>"),
        Person.ID(bits: 3): DisplayName(alias: 7),
        Person.ID(bits: 4): DisplayName(native: "يوسف علي", latin: "Yousef Ali"),
        Person.ID(bits: 9): DisplayName(native: "سارة حداد", latin: "Sara Haddad"),
    ]

    private static func person(
        _ bits: UInt64, _ step: EnrolmentStep, in place: Group? = nil,
        wishes: [Wish.About: Wish] = [:], together: [UInt64] = [], apart: [UInt64] = []
    ) -> BoardPerson {
        let id = Person.ID(bits: bits)
        let offer = step == .offered ? place : nil
        let enrolment = Enrolment(
            id: Enrolment.ID(bits: bits), person: id, round: round.id,
            steps: [Enrolment.Step(step, on: day)], appliedOn: day.adding(days: -12),
            offer: offer.map {
                OfferedPlace(group: $0.id, from: day, until: day.adding(days: 7))
            })
        let standing: EnrolmentStanding =
            step == .placed ? .placed : step == .offered ? .offered : .applied
        return BoardPerson(
            row: EnrolmentRow(
                enrolment: enrolment, standing: standing, since: day, group: place?.id,
                name: names[id] ?? DisplayName(alias: 0), gender: .unknown,
                languages: [.arabic, .kurmanji], interpreterOk: true, wishes: wishes,
                childcare: Int(bits) % 3, priority: Int(bits) % 2,
                appliedOn: day.adding(days: -12), placements: [],
                together: together.map { Person.ID(bits: $0) },
                apart: apart.map { Person.ID(bits: $0) }),
            group: place?.id, waitingDays: 12,
            startsOn: bits == 1 ? day.adding(days: 7) : nil,
            endsBefore: bits == 1 ? day.adding(days: 30) : nil)
    }

    private static var board: Board {
        let slots: [Wish.About: Wish] = [
            .slots: .slots([WishedSlot(.tuesday)]), .openTo: .openTo(.women),
            .group: .group(second.id),
        ]
        return Board(
            round: round, date: day,
            groups: [
                BoardGroup(
                    group: group,
                    members: [
                        person(1, .placed, in: group, together: [4]),
                        person(2, .placed, in: group),
                    ],
                    offered: [person(3, .offered, in: group)],
                    leaders: [
                        GroupLeader(
                            group: group.id, person: Person.ID(bits: 9),
                            languages: [.arabic, .swedish])
                    ],
                    pause: GroupPause(
                        group: group.id, from: day, before: day.adding(days: 14),
                        sessions: .remote),
                    clashes: [
                        BoardClash(over: .person(Person.ID(bits: 9)), first: day, count: 2),
                        BoardClash(over: .venue("Åbrogården"), first: day, count: 1),
                    ]),
                BoardGroup(
                    group: second, members: [], offered: [], leaders: [], pause: nil,
                    clashes: []),
                BoardGroup(
                    group: closed, members: [], offered: [], leaders: [], pause: nil,
                    clashes: []),
            ],
            waiting: [
                person(4, .applied, wishes: slots, together: [1], apart: [2])
            ], lastOperation: OperationID(bits: 5), names: names)
    }

    private static var empty: Board {
        Board(round: round, date: day, groups: [], waiting: [], lastOperation: nil, names: [:])
    }

    private static func boardPage(
        _ visitor: Visitor, _ board: Board, isDone: Bool = false
    ) -> BoardPage {
        BoardPage(
            layout: { _ in layout(visitor) }, script: "/assets/1-board.js", visitor: visitor,
            board: board,
            done: isDone
                ? BoardDone(entry, history, BoardWords(board, visitor)) : nil)
    }

    private static func groupsAlone(_ visitor: Visitor) -> BoardPage {
        var page = boardPage(visitor, board)
        page.columns = Array(
            page.columns.dropFirst(2).sorted {
                ($0.head?.clashes.count ?? 0) > ($1.head?.clashes.count ?? 0)
            })
        return page
    }

    // MARK: Acts on it

    private static let entry = HistoryEntry(
        id: OperationID(bits: 5), kind: .transfer, at: now, effectiveOn: day,
        actor: Person.ID(bits: 9),
        reason: GivenReason(listed: ownWish.listed, text: "Bor närmare <b>"), undoes: nil,
        undoneBy: nil,
        people: [Person.ID(bits: 1), Person.ID(bits: 2)],
        groups: [
            HistoryEntry.GroupFlow(group: group.id, name: group.name, joined: 0, left: 2),
            HistoryEntry.GroupFlow(group: second.id, name: second.name, joined: 2, left: 0),
        ], sessionsPlanned: 0, sessionsChanged: 0, staff: [])

    private static let history = RoundHistory(entries: [entry], names: names)

    private static func applied(_ kind: OperationKind, people: [UInt64]) -> AppliedOperation {
        var applied = AppliedOperation(
            id: OperationID(bits: 6), kind: kind, effectiveOn: day,
            people: people.map { Person.ID(bits: $0) },
            groups: [
                GroupChange(
                    group: group.id, name: group.name, before: 2, after: 1, offered: 1,
                    size: group.size),
                GroupChange(
                    group: second.id, name: second.name, before: 4, after: 5, offered: 0,
                    size: second.size),
            ])
        let session = overview(day: 7).session
        applied.sessions = [
            SessionEffect(kind: .cancelled, was: session, session: session, expected: 3)
        ]
        applied.clashes = [
            Clash(
                over: .person(Person.ID(bits: 9)), date: day, first: session.id,
                second: session.id),
            Clash(over: .venue("Åbrogården"), date: day, first: session.id, second: session.id),
        ]
        applied.withoutRight = [Person.ID(bits: 9)]
        applied.basis = RoundBasis(
            digest: Identifier(bits: 8), lastOperation: OperationID(bits: 5))
        applied.names = names
        return applied
    }

    private static func preview(
        _ visitor: Visitor, _ act: BoardAct, _ trial: BoardTrial, _ beside: BoardContext
    ) -> BoardPreviewPage {
        BoardPreviewPage(
            layout: { _ in layout(visitor) }, visitor: visitor, board: board, act: act,
            trial: trial, beside: beside)
    }

    private static func would(_ visitor: Visitor) -> BoardPreviewPage {
        var act = BoardAct(.move)
        act.people = [Person.ID(bits: 1), Person.ID(bits: 4)]
        act.target = .group(second.id)
        act.on = day
        act.reason = "own-wish: Bor närmare \"nu\""
        var beside = BoardContext()
        beside.reasons = [ownWish]
        beside.isChanged = true
        beside.changes = [BoardWords(board, visitor).line(entry, history)]
        beside.isNotAsShown = true
        return preview(visitor, act, .would(applied(.transfer, people: [1, 4])), beside)
    }

    private static func refused(_ visitor: Visitor) -> BoardPreviewPage {
        var act = BoardAct(.move)
        act.people = [Person.ID(bits: 1)]
        act.target = .group(second.id)
        act.inSpiteOfRules = true
        let fault = BoardFault(
            text: visitor.say(Message("error.reasonNeeded")),
            details: [TextLine(text: visitor.say(Message("error.sameGroup")))])
        var beside = BoardContext()
        beside.isChanged = true
        return preview(visitor, act, .refused(fault, mayOverrule: true), beside)
    }

    private static func pausing(_ visitor: Visitor) -> BoardPreviewPage {
        var act = BoardAct(.pause)
        act.group = group.id
        act.faults = [.before]
        act.isRemote = true
        return preview(visitor, act, .incomplete, BoardContext())
    }

    private static func leading(_ visitor: Visitor) -> BoardPreviewPage {
        var act = BoardAct(.leader)
        act.group = group.id
        act.leader = Person.ID(bits: 9)
        var beside = BoardContext()
        beside.leaders = names.filter { $0.key == Person.ID(bits: 9) }
        return preview(visitor, act, .would(applied(.changeLeader, people: [])), beside)
    }

    private static func splitting(_ visitor: Visitor) -> BoardPreviewPage {
        var act = BoardAct(.split)
        act.group = group.id
        act.people = [Person.ID(bits: 1)]
        act.target = .new
        act.newGroup.name = "Arabiska <2>"
        act.newGroup.weekday = .wednesday
        act.newGroup.start = "18:00"
        act.newGroup.copiesPlan = true
        act.isShown = true
        var beside = BoardContext()
        beside.venues = [
            Venue(id: Venue.ID(bits: 7), name: "Åbro <gård>", address: nil, rooms: [])
        ]
        return preview(visitor, act, .incomplete, beside)
    }

    private static func moving(_ visitor: Visitor) -> BoardPreviewPage {
        let session = overview(day: 7).session
        var act = BoardAct(.moveSession)
        act.group = group.id
        act.session = session.id
        act.on = day.adding(days: 8)
        act.start = "18:15"
        act.faults = [.end]
        var beside = BoardContext()
        beside.sessions = [session]
        return preview(visitor, act, .would(applied(.moveSession, people: [1, 4])), beside)
    }

    private static func undoing(_ visitor: Visitor) -> BoardPreviewPage {
        var act = BoardAct(.undo)
        act.operation = OperationID(bits: 5)
        var beside = BoardContext()
        beside.undoing = BoardWords(board, visitor).line(entry, history)
        return preview(visitor, act, .would(applied(.undo, people: [1])), beside)
    }

    // MARK: Balancing

    private static func balance(_ visitor: Visitor, isOver: Bool) -> BalancePage {
        var choice = BalanceChoice()
        if !isOver { choice.locks = [Person.ID(bits: 2): group.id] }
        let proposals = LevelOrder.named.map { (order: $0.name, proposal: proposal(isOver)) }
        return BalancePage(
            layout: { _ in layout(visitor) }, visitor: visitor, board: board, choice: choice,
            proposals: proposals)
    }

    private static func proposal(_ isOver: Bool) -> BalanceProposal {
        let party = { (bits: UInt64, current: Group?) in
            Problem.Party(
                id: Person.ID(bits: bits).description, members: [],
                currentGroup: current?.id.description)
        }
        let parties = [party(1, group), party(2, group), party(3, nil), party(4, nil)]
        let id = { (bits: UInt64) in Person.ID(bits: bits).description }
        let (one, two) = (group.id.description, second.id.description)
        let placements = [
            Proposal.Placement(party: id(1), group: two, reason: .level(Level(.moved))),
            Proposal.Placement(party: id(3), group: one, reason: .onlyFit),
        ]
        let unplaced = [
            Proposal.Unplaced(
                party: id(2), blockers: [Proposal.Blocker(code: .slot, groups: 1)],
                remedy: .chair(group: one, count: 1)),
            Proposal.Unplaced(
                party: id(4),
                blockers: [Proposal.Blocker(code: .full, groups: 2)],
                remedy: .group(languages: ["ar"], slot: nil, joining: 4)),
        ]
        return BalanceProposal(
            problem: Problem(groups: [], parties: parties),
            proposal: Proposal(
                placements: isOver ? [] : placements, unplaced: isOver ? [] : unplaced,
                groups: [],
                levels: [
                    Proposal.LevelResult(
                        name: "placed:0", value: .whole(2), bound: .whole(3), optimal: false)
                ],
                kept: isOver
                    ? [] : [Proposal.Kept(party: id(2), group: one, brokenRule: .language)],
                contradictions: isOver ? [] : [.lockIntoFull(party: id(2), group: one)],
                stoppedEarly: !isOver),
            basis: RoundBasis(digest: Identifier(bits: 8), lastOperation: nil),
            effectiveOn: day,
            people: Dictionary(
                (1...4).map { (id($0), [Person.ID(bits: $0)]) },
                uniquingKeysWith: { first, _ in first }),
            names: names, groups: [group, second])
    }
}
