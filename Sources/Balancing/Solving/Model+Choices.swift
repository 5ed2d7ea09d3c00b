extension Model {
    /// People in at most two of a group's languages. Such a group is a cell of its own.
    mutating func addLanguageChoices() {
        var choices: [Int: [Int: Int]] = [:]
        for (number, cell) in partition.cells.enumerated() where cell.needsLanguageChoice {
            let group = instance.groups[cell.rows[0].groups[0]]
            let languages = instance.kinds[group.kind].languages
            var columns: [Int: Int] = [:]
            for language in languages {
                let isSpoken = group.spoken.contains(language)
                columns[language] = system.addColumn(isSpoken ? 1 : 0, 1, integer: true)
            }
            choices[number] = columns
            let most = Double(max(2, group.spoken.count))
            system.addRow(languages.compactMap { columns[$0] }.map { ($0, 1) }, -1e31, most)
        }
        for (column, flow) in flows.enumerated() {
            guard let columns = choices[flow.choice.cell] else { continue }
            let crowd = partition.crowds[flow.crowd]
            for language in instance.fit(crowd.parties[0], group(flow)).spoken.sorted() {
                guard let choice = columns[language] else { continue }
                system.addRow([(column, 1), (choice, -Double(crowd.count))], -1e31, 0)
            }
        }
    }

    /// Two who must not meet don't share a cell of one group, nor a group that both have to do with.
    mutating func addApartRows() {
        var columns: [Int: [Int]] = [:]
        for (column, flow) in flows.enumerated() {
            let party = partition.crowds[flow.crowd].parties[0]
            if !instance.apart[party].isEmpty, isOneGroup(flow) {
                columns[party, default: []].append(column)
            }
        }
        for first in columns.keys.sorted() {
            for second in instance.apart[first] where second > first {
                addApart(columns[first] ?? [], columns[second] ?? [])
            }
        }
    }

    private mutating func addApart(_ first: [Int], _ second: [Int]) {
        let own = Dictionary(grouping: first) { group(flows[$0]) }
        let other = Dictionary(grouping: second) { group(flows[$0]) }
        for group in own.keys.sorted() {
            guard let there = other[group] else { continue }
            system.addRow(((own[group] ?? []) + there).map { ($0, 1) }, -1e31, 1)
        }
    }

    /// Whether it says in which group those go.
    private func isOneGroup(_ flow: Flow) -> Bool {
        let cell = partition.cells[flow.choice.cell]
        if let row = flow.choice.row { return cell.rows[row].count == 1 }
        return cell.rows.count == 1 && cell.rows[0].count == 1
    }
}
