import Desk
import Testing

@Suite struct ImportContactTests {
    @Test(arguments: [
        ("070-123 45 67", "+46701234567"), ("0701234567", "+46701234567"),
        ("070 - 123 45 67", "+46701234567"), ("070.123.45.67", "+46701234567"),
        ("070/1234567", "+46701234567"), ("(070) 123 45 67", "+46701234567"),
        ("+46 70 123 45 67", "+46701234567"), ("+46(0)70-123 45 67", "+46701234567"),
        ("+46 (0)70 123 45 67", "+46701234567"), ("+46 070 123 45 67", "+46701234567"),
        ("0046701234567", "+46701234567"), ("0046 (0) 70 1234567", "+46701234567"),
        ("00 46 70 123 45 67", "+46701234567"), ("'070-1234567", "+46701234567"),
        ("070‑123 45 67", "+46701234567"), ("070–1234567", "+46701234567"),
        ("070\u{A0}123\u{202F}45 67", "+46701234567"),
        ("\u{202A}070-1234567\u{202C}", "+46701234567"),
        ("٠٧٠١٢٣٤٥٦٧", "+46701234567"), ("۰۷۰۱۲۳۴۵۶۷", "+46701234567"),
        ("０７０１２３４５６７", "+46701234567"), ("(0)70-123 45 67", "+46701234567"),
        ("08-123 456 78", "+46812345678"), ("08-12 34 56 7", "+4681234567"),
        ("0151-123 45", "+4615112345"), ("010-123 45 67", "+46101234567"),
        ("+49 30 123456", "+4930123456"), ("0049 30 123456", "+4930123456"),
        ("+252 61 1234567", "+252611234567"), ("+964 750 123 4567", "+9647501234567"),
    ])
    func `a phone number becomes one form`(text: String, number: String) throws {
        #expect(try ImportValue.phone(text) == number)
    }

    @Test(arguments: [
        ("701234567", ImportValueError.lostLeadingZero), ("70 123 45 67", .lostLeadingZero),
        ("81234567", .lostLeadingZero), ("46701234567", .lostPlus), ("9647501234567", .lostPlus),
        ("7,01E+08", .scientificNotation), ("4.67012E+10", .scientificNotation),
        ("", .phoneTooShort), ("-", .phoneTooShort), ("12345", .phoneTooShort),
        ("070-123 45 6", .phoneTooShort), ("070", .phoneTooShort), ("0", .phoneTooShort),
        ("+", .phoneTooShort), ("00", .phoneTooShort), ("+46", .phoneTooShort),
        ("+46 70 123 45 6", .phoneTooShort), ("+49 123", .phoneTooShort),
        ("070-123 45 678", .phoneTooLong), ("+46 70 123 45 678", .phoneTooLong),
        ("+1234567890123456", .phoneTooLong), ("1234567890123456", .phoneTooLong),
        ("070-1234567, 073-7654321", .notAPhoneNumber), ("saknas", .notAPhoneNumber),
        ("070-123 45 67 (hem)", .notAPhoneNumber), ("070-12345O7", .notAPhoneNumber),
        ("070+1234567", .notAPhoneNumber), ("++46701234567", .notAPhoneNumber),
        ("070-1234567#1", .notAPhoneNumber), ("000701234567", .notAPhoneNumber),
        ("+0701234567", .notAPhoneNumber), ("+46 0070 1234567", .notAPhoneNumber),
        ("070-1234567 073-7654321", .phoneTooLong),
    ])
    func `a phone number that can't be relied on is refused`(
        text: String, expected: ImportValueError
    ) {
        #expect(error { () throws(ImportValueError) in try ImportValue.phone(text) } == expected)
    }

    @Test(arguments: [
        ("a@b.se", "a@b.se"), (" Amina.Ali@Example.COM ", "Amina.Ali@example.com"),
        ("a+b@c.se", "a+b@c.se"), ("o'brien@x.ie", "o'brien@x.ie"),
        ("å@räksmörgås.se", "å@räksmörgås.se"),
        ("\u{200E}a@b.se\u{200E}", "a@b.se"), ("a@b\u{AD}.se", "a@b.se"),
        ("1@2.museum", "1@2.museum"),
        ("أحمد@مثال.سوريا", "أحمد@مثال.سوريا"),
        ("a_b-c@xn--rksmrgs-5wao1o.se", "a_b-c@xn--rksmrgs-5wao1o.se"),
    ])
    func `an e-mail address is read`(text: String, address: String) throws {
        #expect(try ImportValue.email(text) == address)
    }

    @Test(arguments: [
        "", "a", "@", "a@", "@b.se", "a@b", "a@@b.se", "a@b@c.se", "a b@c.se", "a@b c.se",
        "a@b.se, c@d.se", "a@b.se;c@d.se", "<a@b.se>", "A <a@b.se>", "mailto:a@b.se", "a@.se",
        "a@b..se", "a@b.se.", "a@-b.se", "a@b-.se", ".a@b.se", "a.@b.se", "a..b@c.se", "a@b.1",
        "a@127.0.0.1", "a@b_c.se", "\"a\"@b.se", "a@b.s", "a\n@b.se", "saknas",
        "\(String(repeating: "a", count: 65))@b.se", "a@\(String(repeating: "b", count: 64)).se",
        "a@\(String(repeating: "bcdefgh.", count: 32))se",
    ])
    func `what is no e-mail address is refused`(text: String) {
        let found = error { () throws(ImportValueError) in try ImportValue.email(text) }
        #expect(found == .notAnEmailAddress)
    }
}
