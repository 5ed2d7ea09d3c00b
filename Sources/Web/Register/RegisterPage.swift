import Desk

/// A session's register as a form.
struct RegisterPage: Page {
    static let template = "register"

    let layout: Layout
    let backText: String
    let heading: String
    let languages: String
    let numberText: String
    let dateText: String
    let timeText: String
    let modeText: String
    let venue: String?
    let link: OpenLink?
    let status: StatusChip
    let waitingText: String?
    let more: SessionLinks
    let notices: [Notice]
    let faultSummary: FaultSummary?
    let action: String
    let session: String
    /// How someone takes part where nothing else is said.
    let usualMode: String
    /// ISO 8601.
    let date: String
    /// The account's person.
    let account: String
    let rendering: String
    /// What was rendered of each row, so that only what has changed is said.
    let rows: String
    /// Nil where nothing can be marked: the session was called off.
    let marking: Marking?
    let calledOff: CalledOff?
    let note: NoteField
    let signedOff: SignedOff?
    let signOff: SignOffStep?
    let notHeld: NotHeldStep?
    let recent: RecentActs?
    let staff: StaffList?
    let substitute: SubstituteForm?
    /// Nil where there is nobody to mark, or the day has not come.
    let restLabel: String?
    let saveLabel: String
}

/// What became of the last submit, or what someone should know first.
struct Notice: Sendable {
    let tone: String
    let text: String
    var detail: String?
    var undo: UndoButton?
}

/// Takes back all that one save said.
struct UndoButton: Sendable {
    let acts: String
    let label: String
}

struct FaultSummary: Sendable {
    let title: String
    let faults: [Fault]
}

struct Fault: Sendable, Equatable {
    /// The field's element.
    let target: String
    let text: String
}

/// Words that a section of a template opens.
struct Line: Sendable {
    let text: String

    /// Nil for nothing.
    init?(_ text: String?) {
        guard let text else { return nil }
        self.text = text
    }
}

/// A name that a section of a template opens.
struct NameLine: Sendable {
    let name: String
}

/// Leads to the meeting when it is remote.
struct OpenLink: Sendable {
    let href: String
    let label: String
}

/// Leads to the same page with names in the other script first.
struct ScriptChoice: Sendable {
    let href: String
    let label: String
}

struct NoteField: Sendable {
    let label: String
    let help: String
    let was: String
    let base: Int
    let value: String
}

struct SignedOff: Sendable {
    let text: String
    let reason: ReasonField
}

struct SignOffStep: Sendable {
    let heading: String
    let text: String
    let label: String
    let base: Int
}

struct NotHeldStep: Sendable {
    let heading: String
    let text: String
    let reason: ReasonField
    let label: String
    let base: Int
    let isOpen: Bool
}

struct CalledOff: Sendable {
    let text: String
    let reason: Line?
    /// Nil for a session that was cancelled: only an administrator plans it anew.
    let heldLabel: String?
    let stateBase: Int
}

struct StaffList: Sendable {
    let heading: String
    let people: [StaffLine]
}

/// Names somebody who stands in, for administrators.
struct SubstituteForm: Sendable {
    let heading: String
    let text: String
    let action: String
    let personLabel: String
    let people: [StaffChoice]
    let daysLabel: String
    let days: String
    let label: String
    let isOpen: Bool
    let fault: Line?
}

struct StaffChoice: Sendable {
    let person: String
    let name: String
}
