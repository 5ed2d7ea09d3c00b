import Courses
import Desk
import Hummingbird
import Statistics

/// What an address asks of the figures: `/figures?by=language,gender&term=2019-vt`.
struct FiguresQuestion: Sendable, Equatable {
    var by: [Dimension] = []
    var filter = FiguresFilter()
    /// Beside the term before.
    var compares = false

    init(
        by: [Dimension] = [], filter: FiguresFilter = FiguresFilter(), compares: Bool = false
    ) {
        self.by = by
        self.filter = filter
        self.compares = compares
    }

    /// - Throws: `Refusal.asked` for what nothing here is called.
    init(_ request: Request) throws {
        try self.init(request.uri.queryParameters.map { ($0.key, $0.value) })
    }

    init(_ fields: [(name: Substring, value: Substring)]) throws {
        try Refusal.asked {
            var asked: [(name: String, values: String)] = []
            for (name, value) in fields {
                switch name {
                case "by": by += try Dimension.list(asked: String(value))
                case "compare": compares = value == "1"
                default: asked.append((String(name), String(value)))
                }
            }
            var once: [Dimension] = []
            for dimension in by where !once.contains(dimension) { once.append(dimension) }
            by = once
            filter = try FiguresFilter(asked: asked)
        }
    }

    /// The address of a page that takes the same.
    func address(_ path: String) -> String {
        var asked = by.isEmpty ? [] : ["by=" + by.map(\.rawValue).joined(separator: ",")]
        for dimension in filter.dimensions {
            let values = filter[dimension].map(LocalAddress.encoded).joined(separator: ",")
            asked.append(dimension.rawValue + "=" + values)
        }
        if compares { asked.append("compare=1") }
        return asked.isEmpty ? path : path + "?" + asked.joined(separator: "&")
    }

    func broken(by dimensions: [Dimension]) -> FiguresQuestion {
        FiguresQuestion(by: dimensions, filter: filter, compares: compares)
    }

    func narrowed(to round: Round?) -> FiguresQuestion {
        var question = self
        question.filter[.round] = round.map { [$0.code] } ?? []
        question.filter[.group] = []
        return question
    }

    /// As far as the county's table can be narrowed.
    var ofCounty: FiguresQuestion {
        var question = FiguresQuestion()
        for dimension in CountyTable.narrowing { question.filter[dimension] = filter[dimension] }
        return question
    }

    /// As far as pictures can be narrowed.
    var ofRounds: FiguresQuestion {
        var question = FiguresQuestion()
        question.filter[.round] = filter[.round]
        return question
    }

    /// The one round that it is about.
    func round(among rounds: [Round]) -> Round? {
        guard filter[.round].count == 1 else { return nil }
        return rounds.first { $0.code == filter[.round].first }
    }
}

extension Refusal {
    /// What an address asks for and there is not, as a refusal that says so.
    static func asked<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as FiguresFilterError where error != .tellsOfProtected {
            throw refusal(of: error)
        }
    }

    static func asked<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let error as FiguresFilterError where error != .tellsOfProtected {
            throw refusal(of: error)
        }
    }

    private static func refusal(of error: FiguresFilterError) -> Refusal {
        worded(error).map { .unknownValue($0.message) } ?? .malformed
    }
}
