import Courses
import Localisation

/// The people of a register, and those who are counted.
struct Marking: Sendable {
    let rosterHeading: String
    let scriptChoice: ScriptChoice?
    let emptyText: String?
    let people: [PersonRow]
    let guestsHeading: String
    let hasGuests: Bool
    let guests: [PersonRow]
    /// An empty row, for scripts to fill.
    let template: PersonRow
    let noneLabel: String
    let presentLabel: String
    let notifiedLabel: String
    let unnotifiedLabel: String
    let excusedLabel: String
    let moreLabel: String
    let lateLabel: String
    let earlyLabel: String
    /// Nil once the list is signed.
    let adding: AddForm?
    let countsHeading: String
    let countsHelp: String
    let counts: [CountField]
    let unmarkedText: String
}

struct PersonRow: Sendable {
    let person: String
    let name: String
    let other: NameLine?
    let tag: Line?
    /// What was rendered, so that only what has changed is said.
    let was: String
    let base: Int
    let isUnmarked: Bool
    let isPresent: Bool
    let isNotified: Bool
    let isUnnotified: Bool
    let isExcused: Bool
    let late: Minutes?
    let early: Minutes?
    /// Of a hybrid session.
    let mode: ModeField?
    /// Nil where no reason is listed.
    let why: WhyField?
    let isOpen: Bool
    let correction: Line?
    let fault: Line?
}

struct Minutes: Sendable {
    let minutes: String

    /// Nil for nothing typed.
    init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        minutes = text
    }
}

struct ModeField: Sendable {
    let modeLabel: String
    let onsiteLabel: String
    let remoteLabel: String
    let isRemote: Bool
}

/// For which listed reason an absence is excused.
struct WhyField: Sendable {
    let whyLabel: String
    let options: [ReasonOption]

    /// - Parameter said: what stands there, which may be offered no longer.
    init?(
        _ offered: [ListedReason], said: ListedReason?, chosen: String?, _ visitor: Visitor
    ) {
        let isOffered = offered.contains { $0.code == said?.code }
        let all = offered + (isOffered ? [] : [said].compactMap(\.self))
        guard !all.isEmpty else { return nil }
        whyLabel = visitor.say(Message("board.reason"))
        options = ReasonOption.all(all, chosen: chosen, visitor)
    }
}

/// Adds somebody on the spot, or from another group.
struct AddForm: Sendable {
    let heading: String
    let text: String
    let nativeLabel: String
    let native: String
    let latinLabel: String
    let latin: String
    let label: String
    let makeUpText: String
    let makeUpLabel: String
    let isOpen: Bool
    let fault: Line?
}

struct CountField: Sendable {
    let key: String
    let label: String
    let lessLabel: String
    let moreLabel: String
    let was: Int
    let base: Int
    let value: String
    let fault: Line?
}

/// What has been said last and can be taken back.
struct RecentActs: Sendable {
    let heading: String
    let undoLabel: String
    let acts: [RecentLine]
}

struct RecentLine: Sendable {
    /// From 1, in the list.
    let number: Int
    let what: String
    let value: Line?
    let time: String
    /// Which acts to take back, blanks between them.
    let act: String
}
