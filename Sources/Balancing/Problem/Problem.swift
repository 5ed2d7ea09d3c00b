package import Courses

/// Who waits and who has a place, and the groups there are: all that a balancing is decided by.
///
/// Identifiers are whatever the caller calls things; they also decide between equals.
package struct Problem: Sendable, Equatable {
    package var groups: [Group]
    package var parties: [Party]
    /// Pairs of parties that must not be in the same group.
    package var apart: [Apart]

    package init(groups: [Group], parties: [Party], apart: [Apart] = []) {
        self.groups = groups
        self.parties = parties
        self.apart = apart
    }
}

extension Problem {
    package struct Group: Sendable, Equatable {
        package var id: String
        package var languages: [Language]
        package var interpretedInto: [Language]
        /// People; a group with anyone should have this many.
        package var min: Int
        package var max: Int
        /// When it meets; without one it meets whenever.
        package var slot: String?
        package var childcarePlaces: Int
        package var openTo: OpenTo
        package var closed: Bool

        package init(
            id: String, languages: [Language], interpretedInto: [Language] = [], min: Int = 0,
            max: Int, slot: String? = nil, childcarePlaces: Int = 0, openTo: OpenTo = .all,
            closed: Bool = false
        ) {
            self.id = id
            self.languages = languages
            self.interpretedInto = interpretedInto
            self.min = min
            self.max = max
            self.slot = slot
            self.childcarePlaces = childcarePlaces
            self.openTo = openTo
            self.closed = closed
        }
    }

    /// People who are placed together or not at all.
    package struct Party: Sendable, Equatable {
        package var id: String
        package var members: [Member]
        package var interpreterOk: Bool
        /// When they can come; none named means any.
        package var slots: [String]
        /// How many children need childcare at the sessions.
        package var childcare: Int
        package var waitingDays: Int
        /// Higher first.
        package var priority: Int
        package var currentGroup: String?
        package var lockedTo: String?
        /// Whether an administrator lets them lose the place they have.
        package var unlocked: Bool

        package init(
            id: String, members: [Member], interpreterOk: Bool = false, slots: [String] = [],
            childcare: Int = 0, waitingDays: Int = 0, priority: Int = 0,
            currentGroup: String? = nil, lockedTo: String? = nil, unlocked: Bool = false
        ) {
            self.id = id
            self.members = members
            self.interpreterOk = interpreterOk
            self.slots = slots
            self.childcare = childcare
            self.waitingDays = waitingDays
            self.priority = priority
            self.currentGroup = currentGroup
            self.lockedTo = lockedTo
            self.unlocked = unlocked
        }
    }

    package struct Member: Sendable, Equatable {
        package var id: String
        /// Best first.
        package var languages: [Language]
        package var gender: Gender
        /// When this one can come, beside what the party says; none named means any.
        package var slots: [String]

        package init(
            id: String, languages: [Language], gender: Gender = .unknown, slots: [String] = []
        ) {
            self.id = id
            self.languages = languages
            self.gender = gender
            self.slots = slots
        }
    }

    package struct Apart: Sendable, Equatable {
        package var first: String
        package var second: String

        package init(_ first: String, _ second: String) {
            self.first = first
            self.second = second
        }
    }
}
