package import Courses

/// Why a programme, round, group or user was not made.
package enum OrganisingError: Error, Sendable, Equatable {
    case nameMissing
    /// Codes are 1 to 40 of `a`–`z`, digits and hyphens.
    case codeMalformed(String)
    case codeTaken(String)
    case rules(CourseRulesFault)
    case groupSize(minimum: Int, maximum: Int)
    case groupNameTaken(String)
    case languageMissing
    /// A link is an `https` address.
    case linkMalformed(String)
    /// More than one group is called so; its id tells them apart.
    case groupNameAmbiguous(String)
    case roundEnded(LocalDate)
    /// A round ends on or after its first day, and not in the future.
    case endOutOfRange(LocalDate)
    case externalIDTaken(String)
    case identityNumberTaken
}
