/// A public holiday that has a name in the Act (1989:253) on public holidays.
///
/// Every Sunday is one as well, without a name. Midsummer's Eve, Christmas Eve and New Year's Eve
/// are none under the Act, though few work on them; whoever wants them skipped gives their dates.
package enum SwedishHoliday: String, Hashable, Sendable, CaseIterable, Codable {
    case newYearsDay, epiphany, goodFriday, easterSunday, easterMonday, mayDay, ascensionDay
    case whitSunday
    /// Until 2004.
    case whitMonday
    /// From 2005 (SFS 2004:1320), in exchange for Whit Monday.
    case nationalDay
    case midsummerDay, allSaintsDay, christmasDay, boxingDay

    /// Stable; stands in JSON and names the wording.
    package var code: String { rawValue }

    /// Nil in a year in which the day is no holiday.
    package func date(in year: Int) -> LocalDate? {
        switch self {
        case .newYearsDay: LocalDate(year: year, month: 1, day: 1)
        case .epiphany: LocalDate(year: year, month: 1, day: 6)
        case .goodFriday: Self.easter(year)?.adding(days: -2)
        case .easterSunday: Self.easter(year)
        case .easterMonday: Self.easter(year)?.adding(days: 1)
        case .mayDay: LocalDate(year: year, month: 5, day: 1)
        case .ascensionDay: Self.easter(year)?.adding(days: 39)
        case .whitSunday: Self.easter(year)?.adding(days: 49)
        case .whitMonday: year < 2005 ? Self.easter(year)?.adding(days: 50) : nil
        case .nationalDay: year < 2005 ? nil : LocalDate(year: year, month: 6, day: 6)
        case .midsummerDay: LocalDate(year: year, month: 6, day: 20)?.saturdayOnOrAfter
        case .allSaintsDay: LocalDate(year: year, month: 10, day: 31)?.saturdayOnOrAfter
        case .christmasDay: LocalDate(year: year, month: 12, day: 25)
        case .boxingDay: LocalDate(year: year, month: 12, day: 26)
        }
    }

    /// The Sunday after the full moon of spring, as the Gregorian calendar reckons the moon.
    private static func easter(_ year: Int) -> LocalDate? {
        let century = year / 100
        let leapDaysLeftOut = century - century / 4
        let moonCorrection = (8 * century + 13) / 25
        let daysToFullMoon = (19 * (year % 19) + leapDaysLeftOut - moonCorrection + 15) % 30
        // The reckoning never lets the full moon fall as late as 19 April, nor on the 18th in the
        // second half of the cycle.
        let isLate = daysToFullMoon == 29 || (daysToFullMoon == 28 && year % 19 > 10)
        let fullMoon = LocalDate(year: year, month: 3, day: 21)?
            .adding(days: isLate ? daysToFullMoon - 1 : daysToFullMoon)
        return fullMoon.map { $0.adding(days: 7 - $0.weekday.rawValue % 7) }
    }
}

extension LocalDate {
    fileprivate var saturdayOnOrAfter: LocalDate {
        adding(days: (Weekday.saturday.rawValue - weekday.rawValue + 7) % 7)
    }
}
