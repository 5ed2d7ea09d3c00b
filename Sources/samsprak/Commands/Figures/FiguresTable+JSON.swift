import Courses
import Desk
import Statistics

extension FiguresTable {
    /// The shape that others build on; its version rises when a member changes its meaning.
    func json(_ context: CommandContext) -> JSON {
        [
            "version": .number(1), "ruleVersion": .number(Figures.ruleVersion),
            "asOf": .described(asOf), "use": "internal",
            "dimensions": .list(dimensions.map(\.rawValue)),
            "filter": .list(filter.fields),
            "rows": .array(rows.map { $0.json(context) }), "total": total.json,
        ]
    }
}

extension FiguresComparison {
    /// As of figures alone, each row and the total with what it was in the term before: null where
    /// nothing is comparable, as the total isn't for the programmes that are named as unmatched.
    func json(_ context: CommandContext) -> JSON {
        guard case .object(let members) = table.json(context) else { return .null }
        let rows = zip(table.rows, before).map { row, before in
            row.json(context).adding("before", before?.json ?? .null)
        }
        let others = members.filter { $0.name != "rows" && $0.name != "total" }
        let told: JSON = [
            "rows": .array(rows),
            "total": table.total.json.adding("before", totalBefore?.json ?? .null),
            "termBefore": .described(
                totalBefore == nil && unmatched.isEmpty ? nil : term?.before),
            "unmatched": .list(unmatched),
        ]
        guard case .object(let end) = told else { return .null }
        return .object(others + end)
    }
}

extension JSON {
    fileprivate func adding(_ name: String, _ value: JSON) -> JSON {
        guard case .object(let members) = self else { return self }
        return .object(members + [JSON.Member(name: name, value: value)])
    }
}

extension FiguresTable.Row {
    fileprivate func json(_ context: CommandContext) -> JSON {
        let members = zip(key.map(\.dimension.rawValue), key)
        let codes = members.map { JSON.Member(name: $0, value: .string($1.code)) }
        let words = members.map {
            JSON.Member(name: $0, value: .string($1.text(context.localiser)))
        }
        let head: JSON = ["key": .object(codes), "label": .object(words)]
        guard case .object(let start) = head, case .object(let figures) = figures.json else {
            return head
        }
        return .object(start + figures)
    }
}

extension Figures {
    fileprivate var json: JSON {
        .object(
            Measure.allCases.flatMap { measure -> [JSON.Member] in
                let name = measure.rawValue
                switch self[measure] {
                case .count(let count): return [.init(name: name, value: .number(count))]
                case .rate(let ratio): return [.init(name: name, value: ratio.json)]
                case .waiting(let waiting):
                    return [
                        .init(name: name, value: .number(waiting.people)),
                        .init(name: "waitingDays", value: waiting.meanDays?.json ?? .null),
                    ]
                case .gap: return [.init(name: name, value: .null)]
                }
            })
    }
}

extension Ratio {
    fileprivate var json: JSON {
        ["numerator": .number(numerator), "denominator": .number(denominator)]
    }
}
