import Balancing
import Courses
import Desk
import Localisation

/// A proposal for reading.
struct ProposalText {
    private let proposal: Proposal
    private let localiser: Localiser

    init(_ proposal: Proposal, _ localiser: Localiser) {
        self.proposal = proposal
        self.localiser = localiser
    }

    var text: String {
        var parts = [summary]
        if !proposal.contradictions.isEmpty { parts.append(contradictions) }
        if !proposal.placements.isEmpty { parts.append(placements) }
        if !proposal.unplaced.isEmpty { parts.append(unplaced) }
        if !proposal.kept.isEmpty { parts.append(kept) }
        return (parts + [groups, levels]).joined(separator: "\n")
    }

    private var summary: String {
        var lines = [
            Message(
                "command.balance.summary",
                [
                    "placed": .number(proposal.placements.count),
                    "unplaced": .number(proposal.unplaced.count),
                ])
        ]
        if proposal.stoppedEarly { lines.append(Message("command.balance.stopped")) }
        return lines.map { localiser($0) + "\n" }.joined()
    }

    private var contradictions: String {
        ([localiser(Message("command.balance.contradictions"))]
            + proposal.contradictions.map { "  " + localiser($0.message(localiser)) })
            .map { $0 + "\n" }.joined()
    }

    private var placements: String {
        table(
            [
                .init(heading: Message("command.column.party")),
                .init(heading: Message("command.column.group")),
                .init(heading: Message("command.column.reason")),
            ],
            proposal.placements.map { [$0.party, $0.group, localiser($0.reason.message)] })
    }

    private var unplaced: String {
        table(
            [
                .init(heading: Message("command.column.unplaced")),
                .init(heading: Message("command.column.blockers")),
                .init(heading: Message("command.column.remedy")),
            ],
            proposal.unplaced.map { party in
                let blockers = party.blockers.map { blocker in
                    Message(
                        "command.balance.counted",
                        [
                            "what": .text(localiser(blocker.code.message)),
                            "count": .number(blocker.groups),
                        ])
                }
                return [
                    party.party, localiser.list(blockers.map { localiser($0) }),
                    party.remedy.map { localiser($0.message(localiser)) } ?? "–",
                ]
            })
    }

    private var kept: String {
        table(
            [
                .init(heading: Message("command.column.kept")),
                .init(heading: Message("command.column.group")),
                .init(heading: Message("command.column.brokenRule")),
            ],
            proposal.kept.map { [$0.party, $0.group, localiser($0.brokenRule.message)] })
    }

    private var groups: String {
        table(
            [
                .init(heading: Message("command.column.group")),
                .init(heading: Message("command.column.people"), isNumeric: true),
            ],
            proposal.groups.map { [$0.id, localiser.number($0.size)] })
    }

    private var levels: String {
        table(
            [
                .init(heading: Message("command.column.level")),
                .init(heading: Message("command.column.value"), isNumeric: true),
                .init(heading: Message("command.column.bound"), isNumeric: true),
                .init(heading: Message("command.column.proven")),
            ],
            proposal.levels.map { level in
                [
                    level.name.levelMessage.map { localiser($0) } ?? level.name,
                    localiser.levelValue(level.value), localiser.levelValue(level.bound),
                    localiser(
                        level.optimal
                            ? Message("command.balance.proven")
                            : Message("command.balance.notProven")),
                ]
            })
    }

    private func table(_ columns: [Table.Column], _ rows: [[String]]) -> String {
        Table(columns, rows: rows, whenEmpty: Message("command.empty.groups")).text(localiser)
    }
}

/// What a check found, for reading.
struct CheckText {
    private let violations: [Violation]
    private let localiser: Localiser

    init(_ violations: [Violation], _ localiser: Localiser) {
        self.violations = violations
        self.localiser = localiser
    }

    var text: String {
        guard !violations.isEmpty else {
            return localiser(Message("command.balance.holds")) + "\n"
        }
        return
            ([localiser(Message("command.balance.doesNotHold"))]
            + violations.map { "  " + localiser($0.message(localiser)) })
            .map { $0 + "\n" }.joined()
    }
}

extension Localiser {
    /// Whole numbers as people write them; fractions as they stand in the file.
    func levelValue(_ value: LevelValue) -> String {
        switch value {
        case .whole(let value): number(value)
        case .fraction(let value): Bidi.leftToRight(value.description)
        }
    }
}
