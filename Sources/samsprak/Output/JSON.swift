/// A value in JSON whose members keep their order, so that the same answer is the same text.
indirect enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(Int)
    /// A number with three decimals, in thousandths.
    case thousandths(Int)
    case string(String)
    case array([JSON])
    case object([Member])

    struct Member: Sendable, Equatable {
        let name: String
        let value: JSON
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral {
    init(stringLiteral value: String) { self = .string(value) }

    init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { Member(name: $0.0, value: $0.1) })
    }

    /// What something is called, or null.
    static func described(_ value: (some CustomStringConvertible)?) -> JSON {
        value.map { .string($0.description) } ?? .null
    }

    static func number(_ value: Int?) -> JSON { value.map { .number($0) } ?? .null }

    static func list(_ values: [some CustomStringConvertible]) -> JSON {
        .array(values.map { .string($0.description) })
    }

    /// The object with more members after its own; anything else as it is.
    func with(_ more: KeyValuePairs<String, JSON>) -> JSON {
        guard case .object(let members) = self else { return self }
        return .object(members + more.map { Member(name: $0.key, value: $0.value) })
    }
}
