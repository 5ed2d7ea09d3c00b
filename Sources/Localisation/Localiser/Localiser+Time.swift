package import Courses

extension Localiser {
    /// The 24-hour clock: `17:30`.
    package func time(_ time: LocalTime) -> String {
        digits.rewrite(time.description)
    }

    /// `17:30–19:30`, from left to right in any line.
    package func timeRange(_ start: LocalTime, _ end: LocalTime) -> String {
        Bidi.isolate("\(time(start))–\(time(end))", in: direction)
    }
}
