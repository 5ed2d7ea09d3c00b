/// Who goes where, and why.
package struct Proposal: Sendable, Equatable {
    package var placements: [Placement]
    package var unplaced: [Unplaced]
    package var groups: [GroupSize]
    package var levels: [LevelResult]
    package var kept: [Kept]
    /// What in the problem can't be so, all of it.
    package var contradictions: [Contradiction]
    /// Whether a limit on time struck before everything was settled.
    package var stoppedEarly: Bool

    package init(
        placements: [Placement], unplaced: [Unplaced], groups: [GroupSize],
        levels: [LevelResult], kept: [Kept], contradictions: [Contradiction] = [],
        stoppedEarly: Bool = false
    ) {
        self.placements = placements
        self.unplaced = unplaced
        self.groups = groups
        self.levels = levels
        self.kept = kept
        self.contradictions = contradictions
        self.stoppedEarly = stoppedEarly
    }
}

extension Proposal {
    package struct Placement: Sendable, Equatable {
        package let party: String
        package let group: String
        package let reason: PlacementReason

        package init(party: String, group: String, reason: PlacementReason) {
            self.party = party
            self.group = group
            self.reason = reason
        }
    }

    package struct Unplaced: Sendable, Equatable {
        package let party: String
        package let blockers: [Blocker]
        package let remedy: Remedy?

        package init(party: String, blockers: [Blocker], remedy: Remedy?) {
            self.party = party
            self.blockers = blockers
            self.remedy = remedy
        }
    }

    /// A hard rule and at how many groups it stands in the way.
    package struct Blocker: Sendable, Equatable {
        package let code: BlockerCode
        package let groups: Int

        package init(code: BlockerCode, groups: Int) {
            self.code = code
            self.groups = groups
        }
    }

    package struct GroupSize: Sendable, Equatable {
        package let id: String
        /// People.
        package let size: Int

        package init(id: String, size: Int) {
            self.id = id
            self.size = size
        }
    }

    package struct LevelResult: Sendable, Equatable {
        package let name: String
        package let value: LevelValue
        /// Nothing that is as good on the levels before is better than this.
        package let bound: LevelValue
        package let optimal: Bool

        package init(name: String, value: LevelValue, bound: LevelValue, optimal: Bool) {
            self.name = name
            self.value = value
            self.bound = bound
            self.optimal = optimal
        }
    }

    /// A present placement that breaks a rule and stays all the same.
    package struct Kept: Sendable, Equatable {
        package let party: String
        package let group: String
        package let brokenRule: BlockerCode

        package init(party: String, group: String, brokenRule: BlockerCode) {
            self.party = party
            self.group = group
            self.brokenRule = brokenRule
        }
    }
}

/// A hard rule, as a code.
package enum BlockerCode: String, Sendable, CaseIterable {
    case language, interpreter, slot, openTo, childcare, full, closed, apart, lock
}

/// Why a party goes where it does.
package enum PlacementReason: Sendable, Hashable {
    /// The first level at which every other group was worse.
    case level(Level)
    /// No other group fits at all.
    case onlyFit
    /// An administrator has said so.
    case lock
    /// A present placement that breaks a rule, and stays.
    case kept
    /// Another group would have done as well; identifiers decided.
    case equal

    package var code: String {
        switch self {
        case .level(let level): level.name
        case .onlyFit: "onlyFit"
        case .lock: "lock"
        case .kept: "kept"
        case .equal: "equal"
        }
    }
}

/// The value of a level.
package enum LevelValue: Sendable, Equatable {
    case whole(Int)
    case fraction(Fraction)
}

/// The smallest change that would give a party a place, while everybody else keeps theirs.
package enum Remedy: Sendable, Equatable {
    /// The group takes this many more.
    case chair(group: String, count: Int)
    /// The party comes at this time too.
    case slot(String, group: String)
    /// A group is opened, and this many of those without a place join it, the party among them.
    case group(languages: [String], slot: String?, joining: Int)
    /// The party takes an interpreter.
    case interpreter(group: String)
    /// The group has room for this many more children.
    case childcare(group: String, count: Int)
}
