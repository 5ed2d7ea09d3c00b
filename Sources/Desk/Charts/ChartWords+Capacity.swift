package import Courses
import Localisation
package import Statistics

extension ChartWords {
    /// - Parameters:
    ///   - seats: of open groups.
    ///   - waiting: nil where it isn't known for which of them.
    ///   - rounds: when there are several, each group is told with its own.
    package func capacity(
        _ seats: [GroupSeats], waiting: Int?, groups: [Group], rounds: [Round]
    ) -> Chart {
        let title = say(Message("charts.capacity"))
        let text = description(Message("charts.capacityDescription"))
        let taken = self.taken(seats, groups, rounds)
        let free = taken.reduce(0) { $0 + max(0, $1.group.size.maximum - $1.people) }
        let finding =
            taken.isEmpty
            ? Message("charts.capacityNone")
            : waiting.map {
                Message("charts.capacityFree", ["free": .number(free), "waiting": .number($0)])
            } ?? Message("charts.capacityFreeAlone", ["free": .number(free)])
        let waitingName = say(Measure.waiting.message)
        let last = Report.Row([
            .name(code: "waiting", text: waitingName), waiting.map { .number($0) } ?? .gap, .gap,
            .gap,
        ])
        return Chart(
            name: .capacity, finding: say(finding), description: text,
            plot: taken.isEmpty
                ? nil
                : .seats(
                    SeatBars(
                        bars: taken.map {
                            SeatBars.Bar(
                                name: $0.name, people: $0.people,
                                maximum: $0.group.size.maximum)
                        }
                            + (waiting.map {
                                [SeatBars.Bar(name: waitingName, people: $0, maximum: nil)]
                            } ?? []))),
            report: report(
                title, text,
                columns: [
                    Report.Column(
                        code: "group", heading: say(Dimension.group.message), kind: .name),
                    Report.Column(code: "people", heading: say(Message("charts.people"))),
                    Report.Column(code: "minimum", heading: say(Message("charts.minimum"))),
                    Report.Column(code: "maximum", heading: say(Message("charts.maximum"))),
                ],
                rows: taken.isEmpty ? [] : taken.map(\.row) + [last], measures: [.waiting]))
    }

    private func taken(
        _ seats: [GroupSeats], _ groups: [Group], _ rounds: [Round]
    ) -> [TakenSeats] {
        let known = Dictionary(groups.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        let names = Dictionary(
            rounds.map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
        let found = seats.compactMap { seat in known[seat.group].map { ($0, seat.people) } }
        let isOfSeveral = Set(found.map(\.0.round)).count > 1
        let named = found.map { group, people in
            let round = isOfSeveral ? names[group.round] : nil
            return TakenSeats(
                group: group,
                name: localiser.line([round, group.name].compactMap(\.self)), people: people)
        }
        return localiser.sorted(named) { $0.name }
    }
}

private struct TakenSeats {
    let group: Group
    let name: String
    let people: Int

    var row: Report.Row {
        Report.Row([
            .name(code: group.id.description, text: name), .number(people),
            .number(group.size.minimum), .number(group.size.maximum),
        ])
    }
}
