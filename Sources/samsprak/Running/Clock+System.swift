import Courses
import FoundationEssentials

extension Clock {
    /// The machine's own.
    static let system = Clock { Instant(milliseconds: Self.milliseconds(Date.now)) }

    /// Shows `start` now and runs on from there.
    static func starting(at start: Instant) -> Clock {
        let offset = start.milliseconds - milliseconds(Date.now)
        return Clock { Instant(milliseconds: milliseconds(Date.now) + offset) }
    }

    private static func milliseconds(_ date: Date) -> Int64 {
        Int64(date.timeIntervalSince1970 * 1000)
    }
}
