package import Courses

/// Why a programme, round, group, venue or user was not made or changed.
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
    /// Somebody changed it after it was shown.
    case changedMeanwhile
    /// The first day stays once a session has begun.
    case roundBegun
    /// 0 to 500.
    case childcareOutOfRange
    case languageTwice
    case tooManyLanguages(maximum: Int)
    /// So many people have, or have had, a place under a language that the group is no longer to have.
    case languageInUse(Language, people: Int)
    /// A group's languages stay once a session of it has begun.
    case languagesKept
    /// So many who have a place, or were offered one, would no longer fit the group.
    case noLongerFit(Int)
    /// So many children have childcare in the group.
    case childcareTaken(Int)
    /// More seats are taken than there are to be; overruled by a reason.
    case maximumTaken(taken: Int, maximum: Int)
    /// So many sessions to come are at the weekly time of before; overruled by a reason.
    case slotPlanned(Int)
    case venueNameTaken(String)
    case roomUnknown(String)
    case roomTwice(String)
    case tooManyRooms(maximum: Int)
    case roomInUse(String, groups: [String])
    case calendarNameTaken(String)
    /// A listed reason has words in one language at least.
    case reasonTextMissing
    /// The earliest day that can be its last.
    case reasonEndsTooEarly(LocalDate)
    case textTooLong(maximum: Int)
    /// U+0000 ends a text where it is kept.
    case characterRefused
}
