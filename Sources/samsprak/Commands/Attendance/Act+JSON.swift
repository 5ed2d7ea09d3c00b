import Courses
import Desk

extension Act {
    /// The act as devices write it, so that one that is kept can be read like theirs.
    var json: JSON {
        let head: JSON = [
            "id": .described(id), "seq": .number(sequence), "session": .described(session),
            "at": .described(at), "kind": .string(statement.code),
        ]
        guard case .object(let members) = head, case .object(let more) = statement.json else {
            return head
        }
        return .object(members + more.filter { $0.value != .null })
    }
}

extension Act.Statement {
    /// The fields of its kind; those that are null are left out on the wire.
    fileprivate var json: JSON {
        switch self {
        case .mark(let person, let mark, let base, let reason):
            [
                "person": .described(person), "base": .number(base),
                "value": .string(mark.value.code.rawValue),
                "lateMinutes": .number(mark.value.lateMinutes),
                "leftEarlyMinutes": .number(mark.value.leftEarlyMinutes),
                "mode": .string(mark.mode.rawValue), "role": .string(mark.role.code.rawValue),
                "makeUpFor": .described(mark.role.makeUpFor), "reason": .described(reason),
            ]
        case .clear(let person, let base, let reason):
            ["person": .described(person), "base": .number(base), "reason": .described(reason)]
        case .headcount(let key, let count, let base, let reason):
            key.json.with([
                "count": .number(count), "base": .number(base), "reason": .described(reason),
            ])
        case .person(let person, let name):
            [
                "person": .described(person),
                "name": [
                    "full": .string(name.display.primary),
                    "native": .described(name.display.native),
                    "latin": .described(name.display.latin),
                ],
            ]
        case .note(let text, let base): ["text": .string(text), "base": .number(base)]
        case .sessionState(let state, let base, let reason):
            [
                "state": .string(state.rawValue), "base": .number(base),
                "reason": .described(reason),
            ]
        case .signOff(let base): ["base": .number(base)]
        case .retract(let act): ["act": .described(act)]
        }
    }
}

extension HeadcountKey {
    var json: JSON {
        [
            "category": .string(category), "language": .described(language?.rawValue),
            "gender": .described(gender?.rawValue), "ageBand": .described(ageBand),
        ]
    }
}
