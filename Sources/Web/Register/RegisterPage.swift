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
    let status: StatusChip
    let waitingText: String?
    let notices: [Notice]
    let faultSummary: FaultSummary?
    let action: String
    let session: String
    /// How someone takes part where nothing else is said.
    let mode: String
    let rendering: String
    let scriptChoice: ScriptChoice?
    /// Nil where nothing can be marked: the session was called off.
    let marking: Marking?
    let calledOff: CalledOff?
    let note: NoteField
    let signedOff: SignedOff?
    let signOff: SignOffStep?
    let notHeld: NotHeldStep?
    let saveLabel: String
    let unmarkedText: String
}

/// What became of the last submit, or what someone should know first.
struct Notice: Sendable {
    let tone: String
    let text: String
    var detail: String?
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

/// Leads to the same page with names in the other script first.
struct ScriptChoice: Sendable {
    let href: String
    let label: String
}

struct Marking: Sendable {
    let progressText: String
    let rosterHeading: String
    let emptyText: String?
    let people: [PersonRow]
    let guestsHeading: String
    let hasGuests: Bool
    let guests: [PersonRow]
    let noneLabel: String
    let presentLabel: String
    let notifiedLabel: String
    let unnotifiedLabel: String
    let excusedLabel: String
    let minutesLabel: String
    let lateLabel: String
    let earlyLabel: String
    let countsHeading: String
    let countsHelp: String
    let counts: [CountField]
}

struct PersonRow: Sendable {
    let person: String
    let name: String
    let otherName: String?
    let roleText: String?
    /// What was rendered, so that only what has changed is said.
    let was: String
    let base: Int
    let isUnmarked: Bool
    let isPresent: Bool
    let isNotified: Bool
    let isUnnotified: Bool
    let isExcused: Bool
    let late: String
    let early: String
    let showsMinutes: Bool
    let fault: String?
}

struct CountField: Sendable {
    let key: String
    let label: String
    let was: Int
    let base: Int
    let value: String
    let fault: String?
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
    let reasonLabel: String
    let reasonHelp: String
    let reason: String
    let fault: String?
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
    let reasonLabel: String
    let reason: String
    let label: String
    let base: Int
    let fault: String?
}

struct CalledOff: Sendable {
    let text: String
    /// Nil for a session that was cancelled: only an administrator plans it anew.
    let heldLabel: String?
    let stateBase: Int
}
