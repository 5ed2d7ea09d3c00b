import Courses
import Testing

@Suite struct SwedishHolidayTests {
    @Test func `the holidays of 2020 are those in the almanac`() {
        #expect(
            almanac(2020) == [
                "2020-01-01 newYearsDay", "2020-01-06 epiphany", "2020-04-10 goodFriday",
                "2020-04-12 easterSunday", "2020-04-13 easterMonday", "2020-05-01 mayDay",
                "2020-05-21 ascensionDay", "2020-05-31 whitSunday", "2020-06-06 nationalDay",
                "2020-06-20 midsummerDay", "2020-10-31 allSaintsDay", "2020-12-25 christmasDay",
                "2020-12-26 boxingDay",
            ])
    }

    @Test func `the holidays of 2019 are those in the almanac`() {
        #expect(
            almanac(2019) == [
                "2019-01-01 newYearsDay", "2019-01-06 epiphany", "2019-04-19 goodFriday",
                "2019-04-21 easterSunday", "2019-04-22 easterMonday", "2019-05-01 mayDay",
                "2019-05-30 ascensionDay", "2019-06-06 nationalDay", "2019-06-09 whitSunday",
                "2019-06-22 midsummerDay", "2019-11-02 allSaintsDay", "2019-12-25 christmasDay",
                "2019-12-26 boxingDay",
            ])
    }

    @Test(arguments: [
        "1990-04-15", "1999-04-04", "2000-04-23", "2001-04-15", "2004-04-11", "2005-03-27",
        "2008-03-23", "2011-04-24", "2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04",
        "2022-04-17", "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
        "2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25", "1818-03-22", "1943-04-25",
        "1954-04-18", "1981-04-19", "2049-04-18", "2076-04-19", "2285-03-22",
    ])
    func `Easter is where the almanac has it`(day: String) throws {
        let date = try #require(LocalDate(day))
        #expect(SwedishHoliday.easterSunday.date(in: date.year) == date)
    }

    @Test func `Easter agrees with another way of reckoning over nine centuries`() throws {
        for year in 1583...2500 {
            let easter = try #require(SwedishHoliday.easterSunday.date(in: year))
            let (month, day) = easterByMeeus(year)
            #expect((easter.month, easter.day) == (month, day), "\(year)")
        }
    }

    @Test func `each holiday keeps to its days for two centuries`() throws {
        for year in 1900...2100 {
            for (date, holiday) in SwedishHoliday.holidays(in: year) {
                let window = try #require(windows[holiday])
                let monthDay = date.month * 100 + date.day
                #expect(window.days.contains(monthDay), "\(date) \(holiday)")
                #expect(window.weekday == nil || window.weekday == date.weekday, "\(date)")
            }
        }
    }

    @Test func `Whit Monday gave way to the National Day in 2005`() {
        #expect(SwedishHoliday.whitMonday.date(in: 2004) == LocalDate("2004-05-31"))
        #expect(SwedishHoliday.nationalDay.date(in: 2004) == nil)
        #expect(SwedishHoliday.whitMonday.date(in: 2005) == nil)
        #expect(SwedishHoliday.nationalDay.date(in: 2005) == LocalDate("2005-06-06"))
    }

    @Test func `two holidays may share a day`() throws {
        let shared = try #require(LocalDate("2008-05-01"))
        #expect(SwedishHoliday.named(on: shared) == .ascensionDay)
        #expect(SwedishHoliday.holidays(in: 2008).count { $0.date == shared } == 2)
        #expect(SwedishHoliday.named(on: try #require(LocalDate("2009-05-01"))) == .mayDay)
    }

    @Test(arguments: ["2020-06-19", "2020-12-24", "2020-12-31", "2020-04-30", "2021-01-05"])
    func `an eve is no public holiday under the Act`(day: String) throws {
        let date = try #require(LocalDate(day))
        #expect(SwedishHoliday.named(on: date) == nil)
        #expect(!SwedishHoliday.isPublicHoliday(date))
    }

    @Test func `every Sunday is a public holiday, most without a name`() throws {
        let sunday = try #require(LocalDate("2020-04-19"))
        #expect(SwedishHoliday.isPublicHoliday(sunday))
        #expect(SwedishHoliday.named(on: sunday) == nil)
        #expect(!SwedishHoliday.isPublicHoliday(sunday.adding(days: 1)))
        #expect(SwedishHoliday.isPublicHoliday(try #require(LocalDate("2020-04-13"))))
    }

    private func almanac(_ year: Int) -> [String] {
        SwedishHoliday.holidays(in: year).map { "\($0.date) \($0.holiday.code)" }
    }

    private let windows: [SwedishHoliday: (days: ClosedRange<Int>, weekday: Weekday?)] = [
        .newYearsDay: (101...101, nil), .epiphany: (106...106, nil),
        .goodFriday: (320...423, .friday), .easterSunday: (322...425, .sunday),
        .easterMonday: (323...426, .monday), .mayDay: (501...501, nil),
        .ascensionDay: (430...603, .thursday), .whitSunday: (510...613, .sunday),
        .whitMonday: (511...614, .monday), .nationalDay: (606...606, nil),
        .midsummerDay: (620...626, .saturday), .allSaintsDay: (1031...1106, .saturday),
        .christmasDay: (1225...1225, nil), .boxingDay: (1226...1226, nil),
    ]

    /// The tables of Meeus, *Astronomical Algorithms*, chapter 8, as arithmetic.
    private func easterByMeeus(_ year: Int) -> (Int, Int) {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let g = (b - (b + 8) / 25 + 1) / 3
        let h = (19 * a + b - b / 4 - g + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let n = h + l - 7 * m + 114
        return (n / 31, n % 31 + 1)
    }
}
