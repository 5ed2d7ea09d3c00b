/// Groups that suit the same people, and parties whom the same groups suit, each taken together:
/// what has to be decided is only how many of which go where.
struct Partition {
    var cells: [Cell] = []
    var crowds: [Crowd] = []
    /// By group, its cell, and its row in the cell; nil for a group that takes nobody.
    var places: [Place?]

    struct Place: Hashable {
        let cell: Int
        let row: Int
    }
}

/// Groups that suit the same people, if not the same number of them.
struct Cell {
    var rows: [Row]
    let languages: Int

    /// Whether who takes part in which language must be decided.
    var needsLanguageChoice: Bool { languages > 2 }
    var groups: [Int] { rows.flatMap(\.groups) }
    var childcareRoom: Int { rows.reduce(0) { $0 + $1.childcareRoom * $1.count } }

    /// Groups of a cell that are interchangeable.
    struct Row {
        /// In the order of identifiers.
        var groups: [Int]
        let min: Int
        let max: Int
        /// People kept there, and how many more there is room for, in each.
        let load: Int
        let room: Int
        /// Children that there is room for, in each.
        let childcareRoom: Int
        /// Whether somebody has to do with this very group: is there, or is locked into it.
        let isParticular: Bool

        var count: Int { groups.count }
        var divisor: Int { Swift.max(1, max) }
        /// Whether opening one decides how many seats are short.
        var canBeShort: Bool { min > Swift.max(1, load) }
    }
}

/// Parties that are interchangeable but for how long they have waited.
struct Crowd {
    /// Those who have waited longest first, then in the order of identifiers.
    let parties: [Int]
    let size: Int
    let childcare: Int
    let priority: Int
    let holdsPlace: Bool
    let current: Partition.Place?
    let lock: Partition.Place?
    /// Where they may go, as newcomers or to the very group that they are in or locked into.
    var choices: [Choice] = []

    var count: Int { parties.count }

    struct Choice: Hashable {
        let cell: Int
        /// Nil for any group of the cell.
        let row: Int?
    }
}
