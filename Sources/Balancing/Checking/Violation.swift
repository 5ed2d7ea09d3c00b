/// Something in a proposal that does not hold.
package enum Violation: Sendable, Equatable {
    case unknownParty(String)
    case unknownGroup(party: String, group: String)
    case placedTwice(String)
    case placedAndUnplaced(String)
    /// Neither placed nor said to be without a place.
    case unaccounted(String)
    /// A hard rule is broken, and not by a present placement.
    case rule(BlockerCode, party: String, group: String)
    case lostPlace(party: String, group: String)
    case size(group: String, claimed: Int, actual: Int)
    case levelMissing(String)
    case level(String, claimed: LevelValue, actual: LevelValue)
    /// The value is better than what is said to be the best possible.
    case bound(String)
    /// Said to be optimal, with a bound that is not reached.
    case optimal(String)
    /// A present placement that breaks a rule, and is not reported; or the other way round.
    case notReported(party: String, group: String)
    case wronglyReported(party: String, group: String)

    package var code: String {
        switch self {
        case .unknownParty: "unknownParty"
        case .unknownGroup: "unknownGroup"
        case .placedTwice: "placedTwice"
        case .placedAndUnplaced: "placedAndUnplaced"
        case .unaccounted: "unaccounted"
        case .rule(let code, _, _): code.rawValue
        case .lostPlace: "lostPlace"
        case .size: "size"
        case .levelMissing: "levelMissing"
        case .level: "level"
        case .bound: "bound"
        case .optimal: "optimal"
        case .notReported: "notReported"
        case .wronglyReported: "wronglyReported"
        }
    }

    package var party: String? {
        switch self {
        case .unknownParty(let party), .unknownGroup(let party, _), .placedTwice(let party),
            .placedAndUnplaced(let party), .unaccounted(let party), .rule(_, let party, _),
            .lostPlace(let party, _), .notReported(let party, _), .wronglyReported(let party, _):
            party
        case .size, .levelMissing, .level, .bound, .optimal: nil
        }
    }

    package var group: String? {
        switch self {
        case .unknownGroup(_, let group), .rule(_, _, let group), .lostPlace(_, let group),
            .notReported(_, let group), .wronglyReported(_, let group), .size(let group, _, _):
            group
        case .unknownParty, .placedTwice, .placedAndUnplaced, .unaccounted, .levelMissing, .level,
            .bound, .optimal:
            nil
        }
    }

    package var level: String? {
        switch self {
        case .levelMissing(let name), .level(let name, _, _), .bound(let name),
            .optimal(let name):
            name
        case .unknownParty, .unknownGroup, .placedTwice, .placedAndUnplaced, .unaccounted, .rule,
            .lostPlace, .size, .notReported, .wronglyReported:
            nil
        }
    }
}
