/// Reads the literal arguments of one call in Swift source.
struct LiteralReader {
    private let letters: [Character]
    private var index: Int

    init(_ letters: [Character], at index: Int) {
        self.letters = letters
        self.index = index
    }

    private var current: Character? { index < letters.count ? letters[index] : nil }

    /// The key, and each argument's name with its value's source; nil unless all are literals.
    mutating func call() -> (key: String, arguments: [String: String])? {
        skipBlanks()
        guard let key = string() else { return nil }
        skipBlanks()
        if current == ")" { return (key, [:]) }
        guard current == "," else { return nil }
        index += 1
        skipBlanks()
        if current == ")" { return (key, [:]) }
        if current != "[" {
            let name = identifier()
            guard let start = constant(name) else { return nil }
            index = start
        }
        guard let arguments = dictionary() else { return nil }
        return (key, arguments)
    }

    private mutating func identifier() -> String {
        var name = ""
        while let letter = current, letter.isLetter || letter.isNumber {
            name.append(letter)
            index += 1
        }
        return name
    }

    /// Where the dictionary literal begins that `let name = [` last gave this name before here.
    private func constant(_ name: String) -> Int? {
        guard !name.isEmpty, current == ")" else { return nil }
        let declaration = Array("let \(name)")
        let starts = letters[..<index].indices.reversed().lazy.filter { start in
            letters[start..<index].starts(with: declaration)
        }
        guard let start = starts.first,
            let equals = letters[start..<index].firstIndex(of: "=")
        else { return nil }
        let value = letters[(equals + 1)..<index].firstIndex { !$0.isWhitespace }
        return value.flatMap { letters[$0] == "[" ? $0 : nil }
    }

    private mutating func skipBlanks() {
        while let letter = current, letter.isWhitespace { index += 1 }
    }

    /// A string without interpolation.
    private mutating func string() -> String? {
        guard current == "\"" else { return nil }
        index += 1
        var text = ""
        while let letter = current, letter != "\"" {
            guard letter != "\\", letter != "\n" else { return nil }
            text.append(letter)
            index += 1
        }
        index += 1
        return text
    }

    private mutating func dictionary() -> [String: String]? {
        guard current == "[" else { return nil }
        index += 1
        var found: [String: String] = [:]
        while true {
            skipBlanks()
            if current == ":" || current == "," {
                index += 1
            } else if current == "]" {
                return found
            }
            skipBlanks()
            if current == "]" { return found }
            guard let name = string() else { return nil }
            skipBlanks()
            guard current == ":" else { return nil }
            index += 1
            found[name] = value()
        }
    }

    /// Everything up to the next comma or bracket that belongs to the dictionary.
    private mutating func value() -> String {
        var depth = 0
        var text = ""
        var isString = false
        while let letter = current {
            if letter == "\"" { isString.toggle() }
            if !isString {
                if depth == 0, letter == "," || letter == "]" { break }
                if "([{".contains(letter) { depth += 1 }
                if ")]}".contains(letter) { depth -= 1 }
            }
            text.append(letter)
            index += 1
        }
        return String(text.drop { $0.isWhitespace })
    }
}
