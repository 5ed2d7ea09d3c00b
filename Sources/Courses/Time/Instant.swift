/// A moment, in milliseconds since 1970-01-01T00:00:00Z, leap seconds left out.
package struct Instant: Hashable, Sendable, Comparable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    package func adding(milliseconds: Int64) -> Instant {
        Instant(milliseconds: self.milliseconds + milliseconds)
    }
}

extension Instant: LosslessStringConvertible {
    /// RFC 3339 in UTC with milliseconds, `2020-04-21T15:00:00.000Z`.
    package var description: String {
        let day = floorDivide(milliseconds, 86_400_000)
        let rest = Int(milliseconds - day * 86_400_000)
        let time =
            "\(padded(rest / 3_600_000, 2)):\(padded(rest / 60_000 % 60, 2))"
            + ":\(padded(rest / 1000 % 60, 2)).\(padded(rest % 1000, 3))"
        return "\(LocalDate(dayNumber: Int(day)))T\(time)Z"
    }

    /// Reads RFC 3339 with `Z` or a numeric offset and up to nine digits of a second, of which
    /// three are kept.
    package init?(_ description: String) {
        let bytes = Array(description.utf8)
        guard bytes.count >= 20, let date = LocalDate(ascii(bytes[0..<10])),
            [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[10]),
            let time = LocalTime(ascii(bytes[11..<16])), bytes[16] == UInt8(ascii: ":"),
            let second = Int(digits: ascii(bytes[17..<19])), second < 60,
            let (fraction, zone) = Self.fraction(bytes[19...]), let offset = Self.offset(zone)
        else { return nil }
        let minutes = Int64(date.dayNumber) * 1440 + Int64(time.minutes - offset)
        self.init(milliseconds: (minutes * 60 + Int64(second)) * 1000 + Int64(fraction))
    }

    private static func fraction(_ rest: ArraySlice<UInt8>) -> (Int, ArraySlice<UInt8>)? {
        guard rest.first == UInt8(ascii: ".") else { return (0, rest) }
        let digits = rest.dropFirst().prefix { (48...57).contains($0) }
        guard (1...9).contains(digits.count) else { return nil }
        let milliseconds = ascii(digits.prefix(3)).padding(3)
        return (Int(digits: milliseconds) ?? 0, rest.dropFirst(1 + digits.count))
    }

    /// Minutes east of Greenwich.
    private static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
        if [[UInt8(ascii: "Z")], [UInt8(ascii: "z")]].contains(Array(zone)) { return 0 }
        guard zone.count == 6, let time = LocalTime(ascii(zone.dropFirst())) else { return nil }
        switch zone.first {
        case UInt8(ascii: "+"): return time.minutes
        case UInt8(ascii: "-"): return -time.minutes
        default: return nil
        }
    }
}

extension String {
    fileprivate func padding(_ length: Int) -> String {
        self + String(repeating: "0", count: max(0, length - utf8.count))
    }
}

private func ascii(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
}
