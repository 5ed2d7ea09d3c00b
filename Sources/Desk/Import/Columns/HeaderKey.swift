import Courses

/// What is left of a header when case, accents, spaces and signs are taken away.
struct HeaderKey: Hashable, Sendable {
    let letters: String

    /// `Person-nr:*` gives `personnr`, `FÖRNAMN` and `Fornamn` both `fornamn`.
    init(_ header: some StringProtocol) {
        var letters = String.UnicodeScalarView()
        for scalar in header.lowercased().unicodeScalars {
            if let plain = Self.plain[scalar] {
                letters.append(plain)
            } else if let digit = scalar.decimalDigit {
                letters.append(Unicode.Scalar(UInt8(ascii: "0") + digit))
            } else if scalar.properties.isAlphabetic,
                scalar.properties.generalCategory != .nonspacingMark
            {
                letters.append(scalar)
            }
        }
        self.letters = String(letters)
    }

    /// The header without what stands in brackets: `Telefon (mobil)`, `Kön [M/K]`.
    init?(withoutBrackets header: String) {
        guard let open = header.firstIndex(where: { "([{".contains($0) }) else { return nil }
        let close =
            header.lastIndex(where: { ")]}".contains($0) })
            ?? header.index(
                before: header.endIndex)
        guard close >= open else { return nil }
        self.init(String(header[..<open]) + String(header[header.index(after: close)...]))
    }

    private static let plain: [Unicode.Scalar: Unicode.Scalar] = {
        let accents: [(String, Unicode.Scalar)] = [
            ("åäàáâãā", "a"), ("öøòóôõō", "o"), ("éèêëē", "e"), ("üùúûū", "u"), ("íìîïī", "i"),
            ("ýÿ", "y"), ("ñ", "n"), ("çč", "c"), ("šş", "s"),
        ]
        var plain: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (accented, letter) in accents {
            for scalar in accented.unicodeScalars { plain[scalar] = letter }
        }
        return plain
    }()
}
