package import Courses

/// A birth as far as a list states it.
package enum ImportedBirth: Hashable, Sendable {
    case date(LocalDate)
    case year(Int)

    package var year: Int {
        switch self {
        case .date(let date): date.year
        case .year(let year): year
        }
    }
}

extension ImportValue {
    /// No earlier year of birth is believed.
    package static let firstBirthYear = 1890

    /// Year first with any of `- / .` or none between (`2020-04-01`, `2020/4/1`, `20200401`), or
    /// day first with dots (`1.4.2020`); a time at midnight after it is what databases add.
    ///
    /// Everything that may be read in two ways is refused, and so is what a spreadsheet has made
    /// of a date: its own count of days, or powers of ten.
    package static func date(_ text: String) throws(ImportValueError) -> LocalDate {
        let plain = text.plainASCII
        guard let writing = DateWriting(plain) else {
            throw plain.isScientificNotation ? .scientificNotation : .notADate
        }
        let day =
            switch writing.order {
            case .yearFirst: LocalDate(writing.numbers[0], writing.numbers[1], writing.numbers[2])
            case .dayFirst: LocalDate(writing.numbers[2], writing.numbers[1], writing.numbers[0])
            case .together:
                LocalDate(
                    writing.numbers[0] / 10_000, writing.numbers[0] / 100 % 100,
                    writing.numbers[0] % 100)
            case .ambiguous: throw .ambiguousDate
            case .twoDigitYear: throw .twoDigitYear
            case .spreadsheetDay: throw .spreadsheetDay
            case nil: throw .notADate
            }
        guard let day else { throw .dateDoesNotExist }
        return day
    }

    /// A date of birth, or a year alone, no later than `asOf`.
    package static func birth(
        _ text: String, asOf: LocalDate
    ) throws(ImportValueError) -> ImportedBirth {
        let plain = text.plainASCII.utf8
        if plain.count == 4, plain.allSatisfy(\.isASCIIDigit) {
            return .year(try birthYear(text, asOf: asOf))
        }
        let date = try date(text)
        guard date <= asOf else { throw .inTheFuture }
        guard date.year >= firstBirthYear else { throw .tooLongAgo }
        return .date(date)
    }

    /// Four digits, from 1890 to the year of `asOf`.
    package static func birthYear(
        _ text: String, asOf: LocalDate
    ) throws(ImportValueError) -> Int {
        let plain = text.plainASCII
        guard let year = Int(digits: plain) else { throw .notANumber }
        guard plain.count == 4 else { throw plain.count == 2 ? .twoDigitYear : .notANumber }
        guard year <= asOf.year else { throw .inTheFuture }
        guard year >= firstBirthYear else { throw .tooLongAgo }
        return year
    }
}

extension LocalDate {
    fileprivate init?(_ year: Int, _ month: Int, _ day: Int) {
        self.init(year: year, month: month, day: day)
    }
}
