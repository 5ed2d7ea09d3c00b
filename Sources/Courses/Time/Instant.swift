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
        var description = description
        let read = description.withUTF8 { Self.milliseconds(UnsafeRawBufferPointer($0)) }
        guard let read else { return nil }
        self.init(milliseconds: read)
    }

    private static func milliseconds(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        guard bytes.count >= 20,
            let date = LocalDate(isoBytes: UnsafeRawBufferPointer(rebasing: bytes[0..<10])),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t") || bytes[10] == 0x20,
            let time = minutes(bytes[11..<16]), bytes[16] == UInt8(ascii: ":"),
            let second = Int(asciiDigits: bytes[17..<19]), second < 60,
            let (fraction, zone) = fraction(bytes[19...]), let offset = offset(zone)
        else { return nil }
        let minutes = Int64(date.dayNumber) * 1440 + Int64(time - offset)
        return (minutes * 60 + Int64(second)) * 1000 + Int64(fraction)
    }

    private typealias Bytes = Slice<UnsafeRawBufferPointer>

    /// Minutes since midnight of `17:30`.
    private static func minutes(_ bytes: Bytes) -> Int? {
        guard bytes.count == 5, bytes[bytes.startIndex + 2] == UInt8(ascii: ":"),
            let hour = Int(asciiDigits: bytes.prefix(2)),
            let minute = Int(asciiDigits: bytes.suffix(2))
        else { return nil }
        return LocalTime(hour: hour, minute: minute)?.minutes
    }

    /// Milliseconds, and what follows them.
    private static func fraction(_ rest: Bytes) -> (Int, Bytes)? {
        guard rest.first == UInt8(ascii: ".") else { return (0, rest) }
        let digits = rest.dropFirst().prefix { (48...57).contains($0) }
        guard (1...9).contains(digits.count), let kept = Int(asciiDigits: digits.prefix(3)) else {
            return nil
        }
        return (kept * [100, 10, 1][min(digits.count, 3) - 1], rest.dropFirst(1 + digits.count))
    }

    /// Minutes east of Greenwich.
    private static func offset(_ zone: Bytes) -> Int? {
        switch zone.first {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"): zone.count == 1 ? 0 : nil
        case UInt8(ascii: "+"): minutes(zone.dropFirst())
        case UInt8(ascii: "-"): minutes(zone.dropFirst()).map { -$0 }
        default: nil
        }
    }
}
