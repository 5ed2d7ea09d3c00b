import Courses
import Testing

@Suite struct IdentityNumberCenturyTests {
    @Test(arguments: [
        ("2020-04-21", "800101-239", 1980), ("2020-04-21", "210101-239", 1921),
        ("2020-04-21", "200101-239", 2020), ("2020-04-21", "200421-239", 2020),
        ("2020-04-21", "200101+239", 1920), ("2020-12-31", "201231+239", 1920),
        ("2020-04-21", "200501+239", 1920), ("2020-04-21", "190101+239", 1919),
        ("2020-04-21", "190101-239", 2019), ("2019-12-31", "200101-239", 1920),
        ("2020-01-01", "200101-239", 2020), ("2020-04-21", "801224+239", 1880),
        ("2020-04-21", "700101+239", 1870), ("2026-06-01", "270101-239", 1927),
        ("2000-01-01", "000101-239", 2000), ("1999-12-31", "000101-239", 1900),
        ("2000-01-01", "000101+239", 1900), ("2099-12-31", "000101-239", 2000),
    ])
    func `the hyphen becomes a plus in the year of turning a hundred`(
        day: String, pattern: String, year: Int
    ) throws {
        let asOf = try #require(LocalDate(day))
        let nine = pattern.filter(\.isNumber)
        let number = try IdentityNumber.parse(pattern + checkDigit(nine), asOf: asOf)
        #expect(number.birthYear == year)
        #expect(number.normalised == "\(year / 100)" + completed(nine))
        if !pattern.contains("+") {
            #expect(try IdentityNumber.parse(completed(nine), asOf: asOf) == number)
        }
    }

    @Test(arguments: [
        ("2020-04-21", "200422-239"), ("2020-04-21", "200501-239"), ("2020-04-21", "201231-239"),
        ("2020-04-21", "20200422-239"), ("2020-04-21", "20210101-239"),
        ("2020-04-21", "20990101-239"), ("2020-04-21", "20200482-239"),
        ("2020-04-21", "20200560-239"), ("2020-04-21", "20210060-239"),
        ("1850-01-01", "19800101-239"),
    ])
    func `nobody is born tomorrow`(day: String, pattern: String) throws {
        let asOf = try #require(LocalDate(day))
        let text = pattern + checkDigit(pattern.filter(\.isNumber))
        #expect(refusal(text, asOf: asOf) == .inTheFuture)
    }

    @Test(arguments: ["20200421-239", "20200481-239", "20200460-239", "20200060-239"])
    func `somebody may be born today`(pattern: String) throws {
        let asOf = try #require(LocalDate("2020-04-21"))
        #expect(refusal(pattern + checkDigit(pattern.filter(\.isNumber)), asOf: asOf) == nil)
    }

    @Test(arguments: [
        ("19801224+239", 1980), ("19201224-239", 1920), ("18901001-980", 1890),
        ("18901001+980", 1890), ("18000101239", 1800),
    ])
    func `twelve digits decide against the sign`(pattern: String, year: Int) throws {
        let asOf = try #require(LocalDate("2020-04-21"))
        let text = pattern + checkDigit(pattern.filter(\.isNumber))
        #expect(try IdentityNumber.parse(text, asOf: asOf).birthYear == year)
    }

    @Test(arguments: ["210101+239", "600101+239", "690101+239"])
    func `a plus that nobody alive could bear does not fit`(pattern: String) throws {
        let asOf = try #require(LocalDate("2020-04-21"))
        let text = pattern + checkDigit(pattern.filter(\.isNumber))
        #expect(refusal(text, asOf: asOf) == .signDoesNotFit)
    }

    @Test func `ten digits of a day give back the day on which they are asked`() throws {
        let asOf = try #require(LocalDate("2020-04-21"))
        for back in stride(from: 0, through: 99 * 365, by: 97) {
            let born = asOf.adding(days: -back)
            let digits = born.description.filter(\.isNumber)
            let number = try IdentityNumber.parse(
                completed(digits.suffix(6) + "123"), asOf: asOf)
            #expect(number.birthDate == born)
            #expect(number.normalised == completed(digits + "123"))
        }
    }

    @Test func `each refusal has a code of its own`() {
        let errors: [IdentityNumberError] = [
            .empty, .notDigits, .wrongLength(3), .scientificNotation, .lostLeadingZero,
            .birthDateOnly, .signMisplaced, .signDoesNotFit, .centuryOutOfRange, .dateDoesNotExist,
            .birthNumberZero, .checksum, .inTheFuture,
        ]
        #expect(Set(errors.map(\.code)).count == errors.count)
        #expect(IdentityNumberError.wrongLength(3).code == "wrongLength")
    }
}
