import Courses
import Testing

@Suite struct LocalDateTests {
    @Test func `a date survives its day number over four centuries`() {
        for dayNumber in stride(from: -60_000, through: 90_000, by: 1) {
            let date = LocalDate(dayNumber: dayNumber)
            #expect(LocalDate(year: date.year, month: date.month, day: date.day) == date)
        }
    }

    @Test(arguments: [
        "2020-02-30", "2019-02-29", "2020-13-01", "20-01-01", "2020-1-01", "", "٢٠٢٠-٠١-٠١",
    ])
    func `what names no day is no date`(_ text: String) {
        #expect(LocalDate(text) == nil)
    }

    @Test func `weekdays follow the ISO week`() {
        #expect(LocalDate("2020-04-21")?.weekday == .tuesday)
        #expect(LocalDate("1969-12-29")?.weekday == .monday)
    }

    @Test(arguments: [
        ("2020-03-28", "17:30", "2020-03-28T16:30:00.000Z"),
        ("2020-03-29", "17:30", "2020-03-29T15:30:00.000Z"),
        ("2020-10-24", "17:30", "2020-10-24T15:30:00.000Z"),
        ("2020-10-25", "17:30", "2020-10-25T16:30:00.000Z"),
    ])
    func `half past five stays half past five over both clock changes`(
        date: String, time: String, moment: String
    ) throws {
        let date = try #require(LocalDate(date))
        let time = try #require(LocalTime(time))
        let instant = WallClock.instant(date, time)
        #expect(instant.description == moment)
        #expect(Instant(moment) == instant)
        #expect(WallClock.reading(instant) == (date, time))
    }
}
