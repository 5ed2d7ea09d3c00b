/// A part of a round that meets together.
package struct Group: Sendable, Equatable {
    package typealias ID = Identifier<Group>

    package let id: ID
    package let name: String
    package let round: Round.ID
    /// At least one; the first stands for the group where one must.
    package let languages: [Language]
    package let delivery: Delivery
    package let size: GroupSize
    package let openTo: OpenTo
    package let childcarePlaces: Int
    /// Where it meets as that is shown: the venue's name, and the room.
    package let venue: String?
    package let slot: Slot?
    /// Where it meets when it meets remotely: an `https` address.
    package let link: String?
    /// From this day the group takes nobody more and nobody stands on its roster.
    package let closedOn: LocalDate?
    package let venueID: Venue.ID?
    /// One of the venue's.
    package let room: String?

    package init(
        id: ID, name: String, round: Round.ID, languages: [Language], delivery: Delivery,
        size: GroupSize, openTo: OpenTo, childcarePlaces: Int, venue: String?, slot: Slot?,
        link: String? = nil, closedOn: LocalDate?, venueID: Venue.ID? = nil, room: String? = nil
    ) {
        self.id = id
        self.name = name
        self.round = round
        self.languages = languages
        self.delivery = delivery
        self.size = size
        self.openTo = openTo
        self.childcarePlaces = childcarePlaces
        self.venue = venue
        self.slot = slot
        self.link = link
        self.closedOn = closedOn
        self.venueID = venueID
        self.room = room
    }
}

/// How the course reaches people in their language.
package enum Delivery: Sendable, Equatable {
    case leaderSpeaks
    /// The leader speaks one language, an interpreter the others.
    case interpreted(into: [Language])
    case bilingual

    package var interpretedInto: [Language] {
        if case .interpreted(let languages) = self { languages } else { [] }
    }
}

/// People, not parties; `minimum` at least 0, `maximum` at least 1 and not below it.
package struct GroupSize: Sendable, Equatable {
    package let minimum: Int
    package let maximum: Int

    /// Nil outside the ranges above.
    package init?(minimum: Int, maximum: Int) {
        guard minimum >= 0, maximum >= 1, minimum <= maximum, maximum <= 500 else { return nil }
        self.minimum = minimum
        self.maximum = maximum
    }
}

package enum OpenTo: String, CaseIterable, Sendable, Codable {
    case all, women, men

    /// Someone whose gender is unknown fits `all` only.
    package func admits(_ gender: Gender) -> Bool {
        switch self {
        case .all: true
        case .women: gender == .woman
        case .men: gender == .man
        }
    }
}

/// A weekly time on the wall clock.
package struct Slot: Sendable, Hashable, Codable {
    package let weekday: Weekday
    package let start: LocalTime
    package let end: LocalTime

    /// Nil unless it ends after it starts, on the same day.
    package init?(weekday: Weekday, start: LocalTime, end: LocalTime) {
        guard start < end else { return nil }
        self.weekday = weekday
        self.start = start
        self.end = end
    }
}
