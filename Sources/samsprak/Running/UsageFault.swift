import Localisation

/// How a command was written wrong, as far as the parser's error can be told apart.
///
/// The parser gives its errors out as English sentences alone. Their kind is read from the name of
/// the error's case and what they name from what stands in quotes; a test holds each of them, and
/// what is not recognised stays in the parser's own words.
struct UsageFault {
    let message: Message
    /// What shows how it is written: `samsprak place --help`.
    let help: String

    /// - Parameter text: the parser's own words, with its advice.
    init?(_ error: any Error, text: String) {
        help = Self.quoted(text[...]).last { $0.hasSuffix("--help") } ?? "samsprak --help"
        if let known = error as? UsageError {
            message = known.message
            return
        }
        guard let name = Self.fault(in: error) else { return nil }
        if name.label == "userValidationError", let known = name.value as? UsageError {
            message = known.message
            return
        }
        guard let found = Self.message(name.label ?? "", name.value, text) else { return nil }
        message = found
    }

    /// The name and the content of the case that the parser hides in its error.
    private static func fault(in error: any Error) -> Mirror.Child? {
        let parserError = Mirror(reflecting: error).children
            .first { $0.label == "parserError" }
        return parserError.flatMap { Mirror(reflecting: $0.value).children.first }
    }

    static func isUnknownOption(_ error: any Error) -> Bool {
        fault(in: error)?.label == "unknownOption"
    }

    private static func message(
        _ name: String, _ content: Any, _ text: String
    ) -> Message? {
        let names = quoted(text.prefix { $0 != "\n" })
        switch name {
        case "unknownOption", "invalidOption", "nonAlphanumericShortOption":
            guard let option = names.first else { return nil }
            return Message("command.usage.unknownOption", ["option": .text(option)])
        case "missingValueForOption", "missingValueOrUnknownCompositeOption":
            guard let option = names.first else { return nil }
            return Message("command.usage.valueMissing", ["option": .text(option)])
        case "unexpectedValueForOption":
            guard let option = names.first else { return nil }
            return Message("command.usage.takesNoValue", ["option": .text(option)])
        case "unexpectedExtraValues":
            return Message("command.usage.tooMuch", ["values": .list(names)])
        case "noValue":
            return names.isEmpty ? nil : Message("command.usage.missing", ["names": .list(names)])
        case "unableToParseValue": return invalid(content, text)
        default: return nil
        }
    }

    /// The values that would do stand in the same sentence, or each on a line of its own.
    private static func invalid(_ content: Any, _ text: String) -> Message? {
        let known = Mirror(reflecting: content).children.compactMap { $0.value as? UsageError }
        if let known = known.first { return known.message }
        let texts = Mirror(reflecting: content).children.compactMap { $0.value as? String }
        guard let value = texts.first, let end = text.firstRange(of: "'\(value)'")?.upperBound
        else { return nil }
        let lines = text[end...].split(separator: "\n")
        let names = quoted(lines.first ?? "")
        let listed = lines.filter { $0.hasPrefix("  - ") }.map { String($0.dropFirst(4)) }
        guard let option = names.first else { return nil }
        let values = names.dropFirst() + listed
        guard !values.isEmpty else {
            return Message(
                "command.usage.invalid", ["value": .text(value), "option": .text(option)])
        }
        return Message(
            "command.usage.notAmong",
            [
                "value": .text(value), "option": .text(option),
                "values": .list(Array(values)),
            ])
    }

    /// What stands between apostrophes.
    private static func quoted(_ text: Substring) -> [String] {
        let parts = text.split(separator: "'", omittingEmptySubsequences: false)
        return stride(from: 1, to: parts.count - 1, by: 2).map { String(parts[$0]) }
    }

    func lines(_ localiser: Localiser) -> String {
        let advice = Message("command.usage.help", ["command": .text(help)])
        return localiser(message) + "\n" + localiser(advice) + "\n"
    }
}
