/// A place in the sources where a message is made.
struct MessageUse: Hashable {
    let file: String
    let line: Int
    let key: String
    /// Each argument's name, and how its value is written.
    let arguments: [String: String]
}

/// A place where the key or the names cannot be read, since they are not literals.
struct UnreadableUse: Hashable {
    let file: String
    let line: Int
}

struct MessageUses {
    var uses: [MessageUse] = []
    var unreadable: [UnreadableUse] = []

    /// Reads `Message("key", ["name": …])` and `….text("key", ["name": …])` in Swift.
    mutating func scan(swift source: String, file: String) {
        let letters = Array(withoutComments(source))
        for opening in openings(letters) {
            var reader = LiteralReader(letters, at: opening)
            let line = 1 + letters[..<opening].count { $0 == "\n" }
            guard let use = reader.call() else {
                unreadable.append(UnreadableUse(file: file, line: line))
                continue
            }
            uses.append(
                MessageUse(file: file, line: line, key: use.key, arguments: use.arguments))
        }
    }

    /// Reads `{{#text}}key{{/text}}` in a template.
    mutating func scan(template source: String, file: String) {
        for part in source.split(separator: "{{#text}}", omittingEmptySubsequences: false)
            .dropFirst()
        {
            let before = source[..<part.startIndex]
            let line = 1 + before.count { $0 == "\n" }
            let pieces = part.split(separator: "{{", maxSplits: 1)
            guard let key = pieces.first, pieces.count == 2, pieces[1].hasPrefix("/text}}")
            else {
                unreadable.append(UnreadableUse(file: file, line: line))
                continue
            }
            uses.append(MessageUse(file: file, line: line, key: String(key), arguments: [:]))
        }
    }

    /// The positions just after the bracket of each call.
    private func openings(_ letters: [Character]) -> [Int] {
        let message = Array("Message(")
        let text = Array(".text(")
        return letters.indices.compactMap { index in
            if letters[index...].starts(with: message) {
                let before = identifier(letters, endingBefore: index)
                return before.isEmpty ? index + message.count : nil
            }
            guard letters[index...].starts(with: text) else { return nil }
            let opening = index + text.count
            let receiver = identifier(letters, endingBefore: index)
            return isLocaliser(receiver, followedBy: letters[opening...]) ? opening : nil
        }
    }

    /// Whether `….text(` is a localiser's: on a type or on nothing it makes an argument, and on
    /// something else with no literal it is another method.
    private func isLocaliser(
        _ receiver: String, followedBy rest: ArraySlice<Character>
    ) -> Bool {
        guard let first = receiver.first, !first.isUppercase else { return false }
        return receiver.lowercased().hasSuffix("localiser")
            || rest.first { !$0.isWhitespace } == "\""
    }

    private func identifier(_ letters: [Character], endingBefore index: Int) -> String {
        var start = index
        while start > 0, isPart(letters[start - 1]) { start -= 1 }
        return String(letters[start..<index])
    }

    private func isPart(_ letter: Character) -> Bool {
        letter.isLetter || letter.isNumber || "_)]?!".contains(letter)
    }

    /// Lines that are comments are left empty, so that the others keep their number.
    private func withoutComments(_ source: String) -> String {
        source.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.drop { $0 == " " }.hasPrefix("//") ? "" : String(line)
        }.joined(separator: "\n")
    }
}
