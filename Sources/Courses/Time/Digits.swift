/// The number in at least `width` ASCII digits.
package func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Int {
    /// The number that ASCII digits write, with no sign and no space; nil for anything else.
    package init?(digits text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        self.init(text)
    }

    /// Nil unless all are ASCII digits; at most 18 of them.
    init?(asciiDigits bytes: Slice<UnsafeRawBufferPointer>) {
        guard (1...18).contains(bytes.count) else { return nil }
        var number = 0
        for byte in bytes {
            guard (48...57).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 48)
        }
        self = number
    }
}

/// The quotient rounded down, for negative dividends too; `divisor` is above 0.
func floorDivide(_ dividend: Int64, _ divisor: Int64) -> Int64 {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
}
