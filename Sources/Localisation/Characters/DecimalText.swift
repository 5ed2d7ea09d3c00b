/// A decimal number as it was written, with as many decimals: `1.0` and `1` may be different
/// plurals.
package struct DecimalText: Sendable, Hashable {
    /// In ASCII, with a point: `-12.50`.
    package let ascii: String
    /// How many digits stand after the mark.
    package let decimals: Int

    /// Reads digits of any script with at most one decimal mark (`.`, `,` or `٫`) and a sign;
    /// nil for anything else, and for more than 40 digits.
    package init?(_ text: String) {
        var digits = Substring(asciiDigits(text))
        var sign = ""
        if let first = digits.first, first == "-" || first == "\u{2212}" {
            sign = "-"
            digits = digits.dropFirst()
        }
        let parts = digits.split(
            omittingEmptySubsequences: false, whereSeparator: { ".,\u{66B}".contains($0) })
        guard (1...2).contains(parts.count), digits.utf8.count <= 41,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        decimals = parts.count == 2 ? parts[1].utf8.count : 0
        ascii = sign + parts.joined(separator: ".")
    }
}
