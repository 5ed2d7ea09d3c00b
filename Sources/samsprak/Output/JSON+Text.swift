extension JSON {
    /// Indented by two spaces, with a line's end after it.
    var text: String {
        var text = ""
        write(to: &text, indent: "\n")
        return text + "\n"
    }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let value): text += String(value)
        case .thousandths(let value): text += Self.decimal(value)
        case .string(let value): Self.quote(value, to: &text)
        case .array(let values): Self.writeArray(values, to: &text, indent: indent)
        case .object(let members): Self.writeObject(members, to: &text, indent: indent)
        }
    }

    private static func decimal(_ thousandths: Int) -> String {
        let rest = String(thousandths.magnitude % 1000 + 1000).dropFirst()
        return (thousandths < 0 ? "-" : "") + String(thousandths.magnitude / 1000) + "." + rest
    }

    private static func writeArray(_ values: [JSON], to text: inout String, indent: String) {
        guard !values.isEmpty else { return text += "[]" }
        let inner = indent + "  "
        text += "["
        for (index, value) in values.enumerated() {
            text += index == 0 ? inner : "," + inner
            value.write(to: &text, indent: inner)
        }
        text += indent + "]"
    }

    private static func writeObject(_ members: [Member], to text: inout String, indent: String) {
        guard !members.isEmpty else { return text += "{}" }
        let inner = indent + "  "
        text += "{"
        for (index, member) in members.enumerated() {
            text += index == 0 ? inner : "," + inner
            quote(member.name, to: &text)
            text += ": "
            member.value.write(to: &text, indent: inner)
        }
        text += indent + "}"
    }

    private static func quote(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
