package import Courses
package import Localisation

extension Wish {
    /// - Parameter groups: what groups are called.
    package func message(_ localiser: Localiser, _ groups: [Group.ID: String]) -> Message {
        switch self {
        case .languages(let languages):
            Message(
                "command.wish.languages",
                [
                    "languages": .text(
                        localiser.list(languages.map { localiser.languageName($0) }))
                ])
        case .interpreter(true): Message("command.wish.interpreter")
        case .interpreter(false): Message("command.wish.noInterpreter")
        case .slots(let slots):
            Message("command.wish.slots", ["slots": .list(slots.map(localiser.slot))])
        case .openTo(.all): Message("command.wish.mixedGroup")
        case .openTo(.women): Message("command.wish.womensGroup")
        case .openTo(.men): Message("command.wish.mensGroup")
        case .group(let group):
            Message("command.wish.group", ["group": .text(groups[group] ?? group.description)])
        case .priority(let priority):
            Message("command.wish.priority", ["priority": .number(priority)])
        }
    }
}

extension Localiser {
    fileprivate func slot(_ slot: WishedSlot) -> String {
        let day = weekday(slot.weekday)
        guard let start = slot.start else { return day }
        guard let end = slot.end else { return day + " " + time(start) }
        return day + " " + timeRange(start, end)
    }
}
