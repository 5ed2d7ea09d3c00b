/// One thing that somebody wishes in a round.
package enum Wish: Sendable, Equatable {
    /// In which they can take the course, best first, where not as the person has it.
    case languages([Language])
    case interpreter(Bool)
    /// Best first; none is any.
    case slots([WishedSlot])
    /// A group for everybody, or for women or men only.
    case openTo(OpenTo)
    case group(Group.ID)
    /// Who comes first, the higher the sooner; 0 to 1000.
    case priority(Int)

    package enum About: String, CaseIterable, Sendable {
        case languages, interpreter, slots, openTo, group, priority
    }

    package var about: About {
        switch self {
        case .languages: .languages
        case .interpreter: .interpreter
        case .slots: .slots
        case .openTo: .openTo
        case .group: .group
        case .priority: .priority
        }
    }

    package static let priorities = 0...1000
}

/// A day of the week on which somebody can come, and when on it; without a time, any.
package struct WishedSlot: Sendable, Hashable {
    package let weekday: Weekday
    package let start: LocalTime?
    package let end: LocalTime?

    /// Nil for an end without a start, or not after it.
    package init?(weekday: Weekday, start: LocalTime? = nil, end: LocalTime? = nil) {
        if let end {
            guard let start, start < end else { return nil }
        }
        self.weekday = weekday
        self.start = start
        self.end = end
    }

    package init(_ weekday: Weekday) {
        self.weekday = weekday
        start = nil
        end = nil
    }
}

/// What is known of somebody beside what lists show.
package struct PersonDetails: Sendable, Equatable {
    /// Nil without one, and for somebody protected.
    package var preferredName: DisplayName?
    /// About the person, not a round; nil for somebody protected.
    package var note: String?
    package var rounds: [Round.ID: EnrolmentDetails]

    package init(
        preferredName: DisplayName? = nil, note: String? = nil,
        rounds: [Round.ID: EnrolmentDetails] = [:]
    ) {
        self.preferredName = preferredName
        self.note = note
        self.rounds = rounds
    }
}

/// What somebody wishes in a round, and what was noted about it.
package struct EnrolmentDetails: Sendable, Equatable {
    package var childcare: Int
    package var wishes: [Wish.About: Wish]
    /// Nil for somebody protected.
    package var note: String?

    package init(childcare: Int = 0, wishes: [Wish.About: Wish] = [:], note: String? = nil) {
        self.childcare = childcare
        self.wishes = wishes
        self.note = note
    }
}
