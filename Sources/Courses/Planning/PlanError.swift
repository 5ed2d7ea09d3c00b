/// Why no sessions can be planned from a pattern.
package enum PlanError: Error, Hashable, Sendable {
    /// Asked for, or reached by the last day, fewer than 1 or more than 60.
    case countOutOfRange
    case lastBeforeFirst
    case breakEndsBeforeItBegins(SchoolBreak)
    /// What is to be skipped leaves no room within two years of weeks.
    case tooManySkipped
    /// Not one occasion before the last day that isn't skipped.
    case noOccasionLeft
    /// Years have four digits.
    case afterLastYear

    /// Stable; names the wording.
    package var code: String {
        switch self {
        case .countOutOfRange: "countOutOfRange"
        case .lastBeforeFirst: "lastBeforeFirst"
        case .breakEndsBeforeItBegins: "breakEndsBeforeItBegins"
        case .tooManySkipped: "tooManySkipped"
        case .noOccasionLeft: "noOccasionLeft"
        case .afterLastYear: "afterLastYear"
        }
    }
}
