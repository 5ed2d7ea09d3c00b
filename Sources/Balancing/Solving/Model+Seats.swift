extension Model {
    /// People and children of the flows into a cell, newcomers and those of its rows apart.
    private struct Inflow {
        var newcomers: [LinearSystem.Term] = []
        var rows: [[LinearSystem.Term]]
        var children: [LinearSystem.Term] = []
        var rowChildren: [[LinearSystem.Term]]

        init(_ cell: Cell) {
            rows = Array(repeating: [], count: cell.rows.count)
            rowChildren = rows
        }

        var isEmpty: Bool { newcomers.isEmpty && rows.allSatisfy(\.isEmpty) }
    }

    private var inflows: [Inflow] {
        var inflows = partition.cells.map(Inflow.init)
        for (column, flow) in flows.enumerated() {
            let crowd = partition.crowds[flow.crowd]
            let (cell, people) = (flow.choice.cell, LinearSystem.Term(column, Double(crowd.size)))
            let children = LinearSystem.Term(column, Double(crowd.childcare))
            if let row = flow.choice.row {
                inflows[cell].rows[row].append(people)
                if crowd.childcare > 0 { inflows[cell].rowChildren[row].append(children) }
            } else {
                inflows[cell].newcomers.append(people)
            }
            if crowd.childcare > 0 { inflows[cell].children.append(children) }
        }
        return inflows
    }

    private func people(_ terms: [LinearSystem.Term]) -> Double {
        terms.reduce(0) { $0 + $1.value * system.columnUpper[$1.column] }
    }

    mutating func addSeats() {
        for (cell, inflow) in zip(partition.cells, inflows) {
            let newcomers = people(inflow.newcomers)
            seats.append(
                zip(cell.rows, inflow.rows).map { row, own in
                    var seats = Seats()
                    let everybody = Int(min(1e9, newcomers + people(own)))
                    if row.canBeShort {
                        let open = row.load > 0 ? Double(row.count) : 0
                        seats.open = system.addColumn(open, Double(row.count), integer: true)
                        seats.short = system.addColumn(
                            0, Double(row.count * row.min), integer: false)
                    }
                    seats.fills = (0..<min(row.room, everybody)).map { _ in
                        system.addColumn(0, Double(row.count), integer: false)
                    }
                    return seats
                })
        }
    }

    mutating func addCells() {
        for (number, inflow) in inflows.enumerated() {
            if !inflow.isEmpty {
                addCell(number, inflow)
                continue
            }
            // Nobody comes to those who are kept there, and seats may be short all the same.
            for (row, seats) in zip(partition.cells[number].rows, seats[number]) {
                if row.load > 0 { addOpening(row, seats) }
            }
        }
    }

    private mutating func addCell(_ number: Int, _ inflow: Inflow) {
        let cell = partition.cells[number]
        var shared = inflow.newcomers
        for (index, row) in cell.rows.enumerated() {
            let fills = seats[number][index].fills.map { LinearSystem.Term($0, -1) }
            if inflow.rows[index].isEmpty {
                shared += fills
            } else {
                // Those who stay or are locked in, and the newcomers who join them.
                let joining = system.addColumn(
                    0, Double(row.room * row.count), integer: false)
                shared.append((joining, -1))
                system.addRow(inflow.rows[index] + [(joining, 1)] + fills, 0, 0)
            }
            if !inflow.rowChildren[index].isEmpty {
                system.addRow(
                    inflow.rowChildren[index], -1e31, Double(row.childcareRoom * row.count))
            }
            addOpening(row, seats[number][index])
        }
        if !shared.isEmpty { system.addRow(shared, 0, 0) }
        if !inflow.children.isEmpty {
            system.addRow(inflow.children, -1e31, Double(cell.childcareRoom))
        }
    }

    /// Links how many groups have anyone to how many people there are and how many seats are short.
    private mutating func addOpening(_ row: Cell.Row, _ seats: Seats) {
        guard let open = seats.open, let short = seats.short else { return }
        let people = seats.fills.map { LinearSystem.Term($0, 1) }
        system.addRow(people + [(open, -Double(seats.fills.count))], -1e31, 0)
        // min·open − load − people ≤ short
        system.addRow(people + [(open, -Double(row.min)), (short, 1)], -Double(row.load), 1e31)
        guard row.count > 1 else { return }
        for fill in seats.fills { system.addRow([(fill, 1), (open, -1)], -1e31, 0) }
    }
}
