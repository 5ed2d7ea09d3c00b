import Balancing
import Courses

extension Problem.Group {
    static func sample(
        _ id: String, _ languages: [Language] = [.arabic], min: Int = 0, max: Int = 4,
        slot: String? = nil
    ) -> Problem.Group {
        Problem.Group(id: id, languages: languages, min: min, max: max, slot: slot)
    }
}

extension Problem.Party {
    /// A party of so many people who speak the same.
    static func sample(
        _ id: String, _ languages: [Language] = [.arabic], size: Int = 1
    ) -> Problem.Party {
        Problem.Party(
            id: id,
            members: (0..<size).map { Problem.Member(id: "\(id).\($0)", languages: languages) })
    }

    func with(_ change: (inout Problem.Party) -> Void) -> Problem.Party {
        var party = self
        change(&party)
        return party
    }
}

extension Proposal {
    /// Party to group.
    var places: [String: String] {
        Dictionary(placements.map { ($0.party, $0.group) }, uniquingKeysWith: { first, _ in first })
    }

    func value(_ level: String) -> LevelValue? { levels.first { $0.name == level }?.value }

    /// Level by level; more is better. The last is exact as far as a double goes.
    var worth: [Double] {
        levels.map { level in
            switch level.value {
            case .whole(let value):
                Double(level.name.hasPrefix("placed") || level.name == "waiting" ? value : -value)
            case .fraction(let value):
                -(value.description.split(separator: "/").compactMap { Double($0) })
                    .reversed().reduce(1) { $1 / $0 }
            }
        }
    }
}
