import Courses
import Desk
import Localisation

/// Rows of a spreadsheet that are pasted in: checked first, taken in after.
struct PastePage: Page {
    static let template = "paste"

    let layout: Layout
    let action: String
    let backHref: String
    let backText: String
    let heading: String
    let introText: String
    /// That nothing was taken in, since the rows or the round are others than were shown.
    let noticeText: String?
    let refusal: TextLine?
    /// What was taken in; nil before.
    let done: PastDone?
    let report: PasteReport?
    let label: String
    let helpText: String
    let rows: String
    let fileLabel: String
    let fileHelp: String
    /// Of the rows that were checked, so that no others are taken in, and not otherwise.
    let shown: PasteShown?
    let checkLabel: String
    let checkClass: String
    /// Nil while there is nothing to take in.
    let importLabel: String?
}

/// What was shown: the rows, and what was told of them.
struct PasteShown: Sendable {
    let digest: String
    let told: String
}

/// What would become of each row.
struct PasteReport: Sendable {
    let summary: String
    let notes: [TextLine]
    let rejected: PasteTable?
    let accepted: PasteTable?
}

struct PasteTable: Sendable {
    let title: String
    let headings: [TextLine]
    let lines: [PasteLine]
    /// How many more there are than are shown.
    let moreText: String?
}

struct PasteLine: Sendable {
    let number: String
    /// The row as it was written, or the column that is meant.
    let written: String
    let told: [TextLine]
}
