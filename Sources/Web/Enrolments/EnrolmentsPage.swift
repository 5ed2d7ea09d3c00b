import Courses
import Desk
import Localisation

/// Who is enrolled in a round, step by step.
struct EnrolmentsPage: Page {
    static let template = "enrolments"

    let layout: Layout
    let heading: String
    let roundName: String
    let done: PastDone?
    let ways: [SessionLink]
    let stepChoice: EnrolmentChoice
    let languageChoice: EnrolmentChoice
    let sections: [EnrolmentSection]
    let emptyText: String?
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
    let name: String
    let otherName: String?
    let languages: String
    let state: String
    /// Whether the state asks for something to be done.
    let isLate: Bool
    let facts: [EnrolmentFact]
    let steps: [StepLink]
    let hasMore: Bool
    let moreLabel: String
    let moreFor: String
    let more: [StepLink]
}

struct EnrolmentFact: Sendable {
    let text: String
}

struct StepLink: Sendable {
    let href: String
    let label: String
    /// With whom it is about, for those who do not see where it stands.
    let spoken: String
}
