import Courses
import Desk
import Localisation
import Mustache

/// A round's groups side by side, and those without a place before them.
struct BoardPage: Page {
    static let template = "board"

    let layout: Layout
    let script: String
    let backText: String
    let heading: String
    let roundName: String
    let dateText: String
    let done: BoardDone?
    let keysText: String
    let balanceHref: String
    let balanceText: String
    let pickerLabel: String
    let chooseLabel: String
    var columns: [BoardColumn]
    /// Where the choice of people is sent.
    let action: String
    let since: String
    let moveLabel: String
    let toLabel: String
    let waitingLabel: String
    let targets: [BoardTargets]
    let submitLabel: String
}

/// What was just done, and the way to take it back.
struct BoardDone: Sendable {
    let text: String
    let lines: [TextLine]
    /// Nil where it can't be undone.
    let undo: BoardUndo?
}

struct BoardUndo: Sendable {
    let operation: String
    let label: String
}

/// Groups of one language, to choose among.
struct BoardTargets: Sendable {
    let label: String
    let groups: [BoardTarget]
}

struct BoardTarget: Sendable {
    let id: String
    let label: String
    var isChosen = false
}

struct BoardColumn: Sendable {
    let id: String
    let name: String
    /// In the column picker.
    let countText: String
    let head: BoardHead?
    let emptyText: String?
    let sections: [BoardSection]
}

/// All that is said of a group above its people.
struct BoardHead: Sendable {
    let href: String
    let languages: String
    let sizeText: String
    let bar: SizeBar
    /// Whether there are too few or too many, what is free and what is offered.
    let facts: [TextLine]
    let whenText: String?
    let venue: String?
    let leadersLabel: String
    let leaders: [BoardLeader]
    let noLeaderText: String?
    /// Closed, or paused.
    let states: [TextLine]
    let clashes: [TextLine]
    let actionsLabel: String
    let actions: [SessionLink]
}

struct BoardLeader: Sendable {
    let name: String
    let languages: String?
}

/// A group's size as a picture: hundredths of its maximum.
struct SizeBar: Sendable {
    let taken: Int
    let offeredFrom: Int
    let offered: Int
    let minimum: Int
}

struct BoardSection: Sendable {
    let title: String?
    let rows: [BoardRow]
}

struct BoardRow: Sendable {
    let id: String
    let name: String
    let other: String?
    let notes: String?
    let moveText: String
    /// The same as it is read out.
    let chooseText: String
}

/// A board has hundreds: looking into each by reflection would take most of the page's time.
extension BoardRow: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "id": id
        case "name": self.name
        case "other": other
        case "notes": notes
        case "moveText": moveText
        case "chooseText": chooseText
        default: nil
        }
    }
}
