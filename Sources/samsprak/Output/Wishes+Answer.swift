import Courses
import Desk
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
                .map { localiser($0.message(localiser, groups)) }
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
}
