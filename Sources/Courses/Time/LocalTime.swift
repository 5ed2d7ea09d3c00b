/// A time on the wall clock, in whole minutes since midnight: 0 to 1439.
package struct LocalTime: Hashable, Sendable {
    /// Minutes since midnight, 0 to 1439.
    package let minutes: Int

    /// Nil outside 0 to 1439.
    package init?(minutes: Int) {
        guard (0..<1440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    /// Nil unless the hour is 0 to 23 and the minute 0 to 59.
    package init?(hour: Int, minute: Int) {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        self.init(minutes: hour * 60 + minute)
    }

    package static let midnight = LocalTime(wholeMinutes: 0)

    private init(wholeMinutes: Int) {
        minutes = wholeMinutes
    }

    package var hour: Int { minutes / 60 }
    package var minute: Int { minutes % 60 }
}

extension LocalTime: Comparable {
    package static func < (left: LocalTime, right: LocalTime) -> Bool {
        left.minutes < right.minutes
    }
}

extension LocalTime: LosslessStringConvertible {
    /// The 24-hour clock, `17:30`.
    package var description: String { "\(padded(hour, 2)):\(padded(minute, 2))" }

    /// Reads `17:30` or `9:05`.
    package init?(_ description: String) {
        let fields = description.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 2, (1...2).contains(fields[0].utf8.count), fields[1].utf8.count == 2,
            let hour = Int(digits: fields[0]), let minute = Int(digits: fields[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }
}

extension LocalTime: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let time = LocalTime(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not a time like 17:30")
        }
        self = time
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
