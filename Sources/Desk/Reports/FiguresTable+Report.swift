import Courses
package import Localisation
package import Statistics

extension FiguresTable {
    /// All measures, one row for each key, the total last.
    ///
    package func report(_ names: FigureNames, _ localiser: Localiser) -> Report {
        let stamp = Report.Stamp(asOf: asOf, ruleVersion: Figures.ruleVersion, filter: filter)
        let keys = dimensions.map {
            Report.Column(code: $0.rawValue, heading: localiser($0.message), kind: .name)
        }
        let total = localiser(Message("command.statistics.total"))
        let totalKey = dimensions.indices.map { index in
            Report.Cell.name(
                code: index == 0 ? "total" : "", text: index == 0 ? total : "")
        }
        return Report(
            language: localiser.language, title: localiser(Message("figures.title")),
            preamble: stamp.preamble(localiser, names),
            columns: keys + Measure.allCases.flatMap { $0.columns(localiser) },
            rows: rows.map { row in
                Report.Row(
                    row.key.map {
                        .name(code: $0.code, text: $0.text(localiser, roundNames: names.rounds))
                    } + row.figures.cells)
            } + [Report.Row(totalKey + self.total.cells, isTotal: true)],
            note: localiser(Message("command.statistics.uniqueNote")),
            definitions: Measure.allCases.map { $0.definition(localiser) }, stamp: stamp,
            chart: nil)
    }
}

extension Measure {
    /// A rate is followed by its two numbers, waiting by the days that the placed waited.
    func columns(_ localiser: Localiser) -> [Report.Column] {
        let heading = localiser(message)
        switch self {
        case .attendanceRate:
            return [
                Report.Column(code: rawValue, heading: heading, kind: .percent),
                Report.Column(
                    code: "attendanceRateNumerator",
                    heading: localiser(Message("report.numerator", ["rate": .text(heading)]))),
                Report.Column(
                    code: "attendanceRateDenominator",
                    heading: localiser(Message("report.denominator", ["rate": .text(heading)]))),
            ]
        case .waiting:
            return [
                Report.Column(code: "waiting", heading: heading),
                Report.Column(
                    code: "waitingDays", heading: localiser(Message("report.waitingDays"))),
                Report.Column(
                    code: "waitingDaysPeople", heading: localiser(Message("report.waitingPlaced"))),
            ]
        default: return [Report.Column(code: rawValue, heading: heading)]
        }
    }
}

extension Figures {
    /// In the order of the measures' columns.
    var cells: [Report.Cell] {
        Measure.allCases.flatMap { measure -> [Report.Cell] in
            switch self[measure] {
            case .count(let count): [.number(count)]
            case .rate(let ratio):
                [.percent(ratio), .number(ratio.numerator), .number(ratio.denominator)]
            case .waiting(let waiting):
                [.number(waiting.people), .number(waiting.days), .number(waiting.placed)]
            case .gap:
                switch measure {
                case .attendanceRate, .waiting: [.gap, .gap, .gap]
                default: [.gap]
                }
            }
        }
    }
}
