import Courses
import Desk
import Localisation

/// Who is enrolled in a round, step by step.
struct EnrolmentsPage: Page {
    static let template = "enrolments"

    let layout: Layout
    let backHref: String
    let backText: String
    let heading: String
    let roundName: String
    let done: PastDone?
    /// Of a form that came twice.
    let noticeText: String?
    let ways: [SessionLink]
    let stepChoice: EnrolmentChoice
    let languageChoice: EnrolmentChoice
    let sections: [EnrolmentSection]
    /// What can be done with several at once; nil where nothing can.
    let bulk: EnrolmentBulk?
    let emptyText: String?
}

/// One step for all who are chosen.
struct EnrolmentBulk: Sendable {
    let action: String
    let hidden: [HiddenField]
    let label: String
    let kinds: [EnrolmentBulkKind]
    let submitLabel: String
}

struct EnrolmentBulkKind: Sendable {
    let value: String
    let text: String
}

/// Links that narrow the list.
struct EnrolmentChoice: Sendable {
    let label: String
    let links: [RoundLink]
}

struct EnrolmentSection: Sendable {
    let title: String
    let people: [EnrolmentCard]
}

/// Somebody in the list, and what can be done next.
struct EnrolmentCard: Sendable {
    /// Of the box that chooses them; nil where no step of several is theirs.
    let chosenAs: String?
    let chooseText: String
    let name: String
    let otherName: String?
    let languages: String
    let state: String
    /// Whether the state asks for something to be done.
    let isLate: Bool
    let facts: [TextLine]
    let steps: [StepLink]
    let hasMore: Bool
    let moreLabel: String
    let moreFor: String
    let more: [StepLink]
}

struct StepLink: Sendable {
    let href: String
    let label: String
    /// With whom it is about, for those who do not see where it stands.
    let spoken: String
}
