import Courses
import Desk
import Localisation

/// One attendance sheet, to be printed.
struct SheetPage: Page {
    static let template = "sheet"

    let layout: Layout
    let style: String
    let backHref: String
    let backText: String
    let heading: String
    let helpText: String
    let choiceLabel: String
    let choices: [SheetLink]
    let emptyText: String?
    /// One for each dozen of sessions or less.
    let tables: [SheetTable]
}

struct SheetLink: Sendable {
    let href: String
    let label: String
    let isChosen: Bool
}

struct SheetTable: Sendable {
    /// Lying paper for many sessions, standing paper for one.
    let shape: String
    let title: String
    let subtitle: String
    let columnCount: Int
    let numberHeading: String
    let nameHeading: String
    let columns: [SheetColumn]
    let rows: [SheetRow]
    let guestsHeading: String
    let guests: [SheetRow]
    /// For the leader's signature, a box for each session.
    let leaderText: String
    let leaderCells: [SheetSpan]
    /// Nil where people only sign.
    let codesHeading: String?
    let codes: [SheetCode]
    /// What stands above a list that is kept as evidence.
    let facts: [SheetFact]
}

struct SheetFact: Sendable {
    let term: String
    /// Empty for what is written by hand.
    let text: String
}

struct SheetColumn: Sendable {
    let text: String
    let detail: String?
    /// A style's name: how wide it is.
    let width: String
}

struct SheetRow: Sendable {
    let number: String
    let name: String
    let otherName: String?
    let cells: [SheetCell]
}

struct SheetCell: Sendable {
    let text: String
    /// Not on the roster that day.
    let isClosed: Bool
}

/// A box as wide as so many columns.
struct SheetSpan: Sendable {
    let span: Int
}

/// What is written in a box; the same digits are keys when the sheet is entered.
struct SheetCode: Sendable {
    let digit: String
    let text: String
}
