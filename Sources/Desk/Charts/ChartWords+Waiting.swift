import Courses
import Localisation
package import Statistics

extension ChartWords {
    package func waiting(_ bands: WaitBands) -> Chart {
        let title = say(Message("charts.waiting"))
        let text = description(
            Message("charts.waitingDescription", ["few": .text(few)]))
        let ranges = (0..<bands.bands).map { band in
            band * bands.weeks...(band + 1) * bands.weeks - 1
        }
        return Chart(
            name: .waiting, finding: say(finding(bands)), description: text,
            plot: bands.rows.isEmpty ? nil : .dots(dots(bands)),
            report: report(
                title, text,
                columns: [
                    Report.Column(
                        code: "language", heading: say(Dimension.language.message), kind: .name)
                ]
                    + ranges.map {
                        Report.Column(
                            code: "weeks\($0.lowerBound)-\($0.upperBound)",
                            heading: say(
                                Message("charts.weekBand", ["weeks": .text(range($0))])))
                    } + [
                        Report.Column(
                            code: "placed", heading: say(Message("report.waitingPlaced"))),
                        Report.Column(code: "medianDays", heading: say(Message("charts.median"))),
                    ], rows: bands.rows.map(row), measures: [.waiting]))
    }

    private func finding(_ bands: WaitBands) -> Message {
        if let median = bands.median {
            return Message("charts.waitingHalf", ["days": .number(median)])
        }
        return bands.rows.isEmpty ? Message("charts.waitingNone") : Message("charts.waitingFew")
    }

    private func dots(_ bands: WaitBands) -> WaitDots {
        WaitDots(
            weeks: bands.weeks,
            rows: bands.rows.map { row in
                WaitDots.Row(
                    name: name(of: row.language).words, dots: row.bands.map(WaitDots.Dot.init),
                    median: row.median,
                    medianText: row.median.map {
                        say(Message("charts.medianIs", ["days": .number($0)]))
                    })
            }, fewText: few, axisText: say(Message("charts.weeks")))
    }

    private func row(_ row: WaitBands.Row) -> Report.Row {
        Report.Row(
            [name(of: row.language)] + row.bands.map { cell($0) } + [
                row.placed.map { cell($0) } ?? .gap, row.median.map { .number($0) } ?? .gap,
            ])
    }

    private func cell(_ count: WaitBands.Count) -> Report.Cell {
        switch count {
        case .none: .number(0)
        case .few: .name(code: "<5", text: few)
        case .people(let count): .number(count)
        }
    }

    private var few: String { range(1...4) }

    /// From the left to the right in any line, and never over two.
    private func range(_ range: ClosedRange<Int>) -> String {
        let (from, through) = (
            localiser.number(range.lowerBound), localiser.number(range.upperBound)
        )
        return Bidi.leftToRight(from == through ? from : from + "\u{2060}–\u{2060}" + through)
    }
}

extension WaitDots.Dot {
    fileprivate init(_ count: WaitBands.Count) {
        self =
            switch count {
            case .none: .none
            case .few: .few
            case .people(let count): .people(count)
            }
    }
}
