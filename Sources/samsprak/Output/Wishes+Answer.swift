import Courses
import Localisation

extension [Wish.About: Wish] {
    /// Every key is there; what nobody said is null.
    var json: JSON {
        .object(
            Wish.About.allCases.map {
                JSON.Member(name: $0.rawValue, value: self[$0]?.json ?? .null)
            })
    }
}

extension Wish {
    fileprivate var json: JSON {
        switch self {
        case .languages(let languages): .list(languages.map(\.rawValue))
        case .interpreter(let isOk): .bool(isOk)
        case .slots(let slots):
            .array(
                slots.map { slot in
                    [
                        "weekday": .string("\(slot.weekday)"), "start": .described(slot.start),
                        "end": .described(slot.end),
                    ]
                })
        case .openTo(let kind): .string(kind.rawValue)
        case .group(let group): .described(group)
        case .priority(let priority): .number(priority)
        }
    }
}

extension CommandContext {
    /// What somebody is called, wishes in each round, and what was noted; empty for nothing.
    func lines(
        _ details: PersonDetails, _ rounds: [(Round, EnrolmentDetails)],
        _ groups: [Group.ID: String]
    ) -> String {
        var lines: [Message] = []
        if let name = details.preferredName {
            lines.append(Message("command.person.called", ["name": .text(name.primary)]))
        }
        if let note = details.note {
            lines.append(Message("command.person.note", ["note": .text(note)]))
        }
        for (round, details) in rounds {
            let wishes = Wish.About.allCases.compactMap { details.wishes[$0] }
                .map { localiser(message($0, groups)) }
            if !wishes.isEmpty {
                lines.append(
                    Message(
                        "command.person.wishes",
                        ["round": .text(round.code), "wishes": .list(wishes)]))
            }
            if let note = details.note {
                lines.append(
                    Message(
                        "command.person.roundNote",
                        ["round": .text(round.code), "note": .text(note)]))
            }
        }
        return lines.map { localiser($0) + "\n" }.joined()
    }

    private func message(_ wish: Wish, _ groups: [Group.ID: String]) -> Message {
        switch wish {
        case .languages(let languages):
            Message("command.wish.languages", ["languages": .text(self.languages(languages))])
        case .interpreter(true): Message("command.wish.interpreter")
        case .interpreter(false): Message("command.wish.noInterpreter")
        case .slots(let slots):
            Message("command.wish.slots", ["slots": .list(slots.map(slot))])
        case .openTo(.all): Message("command.wish.mixedGroup")
        case .openTo(.women): Message("command.wish.womensGroup")
        case .openTo(.men): Message("command.wish.mensGroup")
        case .group(let group):
            Message("command.wish.group", ["group": .text(groups[group] ?? group.description)])
        case .priority(let priority):
            Message("command.wish.priority", ["priority": .number(priority)])
        }
    }

    private func slot(_ slot: WishedSlot) -> String {
        let day = localiser.weekday(slot.weekday)
        guard let start = slot.start else { return day }
        guard let end = slot.end else { return day + " " + localiser.time(start) }
        return day + " " + localiser.timeRange(start, end)
    }
}
