import Courses
import Localisation
package import Statistics

extension ChartWords {
    package func retention(_ dropOuts: [DropOut]) -> Chart {
        let title = say(Message("charts.retention"))
        let text = description(Message("charts.retentionDescription"))
        let (number, left, placed) = (
            say(Message("charts.session")), say(Message("charts.left")),
            say(Message("charts.placed"))
        )
        let steps = dropOuts.map {
            Steps.Step(number: $0.number, left: $0.placed - $0.withdrawn, placed: $0.placed)
        }
        return Chart(
            name: .retention, finding: say(finding(steps)), description: text,
            plot: steps.isEmpty
                ? nil
                : .steps(
                    Steps(leftText: left, numberText: number, placedText: placed, steps: steps)),
            report: report(
                title, text,
                columns: [
                    Report.Column(code: "session", heading: number, kind: .name),
                    Report.Column(code: "left", heading: left),
                    Report.Column(code: "placed", heading: placed),
                ],
                rows: steps.map {
                    Report.Row([
                        .name(code: String($0.number), text: localiser.number($0.number)),
                        .number($0.left), .number($0.placed),
                    ])
                }, measures: []))
    }

    private func finding(_ steps: [Steps.Step]) -> Message {
        guard let last = steps.last else { return Message("charts.retentionNone") }
        if steps.allSatisfy({ $0.left == $0.placed }) {
            return Message(
                "charts.retentionAll",
                ["number": .number(last.number), "placed": .number(last.placed)])
        }
        return Message(
            "charts.retentionLeft",
            [
                "number": .number(last.number), "left": .number(last.left),
                "placed": .number(last.placed),
            ])
    }
}
