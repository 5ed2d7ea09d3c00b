import ArgumentParser
import Courses
import Desk

/// A weekly time, given whole or not at all.
struct SlotOptions: ParsableArguments {
    @Option(help: "The day of the week: monday to sunday.") var weekday: Weekday?
    @Option(help: "When a session starts, such as 17:30.") var start: LocalTime?
    @Option(help: "When it ends, the same day.") var end: LocalTime?

    func validate() throws {
        let given = [weekday == nil, start == nil, end == nil]
        guard given.allSatisfy({ $0 == given[0] }) else {
            throw UsageError.slotIncomplete
        }
    }

    /// Nil when nothing is given.
    func slot() throws -> Slot? {
        guard let weekday, let start, let end else { return nil }
        guard let slot = Slot(weekday: weekday, start: start, end: end) else {
            throw SessionError.endBeforeStart
        }
        return slot
    }
}
