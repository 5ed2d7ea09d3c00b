/// What tells a certificate from all others: eleven random letters, and a twelfth that checks them.
///
/// The letters are `Identifier`'s. Taken as a polynomial over the field of 32 elements
/// (x⁵ + x² + 1), they are zero at its generator: no number turns into another by one wrong letter,
/// nor by two that changed places, so that a typing error is told from an unknown number. 55 random
/// bits are neither guessed nor tell how many there are.
package struct CertificateNumber: Hashable, Sendable {
    /// Twelve letters' values, each below 32.
    private let values: [UInt8]

    /// - Parameter bits: of which the lowest 55 count.
    package init(bits: UInt64) {
        let random = (0..<11).reversed().map { UInt8(bits >> (5 * $0) & 31) }
        values = random + [Self.product(Self.sum(random))]
    }

    /// As somebody typed it: in either case, with or without hyphens and blanks, in any digits.
    ///
    /// Nil for what can be no number: something was mistyped.
    package init?(_ text: String) {
        var values: [UInt8] = []
        for scalar in text.unicodeScalars where !Self.isBetween(scalar) {
            guard let value = Self.value(scalar), values.count < 12 else { return nil }
            values.append(value)
        }
        guard values.count == 12, Self.sum(values) == 0 else { return nil }
        self.values = values
    }

    /// As it was stored, whatever has become of it: the letter that checks the others is not asked.
    ///
    /// Nil for what is not twelve letters in a row.
    package init?(stored text: String) {
        let values = text.utf8.compactMap { Letters.digit($0) }
        guard values.count == 12, text.utf8.count == 12 else { return nil }
        self.values = values
    }

    private static func isBetween(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation
            || scalar.properties.generalCategory == .format
    }

    private static func value(_ scalar: Unicode.Scalar) -> UInt8? {
        if let digit = scalar.decimalDigit { return digit }
        return scalar.isASCII ? Letters.digit(UInt8(scalar.value)) : nil
    }

    /// The polynomial's value at the generator, the first letter being the highest.
    private static func sum(_ values: [UInt8]) -> UInt8 {
        values.reduce(0) { product($0) ^ $1 }
    }

    /// The generator times an element.
    private static func product(_ element: UInt8) -> UInt8 {
        element & 16 == 0 ? element << 1 : element << 1 ^ 0b10_0101
    }

    /// Twelve letters in a row, as they are stored.
    package var plain: String {
        String(decoding: values.map { Letters.all[Int($0)] }, as: UTF8.self)
    }
}

extension CertificateNumber: CustomStringConvertible {
    /// As it is printed: `7XK2-9QMD-04TW`.
    package var description: String {
        let letters = Array(plain.uppercased())
        return [0, 4, 8].map { String(letters[$0..<($0 + 4)]) }.joined(separator: "-")
    }
}
