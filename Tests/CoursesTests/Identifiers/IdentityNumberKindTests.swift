import Courses
import Testing

@Suite struct IdentityNumberKindTests {
    private let asOf = LocalDate(year: 2020, month: 4, day: 21)

    @Test func `the Tax Agency's example of a samordningsnummer is one`() throws {
        let number = try parse("701063-2391")
        #expect(number.kind == .samordningsnummer)
        #expect(number.normalised == "197010632391")
        #expect(number.birthDate == LocalDate(year: 1970, month: 10, day: 3))
    }

    @Test func `a samordningsnummer has sixty added to every day`() throws {
        for day in 1...31 {
            let number = try parse(completed("199001\(60 + day)239"))
            #expect(number.kind == .samordningsnummer)
            #expect(number.birthDate == LocalDate(year: 1990, month: 1, day: day))
        }
    }

    @Test(arguments: [
        "19910060239", "19910360239", "19911260239", "19910062239", "19910091239", "19910291239",
        "19910290239", "19910289239", "19910491239",
    ])
    func `a samordningsnummer with an incomplete date has no birth date`(digits: String) throws {
        let number = try parse(completed(digits))
        #expect(number.kind == .samordningsnummer)
        #expect(number.normalised == completed(digits))
        #expect(number.birthDate == nil)
        #expect(number.birthYear == 1991)
        #expect(try parse(completed(String(digits.dropFirst(2)))) == number)
    }

    @Test(arguments: ["19911361239", "19919960239", "19910192239", "19910199239", "19910159239"])
    func `an incomplete date has its limits`(digits: String) throws {
        #expect(refusal(completed(digits), asOf: try #require(asOf)) == .dateDoesNotExist)
    }

    @Test func `a personnummer has a whole date`() throws {
        #expect(refusal(completed("910000239"), asOf: try #require(asOf)) == .dateDoesNotExist)
        #expect(refusal(completed("910231239"), asOf: try #require(asOf)) == .dateDoesNotExist)
    }

    @Test(arguments: Array("TRSUWXJKLMNP"))
    func `an interim number's letter counts as one`(letter: Character) throws {
        let digit = checkDigit("800101\(letter)22")
        #expect(digit == checkDigit("800101122"))
        let number = try parse("800101-\(letter)22\(digit)")
        #expect(number.kind == .interim)
        #expect(number.normalised == "19800101\(letter)22\(digit)")
        #expect(number.birthDate == LocalDate(year: 1980, month: 1, day: 1))
        #expect(try parse("19800101\(letter.lowercased())22\(digit)") == number)
        let wrong = String(((Int(digit) ?? 0) + 1) % 10)
        #expect(refusal("800101-\(letter)22\(wrong)", asOf: try #require(asOf)) == .checksum)
    }

    @Test func `an interim number with its letter in full width is the same`() throws {
        #expect(try parse("20000101-Ｔ220").normalised == "20000101T220")
        #expect(try parse("20000101-ｔ220").normalised == "20000101T220")
    }

    @Test(arguments: Array("ABCDEFGHIOQVYZÅ"))
    func `no other letter stands in an interim number`(letter: Character) throws {
        #expect(refusal("20000101-\(letter)220", asOf: try #require(asOf)) == .notDigits)
    }

    @Test(arguments: ["20000101-2T20", "20000101-22T0", "2000010T-1220", "20000101-TT20"])
    func `a letter in another place is none`(text: String) throws {
        #expect(refusal(text, asOf: try #require(asOf)) == .notDigits)
    }

    @Test func `an interim number has a date that exists`() throws {
        #expect(refusal("20000231-T220", asOf: try #require(asOf)) == .dateDoesNotExist)
        #expect(refusal("20000161-T220", asOf: try #require(asOf)) == .dateDoesNotExist)
        #expect(refusal("2000010-T220", asOf: try #require(asOf)) == .wrongLength(11))
    }

    @Test(arguments: ["19850617TF01", "850617-TF01", "850617 tf 01", "1985-06-17-TF01"])
    func `a TF number has no checksum`(text: String) throws {
        let number = try parse(text)
        #expect(number.kind == .tf)
        #expect(number.normalised == "19850617TF01")
        #expect(number.birthDate == LocalDate(year: 1985, month: 6, day: 17))
    }

    @Test(arguments: [
        ("19850631TF01", IdentityNumberError.dateDoesNotExist), ("20210101TF01", .inTheFuture),
        ("19850617TF0A", .notDigits), ("19850617FT01", .notDigits), ("850617TF1", .notDigits),
    ])
    func `a TF number has a date and two digits`(text: String, error: IdentityNumberError) throws {
        #expect(refusal(text, asOf: try #require(asOf)) == error)
    }

    @Test(arguments: [
        ("50123456-1", "50123456"), ("50123456/2", "50123456"), ("5012345-1", "5012345"),
        ("LMA 50123456", "50123456"), ("LMA-50123456-3", "50123456"), ("lma 501234561", "50123456"),
        ("LMA 5012345", "5012345"), ("LMA5012345/1", "5012345"), ("LMA 19800101", "19800101"),
    ])
    func `an LMA number is its first part whatever the card`(text: String, first: String) throws {
        let number = try parse(text)
        #expect(number.kind == .lma)
        #expect(number.normalised == first)
        #expect(number.birthDate == nil)
        #expect(number.birthYear == nil)
    }

    @Test(arguments: [
        ("19800101-1", IdentityNumberError.wrongLength(9)), ("50123456", .wrongLength(8)),
        ("5012345+1", .wrongLength(8)), ("LMA 501", .notDigits), ("LMA 5012345678", .notDigits),
        ("501234567/1", .notDigits), ("LMA", .notDigits),
    ])
    func `what may be something else is no LMA number`(
        text: String, error: IdentityNumberError
    ) throws {
        #expect(refusal(text, asOf: try #require(asOf)) == error)
    }

    private func parse(_ text: String) throws -> IdentityNumber {
        try IdentityNumber.parse(text, asOf: try #require(asOf))
    }
}
