import Courses
import Desk
import Testing

@Suite struct ImportDateTests {
    @Test(arguments: [
        "2020-04-01", "2020-4-1", "2020/04/01", "2020/4/1", "2020.04.01", "20200401", "1.4.2020",
        "01.04.2020", "1. 4. 2020", " 2020-04-01 ", "'2020-04-01", "2020‐04‐01", "2020–04–01",
        "2020−04−01", "٢٠٢٠-٠٤-٠١", "۲۰۲۰-۰۴-۰۱", "\u{200E}2020-04-01", "2020 04 01",
        "2020-04-01 00:00", "2020-04-01 00:00:00", "2020-04-01T00:00:00.000Z",
        "01.04.2020 0:00:00", "2020\u{A0}04\u{A0}01",
    ])
    func `a date that can be read in one way is read`(text: String) throws {
        #expect(try ImportValue.date(text) == LocalDate("2020-04-01"))
    }

    @Test(arguments: [
        ("1/4 2020", ImportValueError.ambiguousDate), ("1/4/2020", .ambiguousDate),
        ("25/12/2020", .ambiguousDate), ("01-04-2020", .ambiguousDate),
        ("1-4 2020", .ambiguousDate),
        ("200401", .twoDigitYear), ("20-04-01", .twoDigitYear), ("1/4/20", .twoDigitYear),
        ("1.4.20", .twoDigitYear), ("43922", .spreadsheetDay), ("43922.5", .spreadsheetDay),
        ("43922,0", .spreadsheetDay), ("4,3922E+04", .scientificNotation),
        ("2,02E+07", .scientificNotation), ("2020-02-30", .dateDoesNotExist),
        ("2019-02-29", .dateDoesNotExist), ("20201301", .dateDoesNotExist),
        ("31.4.2020", .dateDoesNotExist), ("2020-00-10", .dateDoesNotExist),
        ("2020", .notADate), ("april", .notADate), ("", .notADate), ("-", .notADate),
        ("2020-04", .notADate), ("2020-04/01", .notADate), ("2020-04-01 13:00", .notADate),
        ("12020-04-01", .notADate), ("########", .notADate), ("2020-04-01x", .notADate),
    ])
    func `a date that may be another is refused with the reason`(
        text: String, expected: ImportValueError
    ) {
        #expect(error { () throws(ImportValueError) in try ImportValue.date(text) } == expected)
    }

    @Test func `a birth is a date or a year, and not to come`() throws {
        let asOf = try #require(LocalDate("2020-04-21"))
        let date = try #require(LocalDate("1985-06-17"))
        #expect(try ImportValue.birth("1985-06-17", asOf: asOf) == .date(date))
        #expect(try ImportValue.birth("1985", asOf: asOf) == .year(1985))
        #expect(try ImportValue.birth("۱۹۸۵", asOf: asOf).year == 1985)
        #expect(try ImportValue.birth("2020-04-21", asOf: asOf) == .date(asOf))
        for (text, expected) in [
            ("2020-04-22", ImportValueError.inTheFuture), ("1889-12-31", .tooLongAgo),
            ("2021", .inTheFuture), ("1889", .tooLongAgo), ("85", .notADate),
            ("31200", .spreadsheetDay),
        ] {
            let found = error { () throws(ImportValueError) in
                try ImportValue.birth(text, asOf: asOf)
            }
            #expect(found == expected, "\(text)")
        }
    }

    @Test(arguments: [
        ("85", ImportValueError.twoDigitYear), ("985", .notANumber), ("19855", .notANumber),
        ("2021", .inTheFuture), ("1889", .tooLongAgo), ("0000", .tooLongAgo), ("x", .notANumber),
        ("1985-06", .notANumber), ("", .notANumber),
    ])
    func `a year of birth has four digits and its limits`(
        text: String, expected: ImportValueError
    ) throws {
        let asOf = try #require(LocalDate("2020-04-21"))
        let found = error { () throws(ImportValueError) in
            try ImportValue.birthYear(text, asOf: asOf)
        }
        #expect(found == expected)
        #expect(try ImportValue.birthYear("1890", asOf: asOf) == 1890)
        #expect(try ImportValue.birthYear("2020", asOf: asOf) == 2020)
    }
}
