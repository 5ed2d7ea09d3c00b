import Courses
import Desk
import Localisation

/// What a step of an enrolment would do, before it does, and all that can still be chosen.
struct StepPage: Page {
    static let template = "enrolment-step"

    let layout: Layout
    let backHref: String
    let backText: String
    let heading: String
    let roundName: String
    /// What others did since the round was shown.
    let changed: StepChanges?
    let notice: String?
    let fault: BoardFault?
    let undoing: PastAct?
    let sentence: String?
    let effects: StepEffects?
    /// What was said of the priority before.
    let priorities: [PriorityList]
    /// Nil where nobody was chosen.
    let form: StepForm?
}

struct StepChanges: Sendable {
    let title: String
    let lines: [PastAct]
    let text: String
}

/// A step's effects in numbers.
struct StepEffects: Sendable {
    let groupLabel: String
    let beforeLabel: String
    let afterLabel: String
    let offeredLabel: String
    let maximumLabel: String
    let groups: [StepEffect]
}

struct StepEffect: Sendable {
    let name: String
    let before: String
    let after: String
    let offered: String
    let maximum: String
}

struct PriorityList: Sendable {
    let title: String
    let lines: [PriorityLine]
}

struct PriorityLine: Sendable {
    let text: String
    let because: String?
}

/// What can be chosen; what was chosen stands there.
struct StepForm: Sendable {
    let previewAction: String
    let applyAction: String
    let hidden: [HiddenField]
    let people: StepPeople?
    let groups: StepGroups?
    let dates: [StepDate]
    let number: StepNumber?
    let spite: StepTick?
    let reason: ReasonField?
    let againClass: String
    let againLabel: String
    /// Nil while it can't be applied.
    let applyLabel: String?
}

struct StepPeople: Sendable {
    let legend: String
    let help: String?
    let rows: [StepPerson]
}

struct StepPerson: Sendable {
    let id: String
    let name: String
    let other: String?
    let isChosen: Bool
}

struct StepGroups: Sendable {
    let label: String
    let fitting: [StepGroup]
    /// Whether one of the others is chosen.
    let isOpen: Bool
    let othersLabel: String?
    let others: [StepGroup]
}

struct StepGroup: Sendable {
    let value: String
    let title: String
    let detail: String
    let obstacles: [TextLine]
    let isChosen: Bool
}

struct StepDate: Sendable {
    let name: String
    let label: String
    let value: String
    let malformed: String?
}

struct StepNumber: Sendable {
    let label: String
    let value: String
    let malformed: String?
}

struct StepTick: Sendable {
    let label: String
    let isChosen: Bool
}
