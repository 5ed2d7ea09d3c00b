/// The ASCII character between two cells.
package struct Delimiter: Hashable, Sendable {
    package let byte: UInt8

    /// Nil for what a cell or a line is made of: letters, digits, quotes, spaces, line ends, and
    /// whatever is not ASCII.
    package init?(_ character: Character) {
        guard let byte = character.asciiValue, byte == UInt8(ascii: "\t") || byte > 32, byte < 127,
            !character.isLetter, !character.isNumber, character != "\"", character != "'"
        else { return nil }
        self.byte = byte
    }

    private init(_ scalar: Unicode.Scalar) {
        byte = UInt8(ascii: scalar)
    }

    package static let semicolon = Delimiter(";" as Unicode.Scalar)
    package static let comma = Delimiter("," as Unicode.Scalar)
    package static let tab = Delimiter("\t" as Unicode.Scalar)
    package static let bar = Delimiter("|" as Unicode.Scalar)

    /// What a file may be cut by without saying so; where two fit alike, the earlier is meant.
    package static let candidates: [Delimiter] = [.semicolon, .tab, .comma, .bar]

    package var character: Character { Character(Unicode.Scalar(byte)) }
}
