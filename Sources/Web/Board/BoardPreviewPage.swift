import Courses
import Desk
import Localisation

/// What is about to happen on a board, before it does, and all that can still be chosen.
struct BoardPreviewPage: Page {
    static let template = "board-preview"

    let layout: Layout
    let backHref: String
    let backText: String
    let heading: String
    let roundName: String
    /// What others did since the board was shown.
    let changed: BoardChanges?
    let notice: String?
    let fault: BoardFault?
    let sentence: String?
    let undoing: HistoryLine?
    let effects: BoardEffects?
    let form: BoardForm
}

struct BoardChanges: Sendable {
    let title: String
    let lines: [HistoryLine]
    let text: String
}

/// An operation's effects in numbers.
struct BoardEffects: Sendable {
    let groupLabel: String
    let beforeLabel: String
    let afterLabel: String
    let offeredLabel: String
    let boundsLabel: String
    let hasGroups: Bool
    let groups: [GroupEffect]
    /// Nil where none changes.
    let sessionsTitle: String?
    let sessions: [SessionEffectLine]
    /// By name, where they are told of it one by one.
    let peopleText: String?
    let warnings: [TextLine]
}

struct GroupEffect: Sendable {
    let name: String
    let before: String
    let after: String
    let offered: String
    let bounds: String
    /// Too few, or too many.
    let note: String?
}

struct SessionEffectLine: Sendable {
    let group: String
    let dateText: String
    let effect: String
    let expectedText: String
}

/// What can be chosen; what was chosen stands there.
struct BoardForm: Sendable {
    let previewAction: String
    let applyAction: String
    let hidden: [HiddenField]
    let people: PeopleField?
    let targets: TargetField?
    /// Where those who leave can go on in a group of their own.
    let newGroup: NewGroupField?
    let session: SessionField?
    let leader: LeaderField?
    let dates: [DateField]
    let times: [DateField]
    let choices: [BoardChoice]
    let spite: Tick?
    let reason: ReasonField?
    let againLabel: String
    /// Nil while it can't be applied.
    let applyLabel: String?
    let cancelLabel: String
}

struct PeopleField: Sendable {
    let legend: String
    let help: String
    let rows: [PeopleChoice]
}

struct PeopleChoice: Sendable {
    let id: String
    let name: String
    let other: String?
    let detail: String?
    let isChosen: Bool
}

struct TargetField: Sendable {
    let label: String
    /// Whether one has to be chosen now.
    let isOpen: Bool
    let fitting: [TargetChoice]
    let othersLabel: String
    let others: [TargetChoice]
}

struct TargetChoice: Sendable {
    let value: String
    let name: String
    let detail: String?
    let obstacles: [TextLine]
    let isChosen: Bool
}

/// Which session it is done to.
struct SessionField: Sendable {
    let label: String
    let options: [SetupOption]
}

struct LeaderField: Sendable {
    let label: String
    let people: [BoardTarget]
}

struct DateField: Sendable {
    let name: String
    let label: String
    let value: String
    let malformed: String?
}

/// One of two.
struct BoardChoice: Sendable {
    let name: String
    let value: String
    let label: String
    let isChosen: Bool
}

struct Tick: Sendable {
    let label: String
    let isChosen: Bool
}
