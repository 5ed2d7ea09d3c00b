import Courses

extension Programme {
    var json: JSON {
        [
            "id": .described(id), "code": .string(code), "name": .string(name),
            "rules": rules.json,
        ]
    }
}

extension CourseRules {
    var json: JSON {
        [
            "sessions": .number(sessions), "sessionMinutes": .number(sessionMinutes),
            "completionThreshold": .number(completionThreshold),
            "studyHourMinutes": .number(studyHourMinutes),
        ]
    }
}

extension Round {
    var json: JSON {
        [
            "id": .described(id), "code": .string(code), "name": .string(name),
            "programme": .described(programme), "firstDay": .described(firstDay),
            "endedOn": .described(endedOn), "rules": rules.json,
        ]
    }
}

extension Group {
    var json: JSON {
        [
            "id": .described(id), "name": .string(name), "round": .described(round),
            "languages": .list(languages.map(\.rawValue)), "delivery": .string(delivery.code),
            "interpretedInto": .list(delivery.interpretedInto.map(\.rawValue)),
            "minimum": .number(size.minimum), "maximum": .number(size.maximum),
            "openTo": .string(openTo.rawValue), "childcarePlaces": .number(childcarePlaces),
            "venue": .described(venue), "venueId": .described(venueID),
            "room": .described(room), "slot": slot?.json ?? .null,
            "link": .described(link), "closedOn": .described(closedOn),
        ]
    }
}

extension Delivery {
    var code: String {
        switch self {
        case .leaderSpeaks: "leaderSpeaks"
        case .interpreted: "interpreted"
        case .bilingual: "bilingual"
        }
    }
}

extension Slot {
    var json: JSON {
        [
            "weekday": .string("\(weekday)"), "start": .described(start),
            "end": .described(end),
        ]
    }
}

extension Grant {
    var json: JSON {
        let (kind, id): (String, String?) =
            switch scope {
            case .organisation: ("organisation", nil)
            case .round(let id): ("round", id.description)
            case .group(let id): ("group", id.description)
            case .session(let id): ("session", id.description)
            }
        return [
            "role": .string(role.rawValue),
            "scope": ["kind": .string(kind), "id": .described(id)],
            "from": .described(from), "until": .described(until),
        ]
    }
}
