import Courses
import Desk
import Testing

@Suite struct ImportValueTests {
    @Test(arguments: [
        ("", Gender.unknown), ("  ", .unknown), ("-", .unknown), ("K", .woman),
        ("k", .woman), ("Kvinna", .woman), ("KVINNA", .woman), ("F", .woman), ("female", .woman),
        ("Woman", .woman), ("w", .woman), ("M", .man), ("m", .man), ("Man", .man), ("Male", .man),
        ("man.", .man), ("Annat", .unknown), ("icke-binär", .unknown), ("Non-binary", .unknown),
        ("Other", .unknown), ("Okänt", .unknown), ("okänd", .unknown), ("Unknown", .unknown),
        ("Vill ej uppge", .unknown),
    ])
    func `a gender is read in Swedish and English`(text: String, gender: Gender) throws {
        #expect(try ImportValue.gender(text) == gender)
    }

    @Test(arguments: ["H", "1", "2", "M/K", "Kvinnan", "hon", "?1"])
    func `a gender that means nothing is refused`(text: String) {
        #expect(
            error { () throws(ImportValueError) in try ImportValue.gender(text) } == .notUnderstood)
    }

    @Test(arguments: [
        ("ja", true), ("JA", true), ("J", true), ("yes", true), ("Y", true), ("x", true),
        ("X", true), ("1", true), ("true", true), ("Sant", true), ("✓", true), ("✔", true),
        ("nej", false), ("N", false), ("no", false), ("0", false), ("FALSKT", false),
        ("Ej", false), ("", nil), ("  ", nil), ("-", nil), ("–", nil), ("vet ej", nil), ("١", true),
    ])
    func `yes and no are read in Swedish and English`(text: String, value: Bool?) throws {
        #expect(try ImportValue.yesNo(text) == value)
    }

    @Test(arguments: ["2", "jaha", "?", "njä", "+"])
    func `what is neither yes nor no is refused`(text: String) {
        #expect(
            error { () throws(ImportValueError) in try ImportValue.yesNo(text) } == .notUnderstood)
    }

    @Test func `childcare is wanted, not wanted or for so many`() throws {
        #expect(try ImportValue.childcare("") == nil)
        #expect(try ImportValue.childcare("nej") == .no)
        #expect(try ImportValue.childcare("0") == .no)
        #expect(try ImportValue.childcare("ja") == .yes)
        #expect(try ImportValue.childcare("1") == .children(1))
        #expect(try ImportValue.childcare(" ٣ ") == .children(3))
        #expect(
            error { () throws(ImportValueError) in try ImportValue.childcare("21") }
                == .outOfRange(0...20))
        #expect(
            error { () throws(ImportValueError) in try ImportValue.childcare("två") }
                == .notUnderstood)
    }

    @Test(arguments: [
        ("", OpenTo.all), ("Kvinnogrupp", .women), ("bara kvinnor", .women),
        ("women", .women), ("Mansgrupp", .men), ("män", .men), ("men only", .men),
        ("Blandad", .all), ("spelar ingen roll", .all), ("any", .all),
    ])
    func `a wish for a group of women or men is read`(
        text: String, wish: OpenTo
    ) throws {
        #expect(try ImportValue.groupWish(text) == wish)
        #expect(
            error { () throws(ImportValueError) in try ImportValue.groupWish("barn") }
                == .notUnderstood)
    }

    @Test(arguments: [
        ("", ImportedProtection.none), ("nej", .none), ("0", .none), ("ja", .confidential),
        ("x", .confidential), ("Sekretessmarkering", .confidential),
        ("Skyddad identitet", .confidential), ("Skyddad folkbokföring", .protectedRegistration),
        ("kvarskrivning", .protectedRegistration),
    ])
    func `protection is read, and a doubt is never none`(
        text: String, protection: ImportedProtection
    ) throws {
        #expect(try ImportValue.protection(text) == protection)
        #expect(
            error { () throws(ImportValueError) in try ImportValue.protection("se akt") }
                == .notUnderstood)
    }

    @Test(arguments: [
        ("0", 0), ("1", 1), ("20", 20), (" 3 ", 3), ("٣", 3), ("۴", 4), ("007", 7), ("'5", 5),
    ])
    func `a count is read`(text: String, count: Int) throws {
        #expect(try ImportValue.count(text) == count)
    }

    @Test(arguments: [
        ("21", ImportValueError.outOfRange(0...20)), ("100", .outOfRange(0...20)),
        ("-1", .notANumber), ("2,5", .notANumber), ("två", .notANumber), ("", .notANumber),
        ("2 st", .notANumber), ("+2", .notANumber), ("99999999999999999999", .notANumber),
    ])
    func `a count has its limits`(text: String, expected: ImportValueError) {
        #expect(error { () throws(ImportValueError) in try ImportValue.count(text) } == expected)
    }

    @Test func `an identity number is refused with its own reason`() throws {
        let asOf = try #require(LocalDate("2020-04-21"))
        let number = try ImportValue.identityNumber(" 701063–2391 ", asOf: asOf)
        #expect(number.normalised == "197010632391")
        let found = error { () throws(ImportValueError) in
            try ImportValue.identityNumber("701063-2392", asOf: asOf)
        }
        #expect(found == .identityNumber(.checksum))
        #expect(found?.code == "checksum")
    }

    @Test(arguments: [
        ("tisdag", "tuesday"), ("Tis, tors", "tuesday, thursday"),
        ("torsdag och måndag", "thursday, monday"), ("Mon/Wed", "monday, wednesday"),
        ("tuesday; tuesday", "tuesday"), ("", ""), ("lör + sön", "saturday, sunday"),
        ("on fr", "wednesday, friday"), ("Alla dagar", ""), ("helger", "saturday, sunday"),
        ("mån–ons", "monday, tuesday, wednesday"), ("tis 17:30", "tuesday 17:30"),
        ("tis kl. 17.30–19.30, tors", "tuesday 17:30 19:30, thursday"),
        ("mån och tis 17-19", "monday 17:00 19:00, tuesday 17:00 19:00"),
        ("mån, tis ١٧", "monday, tuesday 17:00"),
        ("tis 17:30 tors 18 till 20", "tuesday 17:30, thursday 18:00 20:00"),
    ])
    func `wished slots are read in their order`(text: String, slots: String) throws {
        let read = try ImportValue.slots(text).map { slot in
            (["\(slot.weekday)"] + [slot.start, slot.end].compactMap { $0?.description })
                .joined(separator: " ")
        }
        #expect(read.joined(separator: ", ") == slots)
    }

    @Test(arguments: [
        "tis kväll", "17:30", "tis 25:00", "tis 19-17", "tis -", "fre-mån", "tis 17 18", "x", "?",
    ])
    func `a slot that is none is not guessed`(text: String) {
        #expect(
            error { () throws(ImportValueError) in try ImportValue.slots(text) }
                == .notUnderstood)
    }

    @Test func `each refusal has a code of its own`() {
        let errors: [ImportValueError] = [
            .notUnderstood, .notADate, .dateDoesNotExist, .ambiguousDate, .twoDigitYear,
            .spreadsheetDay, .inTheFuture, .tooLongAgo, .scientificNotation, .lostLeadingZero,
            .lostPlus, .notAPhoneNumber, .phoneTooShort, .phoneTooLong, .notAnEmailAddress,
            .notANumber, .outOfRange(0...1),
        ]
        #expect(Set(errors.map(\.code)).count == errors.count)
    }
}

/// Nil when the cell is read.
func error<Value>(_ work: () throws(ImportValueError) -> Value) -> ImportValueError? {
    do throws(ImportValueError) {
        _ = try work()
        return nil
    } catch {
        return error
    }
}
