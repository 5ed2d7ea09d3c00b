/// A JSON value (RFC 8259) and where it stood in the text.
struct WireValue {
    let content: Content
    /// Bytes of the text that was read.
    let range: Range<Int>

    indirect enum Content {
        case null
        case bool(Bool)
        /// Nil for a number that is no whole one, or too large.
        case number(Int?)
        case string(String)
        case array([WireValue])
        /// In the order in which they stood; of a name that stands twice the first is read.
        case object([(name: String, value: WireValue)])
    }

    /// The named member of an object; nil where there is none, and for `null`.
    subscript(name: String) -> WireValue? {
        guard case .object(let members) = content,
            let value = members.first(where: { $0.name == name })?.value
        else { return nil }
        if case .null = value.content { return nil }
        return value
    }

    var text: String? {
        if case .string(let text) = content { text } else { nil }
    }

    var whole: Int? {
        if case .number(let number) = content { number } else { nil }
    }

    var elements: [WireValue]? {
        if case .array(let elements) = content { elements } else { nil }
    }
}
