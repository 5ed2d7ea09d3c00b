import CICU

/// What a MessageFormat pattern asks for.
struct MessagePattern {
    struct Argument: Hashable {
        enum Kind: String {
            case plain, simple, plural, ordinal, select, choice
        }

        let name: String
        let kind: Kind
        let selectors: [String]
    }

    /// In the order in which they stand, nested ones too; a name may come more than once.
    let arguments: [Argument]

    var names: Set<String> { Set(arguments.map(\.name)) }

    /// Nil when the pattern is wrong.
    init?(_ pattern: String) {
        let lines = withBytes(pattern) { bytes, count in
            icuText { cicu_message_arguments(bytes, count, $0, $1) }
        }
        guard let lines else { return nil }
        arguments = lines.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 3, let kind = Argument.Kind(rawValue: String(fields[1]))
            else { return nil }
            let selectors = fields[2].split(separator: " ").map(String.init)
            return Argument(name: String(fields[0]), kind: kind, selectors: selectors)
        }
    }
}
