/// A problem in a form to compute with: everything a number, in the order of identifiers, so that
/// the order in which a problem is written decides nothing.
struct Instance {
    var groups: [PreparedGroup]
    var parties: [PreparedParty]
    /// Kinds of group, and what parties ask, each once.
    var kinds: [GroupKind]
    var wishes: [Wish]
    /// By wish, then by kind.
    var fits: [[Fit]]
    /// For each party the others that it must not meet.
    var apart: [[Int]]
    /// What the numbers of languages and slots mean.
    let languageNames: [String]
    let slotNames: [String]
    /// What can't be so, as far as it shows before solving.
    var contradictions: Set<Contradiction>

    func fit(_ party: Int, _ group: Int) -> Fit {
        fits[parties[party].wish][groups[group].kind]
    }

    func slotName(_ group: Int) -> String? {
        kinds[groups[group].kind].slot.map { slotNames[$0] }
    }
}

struct PreparedGroup {
    let id: String
    var kind: Int
    let min: Int
    var max: Int
    var childcarePlaces: Int
    /// Closed, or named twice, or with a minimum above its maximum.
    let takesNobody: Bool
    /// Present placements that stay whatever is decided.
    var kept: [Int] = []
    /// People and children of those.
    var load = 0
    var children = 0
    /// Languages that those take part in.
    var spoken: Set<Int> = []

    /// A maximum that can be divided by.
    var divisor: Int { Swift.max(1, max) }
}

struct PreparedParty {
    let id: String
    var wish: Int
    let size: Int
    let childcare: Int
    let waitingDays: Int
    let priority: Int
    /// Whether the identifier stands for one party only, with somebody in it.
    let isSound: Bool
    let current: Int?
    let isUnlocked: Bool
    let lockedTo: String?
    /// The lock's group, where there is such a group.
    var lock: Int?
    var fate = Fate.free

    enum Fate: Equatable {
        case free
        /// In its present group, against this rule.
        case kept(BlockerCode)
        /// Something about it can't be so: nowhere, or where it is.
        case refused
    }

    /// Whether it has a place that it must not lose.
    var holdsPlace: Bool { current != nil && !isUnlocked && isSound }
}

/// What of a group decides whom it suits.
struct GroupKind: Hashable {
    let languages: [Int]
    /// Those of them that only an interpreter speaks.
    let interpreted: Set<Int>
    let slot: Int?
    let openTo: UInt8
    let childcarePlaces: Int
}

/// What a party asks of a group.
struct Wish: Hashable {
    /// For each member, best first; in no order among the members.
    let languages: [[Int]]
    let interpreterOk: Bool
    /// Nil for any.
    let slots: Set<Int>?
    let hasOtherThanWomen: Bool
    let hasOtherThanMen: Bool
    let childcare: Int
}

/// How a party gets on with a kind of group.
struct Fit {
    /// The rules in the way, by themselves, whoever else is there.
    var obstacles: RuleSet = []
    /// Sum over the members of how far down their best fitting language stands.
    var rank = 0
    /// Languages of the group that the members take part in.
    var spoken: Set<Int> = []

    var suits: Bool { obstacles.isEmpty }
}
