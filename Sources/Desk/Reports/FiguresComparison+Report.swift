package import Localisation
package import Statistics

extension FiguresComparison {
    /// The table, and after it each number's value in the term before and how it changed.
    package func report(_ names: FigureNames, _ localiser: Localiser) -> Report {
        let now = table.report(names, localiser)
        let measures = Measure.allCases.flatMap { $0.columns(localiser) }
        let numbers = measures.indices.filter { measures[$0].kind == .number }
        let columns = numbers.flatMap { index in
            let heading = measures[index].heading
            return [
                Report.Column(
                    code: measures[index].code + "Before",
                    heading: localiser(
                        Message("figures.beforeColumn", ["measure": .text(heading)]))),
                Report.Column(
                    code: measures[index].code + "Change",
                    heading: localiser(
                        Message("figures.changeColumn", ["measure": .text(heading)]))),
            ]
        }
        let all = before + [totalBefore]
        return Report(
            language: now.language, title: now.title,
            preamble: now.preamble + messages(names, localiser).map { localiser($0) },
            columns: now.columns + columns,
            rows: zip(now.rows, all).map { row, before in
                let own = Array(row.cells.suffix(measures.count))
                let past = before?.cells ?? own.map { _ in .gap }
                return Report.Row(
                    row.cells + numbers.flatMap { [past[$0], own[$0].change(since: past[$0])] },
                    isTotal: row.isTotal)
            },
            note: now.note, definitions: now.definitions, stamp: now.stamp, chart: nil)
    }

    /// With what it is compared, and what is not.
    package func messages(_ names: FigureNames, _ localiser: Localiser) -> [Message] {
        guard let term else { return [Message("figures.comparedRows")] }
        let same = Message("figures.comparedWith", ["term": .text(localiser(term.before.message))])
        guard totalBefore == nil else { return [same] }
        guard !unmatched.isEmpty else { return [Message("figures.comparedNothing")] }
        let programmes = unmatched.map { names.programmes[$0] ?? $0 }
        return [same, Message("figures.comparedNew", ["programmes": .list(programmes)])]
    }
}

extension Report.Cell {
    fileprivate func change(since before: Report.Cell) -> Report.Cell {
        guard case .number(let now) = self, case .number(let then) = before else { return .gap }
        return .number(now - then)
    }
}

extension Figures {
    /// How much more a number is than before; nil where nothing is comparable.
    package func change(of measure: Measure, since before: Figures?) -> Int? {
        guard let before else { return nil }
        switch (self[measure], before[measure]) {
        case (.count(let now), .count(let then)): return now - then
        case (.waiting(let now), .waiting(let then)): return now.people - then.people
        default: return nil
        }
    }
}

extension Localiser {
    /// A change with its sign, read from the left in any script.
    package func change(_ change: Int) -> String {
        let sign = change > 0 ? "+" : change < 0 ? "−" : "±"
        return Bidi.leftToRight(sign + number(abs(change)))
    }
}
