package import Balancing
import Courses
package import Localisation

// What the balancing's codes are called; JSON has the codes.

extension BlockerCode {
    package var message: Message {
        switch self {
        case .language: Message("command.balance.rule.language")
        case .interpreter: Message("command.balance.rule.interpreter")
        case .slot: Message("command.balance.rule.slot")
        case .openTo: Message("command.balance.rule.openTo")
        case .childcare: Message("command.balance.rule.childcare")
        case .full: Message("command.balance.rule.full")
        case .closed: Message("command.balance.rule.closed")
        case .apart: Message("command.balance.rule.apart")
        case .lock: Message("command.balance.rule.lock")
        }
    }
}

extension Level {
    fileprivate var message: Message {
        switch aim {
        case .placed:
            Message("command.balance.level.placed", ["priority": .number(priority ?? 0)])
        case .waiting: Message("command.balance.level.waiting")
        case .moved: Message("command.balance.level.moved")
        case .short: Message("command.balance.level.short")
        case .rank: Message("command.balance.level.rank")
        case .even: Message("command.balance.level.even")
        }
    }
}

extension String {
    /// What the level of this name is called.
    package var levelMessage: Message? {
        let parts = split(separator: ":")
        guard let aim = parts.first.flatMap({ LevelOrder.Aim(rawValue: String($0)) }) else {
            return nil
        }
        return Level(aim, priority: parts.count > 1 ? Int(parts[1]) : nil).message
    }
}

extension PlacementReason {
    package var message: Message {
        switch self {
        case .level(let level): level.message
        case .onlyFit: Message("command.balance.reason.onlyFit")
        case .lock: Message("command.balance.reason.lock")
        case .kept: Message("command.balance.reason.kept")
        case .equal: Message("command.balance.reason.equal")
        }
    }
}

extension Remedy {
    package func message(_ localiser: Localiser) -> Message {
        switch self {
        case .chair(let group, let count):
            Message(
                "command.balance.remedy.chair",
                ["group": .text(group), "count": .number(count)])
        case .slot(let slot, let group):
            Message(
                "command.balance.remedy.slot", ["slot": .text(slot), "group": .text(group)])
        case .group(let languages, let slot, let joining):
            Message(
                "command.balance.remedy.group",
                [
                    "languages": .text(
                        localiser.list(
                            languages.map { localiser.languageName(Language(rawValue: $0)) })),
                    "slot": .text(slot ?? "–"), "count": .number(joining),
                ])
        case .interpreter(let group):
            Message("command.balance.remedy.interpreter", ["group": .text(group)])
        case .childcare(let group, let count):
            Message(
                "command.balance.remedy.childcare",
                ["group": .text(group), "count": .number(count)])
        }
    }
}

extension Contradiction {
    package func message(_ localiser: Localiser) -> Message {
        switch self {
        case .duplicateGroup(let group):
            Message("command.balance.duplicateGroup", ["group": .text(group)])
        case .duplicateParty(let party):
            Message("command.balance.duplicateParty", ["party": .text(party)])
        case .duplicateMember(let member, let parties):
            Message(
                "command.balance.duplicateMember",
                ["person": .text(member), "parties": .list(parties)])
        case .nobodyInParty(let party):
            Message("command.balance.nobodyInParty", ["party": .text(party)])
        case .minAboveMax(let group):
            Message("command.balance.minAboveMax", ["group": .text(group)])
        case .unknownCurrentGroup(let party, let group):
            Message(
                "command.balance.unknownCurrentGroup",
                ["party": .text(party), "group": .text(group)])
        case .unknownLock(let party, let group):
            Message(
                "command.balance.unknownLock", ["party": .text(party), "group": .text(group)])
        case .unknownApart(let party):
            Message("command.balance.unknownApart", ["party": .text(party)])
        case .togetherAndApart(let party):
            Message("command.balance.togetherAndApart", ["party": .text(party)])
        case .lockedTogetherAndApart(let first, let second, let group):
            Message(
                "command.balance.lockedTogetherAndApart",
                ["first": .text(first), "second": .text(second), "group": .text(group)])
        case .lockIntoClosed(let party, let group):
            Message(
                "command.balance.lockIntoClosed",
                ["party": .text(party), "group": .text(group)])
        case .lockIntoFull(let party, let group):
            Message(
                "command.balance.lockIntoFull", ["party": .text(party), "group": .text(group)])
        case .lockAgainstRule(let party, let group, let rule):
            Message(
                "command.balance.lockAgainstRule",
                [
                    "party": .text(party), "group": .text(group),
                    "rule": .text(localiser(rule.message)),
                ])
        case .noCommonSlot(let party):
            Message("command.balance.noCommonSlot", ["party": .text(party)])
        }
    }
}
