/// Why someone does not fit a group; the codes are those of the balancing blockers.
package enum PlacementObstacle: String, Sendable, CaseIterable, Error {
    case language, interpreter, openTo, childcare, full, closed
}

/// What placing someone asks of a group.
package struct PlacementWish: Sendable, Equatable {
    package let languages: [Language]
    package let interpreterOk: Bool
    package let gender: Gender

    package init(languages: [Language], interpreterOk: Bool, gender: Gender) {
        self.languages = languages
        self.interpreterOk = interpreterOk
        self.gender = gender
    }
}

extension Group {
    /// What stands in the way of placing one more person, in the order of the cases.
    ///
    /// - Parameter occupied: how many the group already has on the day.
    package func obstacles(
        to wish: PlacementWish, occupied: Int, on date: LocalDate
    ) -> [PlacementObstacle] {
        var obstacles: [PlacementObstacle] = []
        if !wish.languages.contains(where: languages.contains) {
            let interpreted = wish.languages.contains(where: delivery.interpretedInto.contains)
            if !interpreted {
                obstacles.append(.language)
            } else if !wish.interpreterOk {
                obstacles.append(.interpreter)
            }
        }
        if !openTo.admits(wish.gender) { obstacles.append(.openTo) }
        if occupied >= size.maximum { obstacles.append(.full) }
        if let closedOn, closedOn <= date { obstacles.append(.closed) }
        return obstacles
    }

    /// The language under which someone placed here counts: their best that the group has,
    /// interpreted ones after its own, else its first.
    package func language(for wish: PlacementWish) -> Language? {
        wish.languages.first(where: languages.contains)
            ?? wish.languages.first(where: delivery.interpretedInto.contains) ?? languages.first
    }
}
