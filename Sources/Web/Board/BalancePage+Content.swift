import Balancing
import Courses
import Desk
import Localisation

extension BalancePage {
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, board: Board,
        choice: BalanceChoice, proposals: [(order: String, proposal: BalanceProposal)]
    ) {
        let say = { (message: Message) in visitor.say(message) }
        let chosen = proposals.first { $0.order == choice.order } ?? proposals[0]
        let words = ProposalWords(chosen.proposal, choice, board, visitor)
        heading = say(Message("board.balanceTitle"))
        self.layout = layout(heading)
        backHref = board.address
        backText = say(Message("board.back"))
        roundName = board.round.name
        introText = say(
            Message("board.balanceIntro", ["date": .date(chosen.proposal.effectiveOn)]))
        stoppedText =
            proposals.contains { $0.proposal.proposal.stoppedEarly }
            ? say(Message("command.balance.stopped")) : nil
        contradictions = words.contradictions
        contradictionsTitle =
            contradictions.isEmpty ? nil : say(Message("command.balance.contradictions"))
        levelLabel = say(Message("command.column.level"))
        valueLabel = say(Message("command.column.value"))
        boundLabel = say(Message("command.column.bound"))
        provenLabel = say(Message("command.column.proven"))
        action = board.address + "/preview"
        againAction = board.address + "/balance"
        since = board.lastOperation?.description ?? ""
        order = chosen.order
        on = chosen.proposal.effectiveOn.description
        self.proposals = proposals.map { order, proposal in
            ProposalWords(proposal, choice, board, visitor)
                .card(order, isChosen: order == chosen.order)
        }
        moves = words.moves
        movesTitle = say(Message("board.moves", ["count": .number(moves.count)]))
        movesHelp = say(Message("board.movesHelp"))
        nothingText = moves.isEmpty ? say(Message("board.noMoves")) : nil
        locks = words.locks
        takeLabel = say(Message("board.take"))
        previewLabel = say(Message("board.preview"))
        againLabel = say(Message("board.proposeAgain"))
        unplaced = words.unplaced
        unplacedTitle =
            unplaced.isEmpty
            ? nil : say(Message("board.stillWithout", ["count": .number(unplaced.count)]))
        blockersLabel = say(Message("command.column.blockers"))
        remedyLabel = say(Message("command.column.remedy"))
        kept = words.kept
        keptTitle = kept.isEmpty ? nil : say(Message("board.keptTitle"))
    }
}

/// One proposal in a reader's words.
struct ProposalWords {
    private let proposal: BalanceProposal
    private let choice: BalanceChoice
    private let board: BoardWords
    private let localiser: Localiser
    private let groups: [String: String]
    /// The balancing's names of times.
    private let slots: [String: String]

    init(
        _ proposal: BalanceProposal, _ choice: BalanceChoice, _ board: Board, _ visitor: Visitor
    ) {
        self.proposal = proposal
        self.choice = choice
        self.board = BoardWords(board, visitor)
        localiser = visitor.localiser
        let localiser = visitor.localiser
        groups = Dictionary(
            proposal.groups.map { ($0.id.description, $0.name) },
            uniquingKeysWith: { one, _ in one })
        slots = Dictionary(
            zip(proposal.problem.groups, proposal.groups).compactMap { problem, group in
                guard let name = problem.slot, let slot = group.slot else { return nil }
                return (
                    name,
                    localiser.weekday(slot.weekday) + " "
                        + localiser.timeRange(slot.start, slot.end)
                )
            }, uniquingKeysWith: { one, _ in one })
    }

    private func people(_ party: String) -> [Person.ID] { proposal.people[party] ?? [] }

    private func names(_ party: String) -> String {
        let names = ReaderNames(board.visitor)
        return localiser.list(
            people(party).map { person in
                proposal.names[person].map { names.both($0).first } ?? board.name(person)
            })
    }

    private func group(_ id: String) -> String { groups[id] ?? id }

    // MARK: The whole

    func card(_ order: String, isChosen: Bool) -> ProposalCard {
        let (title, text): (Message, Message) =
            switch order {
            case "fewest-moves":
                (Message("board.orderFewestMoves"), Message("board.orderFewestMovesText"))
            case "most-even": (Message("board.orderMostEven"), Message("board.orderMostEvenText"))
            default: (Message("board.orderMostPlaced"), Message("board.orderMostPlacedText"))
            }
        let whole = proposal.proposal
        return ProposalCard(
            order: order, title: board.say(title), text: board.say(text),
            summaryText: board.say(
                Message(
                    "command.balance.summary",
                    [
                        "placed": .number(whole.placements.count),
                        "unplaced": .number(whole.unplaced.count),
                    ])),
            isChosen: isChosen, chosenText: board.say(Message("board.orderShown")),
            chooseLabel: board.say(Message("board.orderShow", ["order": .text(board.say(title))])),
            levels: whole.levels.map(level))
    }

    private func level(_ level: Proposal.LevelResult) -> ProposedLevel {
        ProposedLevel(
            name: level.name.levelMessage.map(board.say) ?? level.name,
            value: value(level.value), bound: value(level.bound),
            provenText: board.say(
                level.optimal
                    ? Message("command.balance.proven") : Message("command.balance.notProven")))
    }

    private func value(_ value: LevelValue) -> String {
        switch value {
        case .whole(let value): localiser.number(value)
        case .fraction(let value): value.description
        }
    }

    var contradictions: [TextLine] {
        let known = Dictionary(
            proposal.people.keys.map { ($0, names($0)) } + groups.map { ($0, $1) },
            uniquingKeysWith: { one, _ in one })
        return proposal.proposal.contradictions.map {
            TextLine(text: board.say($0.message(localiser).naming(known)))
        }
    }

    // MARK: The parties

    var moves: [ProposedMove] {
        let current = Dictionary(
            proposal.problem.parties.map { ($0.id, $0.currentGroup) },
            uniquingKeysWith: { one, _ in one })
        let placed = proposal.proposal.placements.compactMap { placement -> ProposedMove? in
            guard let was = current[placement.party], was != placement.group else { return nil }
            return move(placement.party, from: was, to: placement.group, placement.reason.message)
        }
        let lost = proposal.proposal.unplaced.compactMap { unplaced -> ProposedMove? in
            guard let was = current[unplaced.party].flatMap(\.self) else { return nil }
            return move(unplaced.party, from: was, to: nil, Message("board.losesPlace"))
        }
        return placed + lost
    }

    private func move(
        _ party: String, from was: String?, to group: String?, _ reason: Message
    ) -> ProposedMove {
        let target = Argument.text(group.map(self.group) ?? "")
        let source = Argument.text(was.map(self.group) ?? "")
        let text: Message =
            switch (was, group) {
            case (_, nil): Message("board.moveOut", ["from": source])
            case (nil, _): Message("board.moveIn", ["to": target])
            default: Message("board.moveOver", ["from": source, "to": target])
            }
        let ids = people(party).map(\.description)
        return ProposedMove(
            id: party, value: ([group ?? "waiting"] + ids).joined(separator: " "),
            names: names(party), text: board.say(text), reason: board.say(reason),
            isTaken: !choice.left.contains(party),
            lock: was.map { was in
                ProposedLock(
                    person: party, group: was,
                    label: board.say(Message("board.lock", ["group": .text(self.group(was))])))
            })
    }

    var locks: [ProposedLock] {
        choice.locks.sorted { $0.key < $1.key }.map { person, group in
            ProposedLock(
                person: person.description, group: group.description,
                label: board.say(
                    Message(
                        "board.locked",
                        [
                            "person": .text(board.name(person)),
                            "group": .text(self.group(group.description)),
                        ])))
        }
    }

    var unplaced: [UnplacedParty] {
        proposal.proposal.unplaced.map { party in
            UnplacedParty(
                names: names(party.party),
                blockers: party.blockers.map { blocker in
                    TextLine(
                        text: board.say(
                            Message(
                                "command.balance.counted",
                                [
                                    "what": .text(board.say(blocker.code.message)),
                                    "count": .number(blocker.groups),
                                ])))
                },
                remedy: party.remedy.map { board.say(named($0).message(localiser)) } ?? "–")
        }
    }

    private func named(_ remedy: Remedy) -> Remedy {
        let slot = { (name: String) in slots[name] ?? name }
        return switch remedy {
        case .chair(let id, let count): .chair(group: group(id), count: count)
        case .slot(let name, let id): .slot(slot(name), group: group(id))
        case .group(let languages, let name, let joining):
            .group(languages: languages, slot: name.map(slot), joining: joining)
        case .interpreter(let id): .interpreter(group: group(id))
        case .childcare(let id, let count): .childcare(group: group(id), count: count)
        }
    }

    var kept: [TextLine] {
        proposal.proposal.kept.map { kept in
            TextLine(
                text: board.say(
                    Message(
                        "board.kept",
                        [
                            "names": .text(names(kept.party)), "group": .text(group(kept.group)),
                            "rule": .text(board.say(kept.brokenRule.message)),
                        ])))
        }
    }
}
