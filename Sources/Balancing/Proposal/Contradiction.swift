/// Something in a problem that can't be so. Everything else is placed all the same.
package enum Contradiction: Sendable, Hashable {
    case duplicateGroup(String)
    case duplicateParty(String)
    /// A person in more than one party, or twice in one.
    case duplicateMember(String, parties: [String])
    case nobodyInParty(String)
    case minAboveMax(group: String)
    case unknownCurrentGroup(party: String, group: String)
    case unknownLock(party: String, group: String)
    case unknownApart(party: String)
    /// Apart from itself.
    case togetherAndApart(party: String)
    /// Apart, and locked into the same group.
    case lockedTogetherAndApart(first: String, second: String, group: String)
    case lockIntoClosed(party: String, group: String)
    case lockIntoFull(party: String, group: String)
    /// The lock's group does not suit the party, by this rule.
    case lockAgainstRule(party: String, group: String, rule: BlockerCode)
    /// Members who can never come at the same time.
    case noCommonSlot(party: String)

    package var code: String {
        switch self {
        case .duplicateGroup: "duplicateGroup"
        case .duplicateParty: "duplicateParty"
        case .duplicateMember: "duplicateMember"
        case .nobodyInParty: "nobodyInParty"
        case .minAboveMax: "minAboveMax"
        case .unknownCurrentGroup: "unknownCurrentGroup"
        case .unknownLock: "unknownLock"
        case .unknownApart: "unknownApart"
        case .togetherAndApart: "togetherAndApart"
        case .lockedTogetherAndApart: "lockedTogetherAndApart"
        case .lockIntoClosed: "lockIntoClosed"
        case .lockIntoFull: "lockIntoFull"
        case .lockAgainstRule: "lockAgainstRule"
        case .noCommonSlot: "noCommonSlot"
        }
    }

    /// What it is about, in the order of the case.
    package var parties: [String] {
        switch self {
        case .duplicateGroup, .minAboveMax: []
        case .duplicateMember(_, let parties): parties
        case .duplicateParty(let party), .nobodyInParty(let party), .unknownApart(let party),
            .togetherAndApart(let party), .noCommonSlot(let party),
            .unknownCurrentGroup(let party, _), .unknownLock(let party, _),
            .lockIntoClosed(let party, _), .lockIntoFull(let party, _),
            .lockAgainstRule(let party, _, _):
            [party]
        case .lockedTogetherAndApart(let first, let second, _): [first, second]
        }
    }

    package var group: String? {
        switch self {
        case .duplicateGroup(let group), .minAboveMax(let group),
            .unknownCurrentGroup(_, let group), .unknownLock(_, let group),
            .lockedTogetherAndApart(_, _, let group), .lockIntoClosed(_, let group),
            .lockIntoFull(_, let group), .lockAgainstRule(_, let group, _):
            group
        case .duplicateParty, .duplicateMember, .nobodyInParty, .unknownApart,
            .togetherAndApart, .noCommonSlot:
            nil
        }
    }
}
