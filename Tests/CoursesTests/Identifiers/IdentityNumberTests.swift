import Courses
import Testing

/// No number here belongs to anybody: dates and birth numbers are made up and the last digit is
/// reckoned, or they are Skatteverket's own example (SKV 707).
@Suite struct IdentityNumberTests {
    private let asOf = LocalDate(year: 2020, month: 4, day: 21)

    @Test(arguments: [
        "19801224239#", "19801224-239#", "801224-239#", "801224239#", "801224 239#",
        "19801224 239#", "1980-12-24-239#", "1980-12-24 239#", "80-12-24-239#",
        "19 80 12 24 - 23 9#", "19-801224-239#", " 801224-239# ", "\t801224-239#\r\n",
        "801224--239#", "'19801224239#", "801224‐239#", "801224‑239#", "801224‒239#",
        "801224–239#", "801224—239#", "801224―239#", "801224−239#", "801224－239#", "801224﹣239#",
        "801224﹘239#", "801224\u{AD}239#", "801224\u{A0}-\u{A0}239#", "801224\u{202F}239#",
        "801224\u{2009}239#", "\u{200E}801224-239#\u{200F}", "\u{2068}19801224-239#\u{2069}",
        "\u{202A}801224-239#\u{202C}", "\u{FEFF}801224-239#", "801224\u{200B}239#",
        "1980\u{200D}1224239#",
    ])
    func `every usual writing is one number`(_ pattern: String) throws {
        let text = pattern.replacing(
            "#", with: checkDigit("801224239"))
        let number = try IdentityNumber.parse(text, asOf: try #require(asOf))
        #expect(number.kind == .personnummer)
        #expect(number.normalised == "19801224239" + checkDigit("801224239"))
        #expect(number.birthDate == LocalDate(year: 1980, month: 12, day: 24))
        #expect(number.birthYear == 1980)
    }

    @Test(arguments: [
        0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0E50, 0x1040, 0x17E0, 0xFF10, 0x1D7CE,
    ])
    func `digits of any script are digits`(zero: UInt32) throws {
        let ascii = completed("19801224239")
        let text = String(
            String.UnicodeScalarView(
                ascii.unicodeScalars.compactMap { Unicode.Scalar(zero + $0.value - 48) }))
        #expect(text != ascii)
        let number = try IdentityNumber.parse(text, asOf: try #require(asOf))
        #expect(number.normalised == ascii)
    }

    @Test(arguments: ["①⑨⑧⓪①②②④②③⑨①", "¹980-12-24 2391", "一九八〇"])
    func `what only looks like digits is not`(_ text: String) throws {
        #expect(try reason(text) == .notDigits)
    }

    @Test func `only the right check digit of ten passes`() throws {
        for birthNumber in stride(from: 1, through: 999, by: 7) {
            let nine = "801224" + threeDigits(birthNumber)
            for digit in 0...9 {
                let isRight = String(digit) == checkDigit(nine)
                let text = nine + String(digit)
                #expect(try reason(text) == (isRight ? nil : .checksum))
            }
        }
    }

    @Test func `two neighbours exchanged are noticed`() throws {
        let right = Array(completed("801224239"))
        for place in 6..<9 where right[place] != right[place + 1] {
            // Modulus 10 can't tell 09 from 90.
            if Set([right[place], right[place + 1]]) == ["0", "9"] { continue }
            var wrong = right
            wrong.swapAt(place, place + 1)
            #expect(try reason(String(wrong)) == .checksum)
        }
    }

    @Test func `birth number 000 is never given`() throws {
        #expect(try reason(completed("801224000")) == .birthNumberZero)
        #expect(try reason(completed("19801224000")) == .birthNumberZero)
        #expect(try reason(completed("801284000")) == .birthNumberZero)
        #expect(try reason(completed("801224001")) == nil)
        #expect(try reason(completed("801224999")) == nil)
    }

    @Test(arguments: [
        "800230239", "810229239", "801324239", "800024239", "801200239", "801232239", "801259239",
        "801292239", "801299239", "809924239", "19000229239", "19800631239",
    ])
    func `a date that no calendar has is refused`(_ nine: String) throws {
        #expect(try reason(completed(nine)) == .dateDoesNotExist)
    }

    @Test(arguments: ["800229239", "20000229239", "18960229239"])
    func `a leap day exists in its years`(_ digits: String) throws {
        #expect(try reason(completed(digits)) == nil)
    }

    @Test(arguments: [
        "17991231239", "00801224239", "21000101239", "99801224239", "16801224239",
    ])
    func `twelve digits begin with 18 or 19 or 20`(_ digits: String) throws {
        #expect(try reason(completed(digits)) == .centuryOutOfRange)
    }

    @Test(arguments: [
        ("", IdentityNumberError.empty), ("   ", .empty), ("\u{A0}\u{200F}", .empty), ("-", .empty),
        ("–", .empty), ("'", .empty),
        ("saknas", .notDigits), ("801224-XXXX", .notDigits), ("801224-****", .notDigits),
        ("8O1224-2391", .notDigits), ("801224.2391", .notDigits), ("801224/2391", .notDigits),
        ("801224_2391", .notDigits), ("pnr 801224-2391", .notDigits), ("?", .notDigits),
        ("801224\u{0}2391", .notDigits), ("198012242391.0", .notDigits),
        ("1", .wrongLength(1)), ("2391", .wrongLength(4)), ("80122", .wrongLength(5)),
        ("8012242", .wrongLength(7)), ("1980122423912", .wrongLength(13)),
        ("80122423918012242391", .wrongLength(20)), ("99999999", .wrongLength(8)),
        ("801224", .birthDateOnly), ("19801224", .birthDateOnly), ("1980-12-24", .birthDateOnly),
        ("801224-", .birthDateOnly),
        ("-8012242391", .signMisplaced), ("8012242391-", .signMisplaced),
        ("8012-242391-", .signMisplaced), ("80122-42391", .signMisplaced),
        ("801224-+2391", .signMisplaced), ("1980+1224-2391", .signMisplaced),
        ("+198012242391", .signMisplaced),
    ])
    func `a text that is no number says why`(text: String, error: IdentityNumberError) throws {
        #expect(try reason(text) == error)
    }

    @Test(arguments: [
        "1,94E+11", "1.94E+11", "1,98012E+11", "1.98012242391e+11", "2E11", "8,01224E+09",
        "8,01E9", " 1,94E+11 ", "1,94E-11",
    ])
    func `a number in powers of ten is told as the spreadsheet's work`(_ text: String) throws {
        #expect(try reason(text) == .scientificNotation)
    }

    @Test(arguments: [
        "000101239", "000930239", "001001239", "001231239", "010203239", "090909239", "051224239",
        "000161239",
    ])
    func `zeros that a spreadsheet dropped are told and never put back`(_ nine: String) throws {
        let number = completed(nine).drop { $0 == "0" }
        #expect((7...9).contains(number.count))
        #expect(try reason(String(number)) == .lostLeadingZero)
    }

    @Test(arguments: ["501011234", "50101-1234", "99001011234", "19801224239"])
    func `nine or eleven digits have lost one`(_ text: String) throws {
        #expect(try reason(text) == .lostLeadingZero)
    }

    private func reason(_ text: String) throws -> IdentityNumberError? {
        refusal(text, asOf: try #require(asOf))
    }
}

/// Nil when the text is a number.
func refusal(_ text: String, asOf: LocalDate) -> IdentityNumberError? {
    do throws(IdentityNumberError) {
        _ = try IdentityNumber.parse(text, asOf: asOf)
        return nil
    } catch {
        return error
    }
}

/// The digit that makes the last nine and itself satisfy modulus 10, reckoned as in SKV 704.
func checkDigit(_ digits: String) -> String {
    var sum = 0
    for (place, character) in digits.suffix(9).enumerated() {
        let value = character.wholeNumberValue ?? 1
        let product = place.isMultiple(of: 2) ? 2 * value : value
        sum += String(product).compactMap(\.wholeNumberValue).reduce(0, +)
    }
    return String((10 - sum % 10) % 10)
}

func completed(_ digits: String) -> String { digits + checkDigit(digits) }

func threeDigits(_ number: Int) -> String { String(String(1000 + number).suffix(3)) }
