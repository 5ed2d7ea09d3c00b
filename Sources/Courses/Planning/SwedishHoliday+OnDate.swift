extension SwedishHoliday {
    /// The holidays of the year by date. Two may share one: in 2008 Ascension Day was 1 May.
    package static func holidays(in year: Int) -> [(date: LocalDate, holiday: SwedishHoliday)] {
        allCases
            .compactMap { holiday in holiday.date(in: year).map { ($0, holiday) } }
            .sorted { $0.0 < $1.0 }
    }

    /// The holiday that the day is named after; the one that moves with Easter where two share it.
    package static func named(on date: LocalDate) -> SwedishHoliday? {
        let holidays = allCases.filter { $0.date(in: date.year) == date }
        return holidays.first(where: \.movesWithEaster) ?? holidays.first
    }

    /// Whether the Act makes the day a public holiday: a named one or any Sunday.
    package static func isPublicHoliday(_ date: LocalDate) -> Bool {
        date.weekday == .sunday || named(on: date) != nil
    }

    private var movesWithEaster: Bool {
        switch self {
        case .goodFriday, .easterSunday, .easterMonday, .ascensionDay, .whitSunday, .whitMonday:
            true
        case .newYearsDay, .epiphany, .mayDay, .nationalDay, .midsummerDay, .allSaintsDay,
            .christmasDay, .boxingDay:
            false
        }
    }
}
