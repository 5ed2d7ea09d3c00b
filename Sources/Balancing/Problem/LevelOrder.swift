/// What is aimed at, each before the next.
package struct LevelOrder: Sendable, Equatable {
    package enum Aim: String, Sendable, CaseIterable {
        /// One level for each priority, the highest first.
        case placed
        case waiting, moved, short, rank, even
    }

    package let aims: [Aim]

    /// Nil unless each aim stands in it once.
    package init?(_ aims: [Aim]) {
        guard aims.count == Aim.allCases.count, Set(aims).count == aims.count else { return nil }
        self.aims = aims
    }

    private init(known aims: [Aim]) {
        self.aims = aims
    }

    /// The house's own order.
    package static let mostPlaced = LevelOrder(
        known: [.placed, .waiting, .moved, .short, .rank, .even])
    /// Nobody is moved to make room for anybody.
    package static let fewestMoves = LevelOrder(
        known: [.moved, .placed, .waiting, .short, .rank, .even])
    /// Even groups as soon as it is settled how many are placed: else nobody in them were the best.
    package static let mostEven = LevelOrder(
        known: [.placed, .even, .waiting, .moved, .short, .rank])

    package static let named: [(name: String, order: LevelOrder)] = [
        ("most-placed", .mostPlaced), ("fewest-moves", .fewestMoves), ("most-even", .mostEven),
    ]
}

/// One level: an aim, and for ``LevelOrder/Aim/placed`` the priority that it is about.
package struct Level: Sendable, Hashable {
    package let aim: LevelOrder.Aim
    package let priority: Int?

    package init(_ aim: LevelOrder.Aim, priority: Int? = nil) {
        self.aim = aim
        self.priority = priority
    }

    /// As it stands in a proposal: `placed:2`, `waiting`.
    package var name: String {
        priority.map { "\(aim.rawValue):\($0)" } ?? aim.rawValue
    }

    /// Whether more is better.
    var isMaximised: Bool { aim == .placed || aim == .waiting }
}

extension LevelOrder {
    /// The levels for a problem in which these priorities occur.
    package func levels(priorities: some Sequence<Int>) -> [Level] {
        let descending = Set(priorities).sorted(by: >)
        return aims.flatMap { aim -> [Level] in
            aim == .placed ? descending.map { Level(.placed, priority: $0) } : [Level(aim)]
        }
    }
}
