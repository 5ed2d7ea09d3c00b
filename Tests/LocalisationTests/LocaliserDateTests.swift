import Courses
import Localisation
import Testing

@Suite struct LocaliserDateTests {
    private let tuesday = LocalDate(year: 2020, month: 4, day: 21) ?? LocalDate(dayNumber: 0)

    @Test(arguments: [
        ("sv", "tisdag 21 april 2020", "21 apr. 2020", "tisdag 21 april", "april 2020"),
        ("en", "Tuesday 21 April 2020", "21 Apr 2020", "Tuesday 21 April", "April 2020"),
        ("ar", "الثلاثاء، 21 أبريل 2020", "21 أبريل 2020", "الثلاثاء، 21 أبريل", "أبريل 2020"),
        ("so", "Talaado, 21 Abriil 2020", "21 Abr 2020", "Talaado, 21 Abriil", "Abriil 2020"),
        (
            "fa-AF", "سه‌شنبه 21 اپریل 2020", "21 اپریل 2020", "سه‌شنبه 21 اپریل",
            "اپریل 2020"
        ),
        ("ti", "ሰሉስ፣ 21 ሚያዝያ 2020", "21 ሚያዝያ 2020", "ሰሉስ፣ 21 ሚያዝያ", "ሚያዝያ 2020"),
        (
            "ckb", "سێشەممە، 21ی نیسانی 2020", "21ی نیسانی 2020", "سێشەممە، 21ی نیسان",
            "نیسانی 2020"
        ),
        ("ku", "sêşem, 21ê avrêlê 2020", "21ê avrêlê 2020", "sêşem, 21ê avrêlê", "avrêl 2020"),
    ])
    func `a date is Gregorian, day first and in Latin digits in every language`(
        tag: String, full: String, medium: String, withoutYear: String, month: String
    ) {
        let localiser = Localiser.localiser(for: Language(rawValue: tag))
        #expect(localiser.date(tuesday) == full)
        #expect(localiser.date(tuesday, style: .medium) == medium)
        #expect(localiser.date(tuesday, style: .weekdayDayMonth) == withoutYear)
        #expect(localiser.date(tuesday, style: .monthYear) == month)
        #expect(localiser.date(tuesday, style: .short) == "2020-04-21")
    }

    @Test(arguments: [
        ("fa-AF", CalendarSystem.persian, "2 ثور 1399"),
        ("ti", .ethiopic, "13 ሚያዝያ 2012"),
        ("ckb", .persian, "2ی گوڵانی 1399"),
        ("sv", .persian, "2 ordibehesht 1399"),
        ("sv", .ethiopic, "13 miyazya 2012"),
        ("so", .persian, "2 Ordibehesht 1399"),
        ("ar", .islamic, "28 شعبان 1441"),
        ("ti", .islamic, "28 ሻዕባን 1441"),
    ])
    func `another calendar uses names in the reader's script and prints no era`(
        tag: String, calendar: CalendarSystem, expected: String
    ) {
        let localiser = Localiser.localiser(for: Language(rawValue: tag))
        #expect(localiser.date(tuesday, style: .long, calendar: calendar) == expected)
    }

    @Test(arguments: [Language.arabic, .dari, .sorani, .tigrinya], CalendarSystem.allCases)
    func `no month of any calendar is in Latin letters`(
        language: Language, calendar: CalendarSystem
    ) {
        let localiser = Localiser.localiser(for: language)
        for day in stride(from: 18_000, to: 18_400, by: 4) {
            let text = localiser.date(LocalDate(dayNumber: day), calendar: calendar)
            #expect(!text.contains { $0.isASCII && $0.isLetter })
        }
    }

    @Test func `the thirteenth Ethiopic month is Pagumen`() throws {
        let pagumen = try #require(LocalDate("2020-09-08"))
        let localiser = Localiser.localiser(for: .tigrinya)
        #expect(localiser.date(pagumen, style: .long, calendar: .ethiopic) == "3 ጳጉሜን 2012")
        let newYear = try #require(LocalDate("2020-09-11"))
        #expect(localiser.date(newYear, style: .long, calendar: .ethiopic) == "1 መስከረም 2013")
    }

    @Test func `every day of the Persian year falls in its Dari month`() throws {
        let newYear = try #require(LocalDate("2020-03-20"))
        let localiser = Localiser.localiser(for: .dari)
        let months = (0..<12).map { month in
            let first = newYear.adding(days: month <= 6 ? month * 31 : 186 + (month - 6) * 30)
            return localiser.date(first, style: .dayMonth, calendar: .persian)
        }
        #expect(
            months == [
                "1 حمل", "1 ثور", "1 جوزا", "1 سرطان", "1 اسد", "1 سنبله", "1 میزان", "1 عقرب",
                "1 قوس", "1 جدی", "1 دلو", "1 حوت",
            ])
    }

    @Test func `the reader's own calendar stands second and is labelled`() {
        let dari = Localiser.localiser(for: .dari).dateWithSecondCalendar(tuesday)
        #expect(
            dari == "\u{2068}سه‌شنبه 21 اپریل 2020\u{2069} (تقویم هجری شمسی: "
                + "\u{2068}2 ثور 1399\u{2069})")
        let tigrinya = Localiser.localiser(for: .tigrinya).dateWithSecondCalendar(tuesday)
        #expect(tigrinya == "ሰሉስ፣ 21 ሚያዝያ 2020 (ግእዛዊ ዓውደ ኣዋርሕ: 13 ሚያዝያ 2012)")
        let swedish = Localiser.localiser(for: .swedish)
        #expect(swedish.dateWithSecondCalendar(tuesday) == "tisdag 21 april 2020")
        #expect(
            swedish.dateWithSecondCalendar(tuesday, second: .ethiopic)
                == "tisdag 21 april 2020 (etiopisk kalender: 13 miyazya 2012)")
    }

    @Test(arguments: [
        ("1999-12-31", true), ("2000-01-01", false), ("2029-06-30", false),
        ("2029-07-01", true),
    ])
    func `an Islamic date says when it may be a day off`(
        day: String, isApproximate: Bool
    ) throws {
        let date = try #require(LocalDate(day))
        let text = Localiser.localiser(for: .swedish).date(date, calendar: .islamic)
        #expect(text.hasSuffix("(ungefärligt)") == isApproximate)
    }

    @Test func `a day long before the change of calendars is proleptic Gregorian`() throws {
        let date = try #require(LocalDate("1000-02-28"))
        #expect(
            Localiser.localiser(for: .swedish).date(date, style: .long) == "28 februari 1000")
    }

    @Test(arguments: [
        ("2020-12-31", "vecka 53"), ("2021-01-03", "vecka 53"), ("2021-01-04", "vecka 1"),
        ("2018-12-31", "vecka 1"), ("2020-04-19", "vecka 16"), ("2020-04-20", "vecka 17"),
    ])
    func `weeks follow ISO 8601`(day: String, week: String) throws {
        let date = try #require(LocalDate(day))
        #expect(Localiser.localiser(for: .swedish).week(date) == week)
        let number = week.split(separator: " ").last.map(String.init) ?? ""
        #expect(Localiser.localiser(for: .english).week(date) == "week " + number)
        #expect(Localiser.localiser(for: .arabic).week(date) == "الأسبوع " + number)
    }

    @Test func `the clock has 24 hours, and a range runs from left to right`() throws {
        let start = try #require(LocalTime("17:30"))
        let end = try #require(LocalTime("19:30"))
        #expect(Localiser.localiser(for: .english).timeRange(start, end) == "17:30–19:30")
        #expect(
            Localiser.localiser(for: .arabic).timeRange(start, end)
                == "\u{2068}17:30–19:30\u{2069}")
        #expect(Localiser.localiser(for: .arabic, digits: .arabic).time(start) == "١٧:٣٠")
    }

    @Test func `other digits are a person's choice`() {
        let arabic = Localiser.localiser(for: .arabic, digits: .arabic)
        #expect(arabic.date(tuesday) == "الثلاثاء، ٢١ أبريل ٢٠٢٠")
        #expect(arabic.date(tuesday, style: .short) == "٢٠٢٠-٠٤-٢١")
        let dari = Localiser.localiser(for: .dari, digits: .persian)
        #expect(dari.date(tuesday, style: .long, calendar: .persian) == "۲ ثور ۱۳۹۹")
    }

    @Test func `weekdays have names in every language`() {
        for language in Language.catalogue {
            let localiser = Localiser.localiser(for: language)
            #expect(Set(Weekday.allCases.map(localiser.weekday)).count == 7)
        }
        #expect(Localiser.localiser(for: .swedish).weekday(.monday) == "måndag")
    }
}
