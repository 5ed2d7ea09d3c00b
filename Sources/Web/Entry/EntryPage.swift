import Courses
import Desk
import Localisation

/// A session's sheet entered by keyboard: one key a person. A plain form without scripts.
struct EntryPage: Page {
    static let template = "entry"

    let layout: Layout
    let style: String
    let script: String
    let backHref: String
    let backText: String
    let heading: String
    let groupNames: String
    let numberText: String
    let dateText: String
    let notices: [Notice]
    let faultText: String?
    /// Nil where nothing can be marked: the session was called off, or nobody is expected.
    let form: EntryForm?
    let closedText: String?
}

struct EntryForm: Sendable {
    let action: String
    let rendering: String
    let helpText: String
    let keysLabel: String
    let keys: [EntryKeyWords]
    let countText: String
    /// What the count says when nobody is marked, one is, and so on.
    let counts: [EntryCount]
    let keyLabel: String
    let minutesLabel: String
    let rows: [EntryRow]
    let signedOff: EntryReason?
    let saveLabel: String
}

struct EntryKeyWords: Sendable {
    let digit: String
    let letter: String
    let text: String
    /// The key after which minutes are written.
    let isLate: Bool
}

struct EntryCount: Sendable {
    let text: String
}

struct EntryRow: Sendable {
    let person: String
    let name: String
    let otherName: String?
    let key: String
    let minutes: String
    let word: String
    let was: String
    let base: Int
    let fault: String?
}

struct EntryReason: Sendable {
    let text: String
    let reason: ReasonField
}
