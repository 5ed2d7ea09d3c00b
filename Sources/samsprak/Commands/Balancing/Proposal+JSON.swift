import Balancing

extension Proposal {
    /// Format version 1.
    var json: JSON {
        let json: JSON = [
            "version": .number(1),
            "placements": .array(
                placements.map {
                    [
                        "party": .string($0.party), "group": .string($0.group),
                        "reason": .string($0.reason.code),
                    ]
                }),
            "unplaced": .array(unplaced.map(\.json)),
            "groups": .array(
                groups.map { ["id": .string($0.id), "size": .number($0.size)] }),
            "levels": .array(
                levels.map {
                    [
                        "name": .string($0.name), "value": $0.value.json, "bound": $0.bound.json,
                        "optimal": .bool($0.optimal),
                    ]
                }),
            "kept": .array(
                kept.map {
                    [
                        "party": .string($0.party), "group": .string($0.group),
                        "brokenRule": .string($0.brokenRule.rawValue),
                    ]
                }),
        ]
        let stopped = stoppedEarly ? json.with(["stoppedEarly": .bool(true)]) : json
        guard !contradictions.isEmpty else { return stopped }
        return stopped.with(["contradictions": .array(contradictions.map(\.json))])
    }
}

extension Proposal.Unplaced {
    fileprivate var json: JSON {
        [
            "party": .string(party),
            "blockers": .array(
                blockers.map {
                    ["code": .string($0.code.rawValue), "groups": .number($0.groups)]
                }),
            "remedy": remedy.map(\.json) ?? .null,
        ]
    }
}

extension Remedy {
    fileprivate var json: JSON {
        switch self {
        case .chair(let group, let count):
            ["kind": "chair", "group": .string(group), "count": .number(count)]
        case .slot(let slot, let group):
            ["kind": "slot", "slot": .string(slot), "group": .string(group)]
        case .group(let languages, let slot, let joining):
            [
                "kind": "group", "languages": .list(languages), "slot": .described(slot),
                "joining": .number(joining),
            ]
        case .interpreter(let group): ["kind": "interpreter", "group": .string(group)]
        case .childcare(let group, let count):
            ["kind": "childcare", "group": .string(group), "count": .number(count)]
        }
    }
}

extension Contradiction {
    fileprivate var json: JSON {
        let json: JSON = ["code": .string(code), "parties": .list(parties)]
        let grouped = group.map { json.with(["group": .string($0)]) } ?? json
        switch self {
        case .duplicateMember(let member, _):
            return grouped.with(["member": .string(member)])
        case .lockAgainstRule(_, _, let rule):
            return grouped.with(["rule": .string(rule.rawValue)])
        default: return grouped
        }
    }
}

extension LevelValue {
    var json: JSON {
        switch self {
        case .whole(let value): .number(value)
        case .fraction(let value): .string(value.description)
        }
    }
}

extension Violation {
    var json: JSON {
        var json: JSON = ["code": .string(code)]
        if let party { json = json.with(["party": .string(party)]) }
        if let group { json = json.with(["group": .string(group)]) }
        if let level { json = json.with(["level": .string(level)]) }
        switch self {
        case .size(_, let claimed, let actual):
            return json.with(["claimed": .number(claimed), "actual": .number(actual)])
        case .level(_, let claimed, let actual):
            return json.with(["claimed": claimed.json, "actual": actual.json])
        default: return json
        }
    }
}
