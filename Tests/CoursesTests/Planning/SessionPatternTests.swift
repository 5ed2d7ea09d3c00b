import Courses
import Testing

@Suite struct SessionPatternTests {
    @Test func `a weekly course skips Easter, May Day and the Ascension`() throws {
        let plan = try pattern(from: "2020-04-06", .monday, .sessions(4)).plan()
        #expect(days(plan) == ["2020-04-06", "2020-04-20", "2020-04-27", "2020-05-04"])
        #expect(skipped(plan) == ["2020-04-13 easterMonday"])
        let fridays = try pattern(from: "2020-04-03", .friday, .sessions(4)).plan()
        #expect(days(fridays) == ["2020-04-03", "2020-04-17", "2020-04-24", "2020-05-08"])
        #expect(skipped(fridays) == ["2020-04-10 goodFriday", "2020-05-01 mayDay"])
        let thursdays = try pattern(from: "2020-05-14", .thursday, .sessions(2)).plan()
        #expect(days(thursdays) == ["2020-05-14", "2020-05-28"])
        #expect(skipped(thursdays) == ["2020-05-21 ascensionDay"])
    }

    @Test(arguments: [("2020-03-17", 3), ("2020-10-13", 3)])
    func `half past five stays half past five when the clocks change`(
        first: String, count: Int
    ) throws {
        let plan = try pattern(from: first, .tuesday, .sessions(count)).plan()
        let shown = plan.sessions.map { WallClock.reading(WallClock.instant($0.date, $0.start)) }
        #expect(shown.map(\.date) == plan.sessions.map(\.date))
        #expect(shown.map(\.time.description) == ["17:30", "17:30", "17:30"])
        let moments = plan.sessions.map { WallClock.instant($0.date, $0.start).milliseconds }
        let week: Int64 = 7 * 24 * 3_600_000
        #expect(moments[2] - moments[0] != 2 * week)
    }

    @Test func `sessions are numbered without gaps and keep the slot's times`() throws {
        let plan = try pattern(from: "2020-04-06", .monday, .sessions(3)).plan()
        #expect(plan.sessions.map(\.number) == [1, 2, 3])
        #expect(plan.sessions.allSatisfy { $0.start == start && $0.end == end })
    }

    @Test func `the first session is on the slot's first weekday from the day given`() throws {
        for (offset, weekday) in Weekday.allCases.enumerated() {
            let plan = try pattern(from: "2020-02-03", weekday, .sessions(1)).plan()
            let monday = try #require(LocalDate("2020-02-03"))
            #expect(plan.sessions.map(\.date) == [monday.adding(days: offset)])
        }
        let later = try pattern(from: "2020-02-05", .tuesday, .sessions(1)).plan()
        #expect(days(later) == ["2020-02-11"])
    }

    @Test func `a fortnightly course keeps its weeks through a skipped occasion`() throws {
        let plan = try pattern(
            from: "2020-03-30", .monday, .sessions(4), interval: .fortnightly
        ).plan()
        #expect(days(plan) == ["2020-03-30", "2020-04-27", "2020-05-11", "2020-05-25"])
        #expect(skipped(plan) == ["2020-04-13 easterMonday"])
    }

    @Test func `a school break takes its first and its last day`() throws {
        let sport = SchoolBreak(
            name: "sportlov", first: try #require(LocalDate("2020-02-17")),
            last: try #require(LocalDate("2020-02-24")))
        let plan = try pattern(
            from: "2020-02-10", .monday, .sessions(2), breaks: [sport]
        ).plan()
        #expect(days(plan) == ["2020-02-10", "2020-03-02"])
        #expect(plan.skipped.map(\.reason) == [.schoolBreak("sportlov"), .schoolBreak("sportlov")])
        let sunday = try pattern(
            from: "2020-02-16", .sunday, .sessions(1), breaks: [sport]
        ).plan()
        #expect(days(sunday) == ["2020-02-16"])
    }

    @Test func `given dates are skipped, and a holiday is the reason told first`() throws {
        let dates: Set = [
            try #require(LocalDate("2020-04-13")), try #require(LocalDate("2020-04-20")),
            try #require(LocalDate("2020-04-21")),
        ]
        let easter = SchoolBreak(
            name: "påsklov", first: try #require(LocalDate("2020-04-06")),
            last: try #require(LocalDate("2020-04-20")))
        let plan = try pattern(
            from: "2020-04-06", .monday, .sessions(1), dates: dates, breaks: [easter]
        ).plan()
        #expect(
            skipped(plan) == [
                "2020-04-06 schoolBreak", "2020-04-13 easterMonday", "2020-04-20 givenDate",
            ])
        #expect(days(plan) == ["2020-04-27"])
    }

    @Test func `sundays without a name and eves are used`() throws {
        let sundays = try pattern(from: "2020-04-05", .sunday, .sessions(2)).plan()
        #expect(days(sundays) == ["2020-04-05", "2020-04-19"])
        let eve = try pattern(from: "2020-12-24", .thursday, .sessions(2)).plan()
        #expect(days(eve) == ["2020-12-24", "2020-12-31"])
    }

    @Test func `holidays are kept when the course wants them`() throws {
        let plan = try pattern(
            from: "2020-04-06", .monday, .sessions(2), skipsHolidays: false
        ).plan()
        #expect(days(plan) == ["2020-04-06", "2020-04-13"])
        #expect(plan.skipped.isEmpty)
    }

    @Test func `a last day is itself included, and later skips are not told`() throws {
        let last = try #require(LocalDate("2020-04-20"))
        let plan = try pattern(from: "2020-04-06", .monday, .through(last)).plan()
        #expect(days(plan) == ["2020-04-06", "2020-04-20"])
        #expect(skipped(plan) == ["2020-04-13 easterMonday"])
        let before = try pattern(
            from: "2020-04-06", .monday, .through(last.adding(days: -1))
        ).plan()
        #expect(days(before) == ["2020-04-06"])
        #expect(skipped(before) == ["2020-04-13 easterMonday"])
        let counted = try pattern(from: "2020-04-06", .monday, .sessions(1)).plan()
        #expect(counted.skipped.isEmpty)
    }

    @Test func `sixty sessions are the most`() throws {
        #expect(try pattern(from: "2020-01-13", .monday, .sessions(60)).plan().sessions.count == 60)
        #expect(try error(pattern(from: "2020-01-13", .monday, .sessions(61))) == .countOutOfRange)
        #expect(try error(pattern(from: "2020-01-13", .monday, .sessions(0))) == .countOutOfRange)
        #expect(try error(pattern(from: "2020-01-13", .monday, .sessions(-1))) == .countOutOfRange)
        let far = try #require(LocalDate("2025-01-01"))
        #expect(try error(pattern(from: "2020-01-13", .monday, .through(far))) == .countOutOfRange)
    }

    @Test func `a slot ends after it starts`() {
        #expect(Slot(weekday: .monday, start: start, end: start) == nil)
        #expect(Slot(weekday: .monday, start: end, end: start) == nil)
        #expect(Slot(weekday: .monday, start: start, end: end)?.end == end)
    }

    @Test func `a plan that leads nowhere says so`() throws {
        let first = try #require(LocalDate("2020-01-13"))
        let always = SchoolBreak(name: "stängt", first: first, last: first.adding(days: 4000))
        let backwards = SchoolBreak(name: "lov", first: first, last: first.adding(days: -1))
        #expect(
            try error(pattern(from: "2020-01-13", .monday, .sessions(1), breaks: [always]))
                == .tooManySkipped)
        #expect(
            try error(pattern(from: "2020-01-13", .monday, .sessions(1), breaks: [backwards]))
                == .breakEndsBeforeItBegins(backwards))
        #expect(
            try error(pattern(from: "2020-01-13", .monday, .through(first.adding(days: -1))))
                == .lastBeforeFirst)
        #expect(
            try error(pattern(from: "2020-01-14", .monday, .through(first.adding(days: 2))))
                == .noOccasionLeft)
        #expect(
            try error(
                pattern(from: "2020-01-13", .monday, .through(first), breaks: [always]))
                == .noOccasionLeft)
        #expect(try error(pattern(from: "9999-12-27", .monday, .sessions(2))) == .afterLastYear)
    }

    @Test func `each refusal has a code of its own`() throws {
        let day = try #require(LocalDate("2020-01-13"))
        let errors: [PlanError] = [
            .countOutOfRange, .lastBeforeFirst,
            .breakEndsBeforeItBegins(SchoolBreak(name: "", first: day, last: day)),
            .tooManySkipped, .noOccasionLeft, .afterLastYear,
        ]
        #expect(Set(errors.map(\.code)).count == errors.count)
        #expect(SkipReason.holiday(.mayDay).code == "mayDay")
    }

    private let start = LocalTime(hour: 17, minute: 30) ?? .midnight
    private let end = LocalTime(hour: 19, minute: 30) ?? .midnight

    private func pattern(
        from: String, _ weekday: Weekday, _ extent: SessionPattern.Extent,
        interval: SessionPattern.Interval = .weekly, skipsHolidays: Bool = true,
        dates: Set<LocalDate> = [], breaks: [SchoolBreak] = []
    ) throws -> SessionPattern {
        SessionPattern(
            from: try #require(LocalDate(from)),
            slot: try #require(Slot(weekday: weekday, start: start, end: end)), interval: interval,
            extent: extent, skipsPublicHolidays: skipsHolidays, skippedDates: dates,
            schoolBreaks: breaks)
    }

    private func error(_ pattern: SessionPattern) -> PlanError? {
        do throws(PlanError) {
            _ = try pattern.plan()
            return nil
        } catch {
            return error
        }
    }

    private func days(_ plan: Plan) -> [String] { plan.sessions.map(\.date.description) }

    private func skipped(_ plan: Plan) -> [String] {
        plan.skipped.map { "\($0.date) \($0.reason.code)" }
    }
}
