import Balancing
import Desk
import Localisation

extension Violation {
    func message(_ localiser: Localiser) -> Message {
        switch self {
        case .unknownParty(let party):
            Message("command.check.unknownParty", ["party": .text(party)])
        case .unknownGroup(let party, let group):
            Message(
                "command.check.unknownGroup", ["party": .text(party), "group": .text(group)])
        case .placedTwice(let party):
            Message("command.check.placedTwice", ["party": .text(party)])
        case .placedAndUnplaced(let party):
            Message("command.check.placedAndUnplaced", ["party": .text(party)])
        case .unaccounted(let party):
            Message("command.check.unaccounted", ["party": .text(party)])
        case .rule(let rule, let party, let group):
            Message(
                "command.check.rule",
                [
                    "party": .text(party), "group": .text(group),
                    "rule": .text(localiser(rule.message)),
                ])
        case .lostPlace(let party, let group):
            Message("command.check.lostPlace", ["party": .text(party), "group": .text(group)])
        case .size(let group, let claimed, let actual):
            Message(
                "command.check.size",
                ["group": .text(group), "claimed": .number(claimed), "actual": .number(actual)])
        case .levelMissing(let name):
            Message("command.check.levelMissing", ["level": .text(name)])
        case .level(let name, let claimed, let actual):
            Message(
                "command.check.level",
                [
                    "level": .text(name), "claimed": .text(localiser.levelValue(claimed)),
                    "actual": .text(localiser.levelValue(actual)),
                ])
        case .bound(let name): Message("command.check.bound", ["level": .text(name)])
        case .optimal(let name): Message("command.check.optimal", ["level": .text(name)])
        case .notReported(let party, let group):
            Message(
                "command.check.notReported", ["party": .text(party), "group": .text(group)])
        case .wronglyReported(let party, let group):
            Message(
                "command.check.wronglyReported",
                ["party": .text(party), "group": .text(group)])
        }
    }
}
