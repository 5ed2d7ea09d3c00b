import Courses

extension TextDoors {
    /// A message said with arguments written `name=value`; exactly those that it names.
    package static func message(
        _ key: String, language: String, arguments: [String] = []
    ) throws(TextError) -> MessageAnswer {
        let localiser = try localiser(language)
        guard let words = localiser.formatters.messages[key],
            let pattern = MessagePattern(words)
        else { throw .unknownMessage(key) }
        let given = try pairs(arguments)
        let names = Set(given.keys)
        guard names.isSuperset(of: pattern.names) else {
            throw .missingArguments(pattern.names.subtracting(names).sorted())
        }
        guard names.isSubset(of: pattern.names) else {
            throw .unknownArguments(names.subtracting(pattern.names).sorted())
        }
        var values: [String: Argument] = [:]
        for (name, value) in given { values[name] = try argument(name, value, pattern) }
        return MessageAnswer(text: localiser(Message(key, values)))
    }

    private static func pairs(_ arguments: [String]) throws(TextError) -> [String: String] {
        var pairs: [String: String] = [:]
        for argument in arguments {
            let parts = argument.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, pairs[String(parts[0])] == nil else {
                throw .malformedArgument(argument)
            }
            pairs[String(parts[0])] = String(parts[1])
        }
        return pairs
    }

    /// A number where the message counts, text elsewhere.
    private static func argument(
        _ name: String, _ value: String, _ pattern: MessagePattern
    ) throws(TextError) -> Argument {
        let isCounted = pattern.arguments.contains {
            $0.name == name && ($0.kind == .plural || $0.kind == .simple)
        }
        guard isCounted else { return .text(value) }
        guard let number = DecimalText(value) else {
            throw .notCountable(argument: name, value: value)
        }
        guard number.decimals == 0, let whole = Int(number.ascii) else {
            return .decimal(number)
        }
        return .number(whole)
    }
}
