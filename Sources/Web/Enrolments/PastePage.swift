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
    let refusal: EnrolmentFact?
    /// What was taken in; nil before.
    let done: PastDone?
    let report: PasteReport?
    let label: String
    let helpText: String
    let rows: String
    /// Of the rows that were checked, so that no others are taken in.
    let shown: String?
    let checkLabel: String
    let checkClass: String
    /// Nil while there is nothing to take in.
    let importLabel: String?
}

/// What would become of each row.
struct PasteReport: Sendable {
    let summary: String
    /// That nothing is saved yet.
    let stillText: String?
    let notes: [EnrolmentFact]
    let rejected: PasteTable?
    let accepted: PasteTable?
}

struct PasteTable: Sendable {
    let title: String
    let headings: [EnrolmentFact]
    let lines: [PasteLine]
}

struct PasteLine: Sendable {
    let number: String
    /// The row as it was written, or the column that is meant.
    let written: String
    let told: [EnrolmentFact]
}
