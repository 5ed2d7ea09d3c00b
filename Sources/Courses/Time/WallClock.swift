/// The clock on a wall in Sweden: UTC+1, and UTC+2 from the last Sunday of March to the last
/// Sunday of October, each change at 01:00 UTC (Directive 2000/84/EC; SFS 2001:127).
package enum WallClock {
    /// The moment when the wall shows this. A time that a change skips is read as if the clock
    /// had not yet changed; of a time that comes twice the first is meant.
    package static func instant(_ date: LocalDate, _ time: LocalTime) -> Instant {
        let wall = Int64(date.dayNumber) * 1440 + Int64(time.minutes)
        let summer = Instant(milliseconds: (wall - 120) * 60_000)
        return isSummer(summer) ? summer : Instant(milliseconds: (wall - 60) * 60_000)
    }

    package static func reading(_ instant: Instant) -> (date: LocalDate, time: LocalTime) {
        let offset: Int64 = isSummer(instant) ? 120 : 60
        let minutes = floorDivide(instant.milliseconds, 60_000) + offset
        let day = floorDivide(minutes, 1440)
        let time = LocalTime(minutes: Int(minutes - day * 1440))
        return (LocalDate(dayNumber: Int(day)), time ?? .midnight)
    }

    package static func date(_ instant: Instant) -> LocalDate { reading(instant).date }

    private static func isSummer(_ instant: Instant) -> Bool {
        let year = LocalDate(dayNumber: Int(floorDivide(instant.milliseconds, 86_400_000))).year
        return change(year, month: 3) <= instant && instant < change(year, month: 10)
    }

    private static func change(_ year: Int, month: Int) -> Instant {
        let first = LocalDate(year: year, month: month, day: 1) ?? LocalDate(dayNumber: 0)
        let last = first.adding(days: 30)
        let sunday = last.adding(days: -(last.weekday.rawValue % 7))
        return Instant(milliseconds: (Int64(sunday.dayNumber) * 24 + 1) * 3_600_000)
    }
}
