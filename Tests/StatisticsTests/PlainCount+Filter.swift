import Courses
import Statistics

extension PlainCount {
    /// The same, of those events alone that stand under one of the filter's values in each of its
    /// dimensions.
    func count(_ filter: FiguresFilter) -> (rows: [Key: Figures], total: Figures) {
        let others = filter.dimensions.filter { !dimensions.contains($0) }
        let rows = asking(dimensions + others).figures(under: filter, width: dimensions.count)
        let total = asking(filter.dimensions).figures(under: filter, width: 0)
        return (
            rows, total[[]] ?? asking(filter.dimensions).gaps(in: [[]: Figures()])[[]] ?? Figures()
        )
    }

    private func asking(_ dimensions: [Dimension]) -> PlainCount {
        PlainCount(facts: facts, rounds: rounds, dimensions: dimensions, asOf: asOf)
    }

    private func figures(under filter: FiguresFilter, width: Int) -> [Key: Figures] {
        let events = allEvents().mapValues { events in
            events.compactMap { event -> Event? in
                var event = event
                event.keys = Set(
                    event.keys.filter { passes($0, filter) }.map { Array($0.prefix(width)) })
                return event.keys.isEmpty ? nil : event
            }
        }
        let keys = Set(events.flatMap { $0.value.flatMap(\.keys) })
        return gaps(
            in: Dictionary(
                uniqueKeysWithValues: keys.map { key in
                    (key, figures(events.mapValues { $0.filter { $0.keys.contains(key) } }))
                }))
    }

    private func passes(_ key: Key, _ filter: FiguresFilter) -> Bool {
        zip(dimensions, key).allSatisfy { dimension, code in
            filter[dimension].isEmpty || filter[dimension].contains(code)
        }
    }
}
