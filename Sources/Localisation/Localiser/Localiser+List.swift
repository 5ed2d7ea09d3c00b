import Courses

extension Localiser {
    /// The items with the language's commas and "and", each isolated where its direction could
    /// turn the others.
    package func list(_ items: [String]) -> String {
        let items = items.map { Bidi.isolate($0, in: direction) }
        guard language == .sorani else {
            return formatters.list?.join(items) ?? items.joined(separator: ", ")
        }
        // ICU has no "and" for Sorani.
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: "، ") + " و " + last
    }

    /// Several things in one line, each isolated as in a list.
    package func line(_ parts: [String]) -> String {
        parts.map { Bidi.isolate($0, in: direction) }.joined(separator: " · ")
    }
}
