package import Courses

extension Localiser {
    /// The day in the language's words, in the working calendar unless another is asked for.
    package func date(
        _ date: LocalDate, style: DateStyle = .full, calendar: CalendarSystem = .gregorian
    ) -> String {
        guard style != .short else { return digits.rewrite(date.description) }
        let formatter = formatters.dates.value(.init(style: style, calendar: calendar)) {
            DateFormatter(
                locale: localeTag(language, calendar: calendar, digits: digits),
                pattern: DatePattern.pattern(style, language),
                months: MonthNames.months(calendar, language))
        }
        let text = formatter?.format(dayNumber: date.dayNumber) ?? date.description
        return calendar.isApproximate(on: date)
            ? self(Message("calendar.approximate", ["date": .text(text)])) : text
    }

    /// The day in the working calendar, and after it, labelled, in the calendar that the
    /// language's readers know from home, where there is one.
    package func dateWithSecondCalendar(
        _ date: LocalDate, style: DateStyle = .full, second: CalendarSystem? = nil
    ) -> String {
        let first = self.date(date, style: style)
        guard let second = second ?? .second(for: language), second != .gregorian
        else { return first }
        let other = self.date(date, style: .long, calendar: second)
        return self(
            Message(
                "calendar.withSecond",
                [
                    "date": .text(first), "calendar": .text(name(of: second)),
                    "second": .text(other),
                ]))
    }

    /// What a calendar is called.
    package func name(of calendar: CalendarSystem) -> String {
        switch calendar {
        case .gregorian: self(Message("calendar.gregorian"))
        case .persian: self(Message("calendar.persian"))
        case .ethiopic: self(Message("calendar.ethiopic"))
        case .islamic: self(Message("calendar.islamic"))
        }
    }

    /// The week by ISO 8601 whatever the language: `vecka 17`.
    package func week(_ date: LocalDate) -> String {
        self(Message("date.week", ["week": .number(date.isoWeek.week)]))
    }

    package func weekday(_ weekday: Weekday) -> String {
        // 1970-01-05 was a Monday.
        date(LocalDate(dayNumber: 3 + weekday.rawValue), style: .weekday)
    }
}

extension LocalDate {
    /// The week by ISO 8601, and the year that it belongs to: the year of its Thursday.
    package var isoWeek: (year: Int, week: Int) {
        let thursday = adding(days: 4 - weekday.rawValue)
        let newYear = LocalDate(year: thursday.year, month: 1, day: 1) ?? thursday
        return (thursday.year, (thursday.dayNumber - newYear.dayNumber) / 7 + 1)
    }
}
