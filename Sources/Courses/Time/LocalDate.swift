/// A day of the proleptic Gregorian calendar, without a zone.
///
/// Counted in days since 1970-01-01, so that dates compare, sort and subtract as numbers.
/// Years 1 to 9999, as ISO 8601 writes them with four digits.
package struct LocalDate: Hashable, Sendable {
    /// Days since 1970-01-01.
    package let dayNumber: Int

    package init(dayNumber: Int) {
        self.dayNumber = dayNumber
    }

    /// Nil when the three name no day, such as 30 February.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, year: year)).contains(day)
        else { return nil }
        self.init(dayNumber: Self.dayNumber(year: year, month: month, day: day))
    }

    package static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Counts from 1 March, so that the leap day ends the year, in eras of 400 years (146,097
    /// days).
    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let era = shifted >= 0 ? shifted / 400 : (shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private var parts: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = shifted >= 0 ? shifted / 146_097 : (shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    package var year: Int { parts.year }
    /// 1 to 12.
    package var month: Int { parts.month }
    /// 1 to 31.
    package var day: Int { parts.day }

    package var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let offset = ((dayNumber + 3) % 7 + 7) % 7
        return Weekday.allCases[offset]
    }

    package func adding(days: Int) -> LocalDate {
        LocalDate(dayNumber: dayNumber + days)
    }

    /// Whole years lived on `date` by someone born on this day; someone born on 29 February
    /// turns a year older on 1 March in other years (Swedish practice).
    package func age(on date: LocalDate) -> Int {
        let before = (date.month, date.day) < (month, day)
        return date.year - year - (before ? 1 : 0)
    }
}

extension LocalDate: Comparable {
    package static func < (left: LocalDate, right: LocalDate) -> Bool {
        left.dayNumber < right.dayNumber
    }
}

extension LocalDate: LosslessStringConvertible {
    /// ISO 8601, `2020-03-29`.
    package var description: String {
        let (year, month, day) = parts
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// Reads ISO 8601, `2020-03-29`, in ASCII digits and nothing else.
    package init?(_ description: String) {
        var description = description
        guard let date = description.withUTF8({ Self(isoBytes: UnsafeRawBufferPointer($0)) })
        else { return nil }
        self = date
    }

    /// The same from bytes that lie elsewhere: figures read a hundred thousand days at once.
    package init?(isoBytes bytes: UnsafeRawBufferPointer) {
        let hyphen = UInt8(ascii: "-")
        guard bytes.count == 10, bytes[4] == hyphen, bytes[7] == hyphen,
            let year = Int(asciiDigits: bytes[0..<4]), let month = Int(asciiDigits: bytes[5..<7]),
            let day = Int(asciiDigits: bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension LocalDate: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = LocalDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not a date like 2020-03-29")
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
