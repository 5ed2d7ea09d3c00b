/// When in the week a group meets, on the wall clock.
package struct WeeklySlot: Hashable, Sendable, Codable {
    package let weekday: Weekday
    package let start: LocalTime
    /// Later than the start on the same day, which planning checks.
    package let end: LocalTime

    package init(weekday: Weekday, start: LocalTime, end: LocalTime) {
        self.weekday = weekday
        self.start = start
        self.end = end
    }
}
