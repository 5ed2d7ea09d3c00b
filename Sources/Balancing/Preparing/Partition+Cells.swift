extension Partition {
    /// - Parameter split: groups that are not to be taken together with others.
    init(_ instance: Instance, split: Set<Int>) {
        places = Array(repeating: nil, count: instance.groups.count)
        makeCells(instance, split)
        makeCrowds(instance)
    }

    private struct CellKey: Hashable {
        let suits: GroupKind
        let single: Int
    }

    private struct RowKey: Hashable {
        let cell: Int
        let min: Int
        let max: Int
        let childcarePlaces: Int
        let single: Int
    }

    private mutating func makeCells(_ instance: Instance, _ split: Set<Int>) {
        let particular = Self.particularGroups(instance)
        var cellNumbers = Interner<CellKey>()
        var rows: [RowKey: Int] = [:]
        for (index, group) in instance.groups.enumerated() where !group.takesNobody {
            let kind = instance.kinds[group.kind]
            let isAlone = split.contains(index) || kind.languages.count > 2
            let cell = cellNumbers.number(
                CellKey(suits: kind.regardlessOfChildcare, single: isAlone ? index : -1))
            if cell == cells.count { cells.append(Cell(rows: [], languages: kind.languages.count)) }
            let isParticular = particular.contains(index)
            let key = RowKey(
                cell: cell, min: group.min, max: group.max,
                childcarePlaces: group.childcarePlaces, single: isParticular ? index : -1)
            if let row = rows[key] {
                cells[cell].rows[row].groups.append(index)
                places[index] = Place(cell: cell, row: row)
            } else {
                rows[key] = cells[cell].rows.count
                places[index] = Place(cell: cell, row: cells[cell].rows.count)
                cells[cell].rows.append(Cell.Row(index, group, isParticular: isParticular))
            }
        }
    }

    private static func particularGroups(_ instance: Instance) -> Set<Int> {
        var particular = Set(instance.groups.indices.filter { !instance.groups[$0].kept.isEmpty })
        for party in instance.parties where party.isSound {
            if let current = party.current { particular.insert(current) }
            if let lock = party.lock { particular.insert(lock) }
        }
        return particular
    }
}

extension Cell.Row {
    fileprivate init(_ index: Int, _ group: PreparedGroup, isParticular: Bool) {
        self.init(
            groups: [index], min: group.min, max: group.max, load: group.load,
            room: Swift.max(0, group.max - group.load),
            childcareRoom: Swift.max(0, group.childcarePlaces - group.children),
            isParticular: isParticular)
    }
}

extension GroupKind {
    /// The same for groups that differ in childcare only.
    fileprivate var regardlessOfChildcare: GroupKind {
        GroupKind(
            languages: languages, interpreted: interpreted, slot: slot, openTo: openTo,
            childcarePlaces: 0)
    }
}
