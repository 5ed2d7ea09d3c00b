/// The decision as columns and rows: how many parties of each crowd go to each cell.
struct Model {
    let instance: Instance
    let partition: Partition
    var system = LinearSystem()
    /// Which crowd goes where, in the order of their columns, which come first.
    private(set) var flows: [Flow] = []
    private(set) var tiers: [Tier] = []
    /// By cell, then by row.
    var seats: [[Seats]] = []
    /// Rows that say how many of a crowd there are, by crowd, where a row of the system does.
    private(set) var crowdRows: [Int] = []

    struct Flow {
        let crowd: Int
        let choice: Crowd.Choice
    }

    /// How many of a crowd are placed among those who have waited this long.
    struct Tier {
        let column: Int
        let crowd: Int
        let waitingDays: Int
    }

    /// The seats of a cell's row, all its groups together.
    struct Seats {
        /// How many of the groups have anyone, and how many seats they are short.
        var open: Int?
        var short: Int?
        /// How many groups have more than so many people, from those who are kept there upwards.
        var fills: [Int] = []
    }

    init(_ instance: Instance, _ partition: Partition) {
        self.instance = instance
        self.partition = partition
        addFlows()
        addCrowdRows()
        addSeats()
        addCells()
        addLanguageChoices()
        addApartRows()
    }

    private mutating func addFlows() {
        for (number, crowd) in partition.crowds.enumerated() {
            for choice in crowd.choices {
                _ = system.addColumn(0, Double(crowd.count), integer: true)
                flows.append(Flow(crowd: number, choice: choice))
            }
        }
    }

    private mutating func addCrowdRows() {
        var column = 0
        for (number, crowd) in partition.crowds.enumerated() {
            var terms: [LinearSystem.Term] = crowd.choices.indices.map { (column + $0, 1) }
            column += crowd.choices.count
            let days = crowd.parties.map { instance.parties[$0].waitingDays }
            guard let first = days.first, let last = days.last, first != last else {
                system.addRow(terms, 0, Double(crowd.count))
                continue
            }
            var start = days.startIndex
            while start < days.endIndex {
                let end = days[start...].firstIndex { $0 != days[start] } ?? days.endIndex
                let tier = system.addColumn(0, Double(end - start), integer: true)
                tiers.append(Tier(column: tier, crowd: number, waitingDays: days[start]))
                terms.append((tier, -1))
                start = end
            }
            system.addRow(terms, 0, 0)
        }
    }

    func group(_ flow: Flow) -> Int {
        partition.cells[flow.choice.cell].rows[flow.choice.row ?? 0].groups[0]
    }
}
