/// Turns how many go where into who goes where.
struct Dealing {
    let model: Model
    /// Whether even groups come before groups that reach their minimum.
    let evenFirst: Bool

    private var instance: Instance { model.instance }
    private var partition: Partition { model.partition }

    struct Result {
        /// By party, its group; those who are kept stand in theirs.
        var groups: [Int?]
        /// Cells whose groups could not be filled as evenly as their number of people promises.
        var uneven: [Int] = []
        /// Cells that do not hold all who were to go there.
        var overfull: [Int] = []
    }

    func deal(_ solution: [Double]) -> Result {
        var result = Result(groups: Array(repeating: nil, count: instance.parties.count))
        for (index, group) in instance.groups.enumerated() {
            for party in group.kept { result.groups[party] = index }
        }
        let newcomers = seatParticular(model.flows(solution), &result)
        let opened = model.opened(solution)
        for (cell, parties) in newcomers.enumerated() where !parties.isEmpty {
            deal(parties, to: cell, opened[cell], &result)
        }
        result.uneven = unevenCells(result, solution)
        return result
    }

    /// Cells of several groups that are worse, dealt out, than the solution says.
    private func unevenCells(_ result: Result, _ solution: [Double]) -> [Int] {
        let sizes = Score(instance: instance, groups: result.groups).sizes
        return partition.cells.indices.filter { number in
            let cell = partition.cells[number]
            guard cell.groups.count > 1, !result.overfull.contains(number) else {
                return result.overfull.contains(number)
            }
            let promised = model.promise(of: number, solution)
            let short = cell.groups.reduce(0) {
                $0 + (sizes[$1] > 0 ? max(0, instance.groups[$1].min - sizes[$1]) : 0)
            }
            let squares = cell.groups.reduce(0.0) {
                $0 + Double(sizes[$1] * sizes[$1]) / Double(instance.groups[$1].divisor)
            }
            return Double(short) > promised.short + 1e-6 || squares > promised.squares + 1e-6
        }
    }

    /// Seats those who stay or are locked in.
    ///
    /// - Returns: the newcomers, by cell. Of a crowd those who have waited longest are placed.
    private func seatParticular(_ counts: [Int], _ result: inout Result) -> [[Int]] {
        var newcomers: [[Int]] = Array(repeating: [], count: partition.cells.count)
        var next = [Int](repeating: 0, count: partition.crowds.count)
        for (flow, count) in zip(model.flows, counts) where count > 0 {
            let crowd = partition.crowds[flow.crowd]
            let range = next[flow.crowd]..<min(crowd.count, next[flow.crowd] + count)
            next[flow.crowd] += count
            if flow.choice.row == nil {
                newcomers[flow.choice.cell] += crowd.parties[range]
            } else {
                for party in crowd.parties[range] { result.groups[party] = model.group(flow) }
            }
        }
        return newcomers
    }

    private func deal(
        _ parties: [Int], to number: Int, _ opened: [Int?], _ result: inout Result
    ) {
        let cell = partition.cells[number]
        let groups = cell.groups.sorted()
        guard groups.count > 1 else {
            for party in parties { result.groups[party] = groups[0] }
            return
        }
        let table = Table(instance, groups, result.groups)
        let people = parties.reduce(0) { $0 + instance.parties[$1].size }
        let rows = zip(cell.rows, opened)
        let open = rows.flatMap { row, open in row.groups.prefix(open ?? row.count) }
        // Others have anyone or not as it comes: their minimum is one at most.
        let obliged = rows.flatMap { row, open in row.groups.prefix(open ?? 0) }
        let targets = table.targets(
            for: people, open: Set(open), minima: evenFirst ? [] : Set(obliged))
        var seating = targets.flatMap { table.fill(parties, to: $0) }
        if seating == nil { seating = table.fill(parties, to: table.maxima) }
        guard let seating else { return result.overfull.append(number) }
        for (party, group) in zip(parties, seating) { result.groups[party] = group }
    }
}
