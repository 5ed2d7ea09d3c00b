package import Courses
package import Localisation

/// What became of a file, or in a dry run would become of it: the same in both.
///
/// Holds ids, lines and columns; what the file said of people stands only in `rejectedRows`.
package struct ImportReport: Sendable {
    /// Nil where it could not be told.
    package var encoding: TextEncoding?
    /// The text had been encoded twice and was put right.
    package var isRepaired = false
    package var delimiter: Delimiter?
    package var accepted: [AcceptedRow] = []
    /// Each fault of each row that was not taken in, by line.
    package var rejected: [RejectedCell] = []
    /// Set when the file as a whole was not taken in.
    package var refused: ImportRefusal?
    /// Headers that mean nothing here, or whose column is not kept.
    package var ignoredColumns: [String] = []
    /// Nil when nothing was changed, and in a dry run.
    package var operation: OperationID?
    package var rejectedRows = RejectedRows()

    package init() {}

    package init(refused: ImportRefusal, encoding: TextEncoding? = nil) {
        self.refused = refused
        self.encoding = encoding
    }
}

/// A row that was taken in.
package struct AcceptedRow: Sendable, Equatable {
    package enum Outcome: String, CaseIterable, Sendable, Codable {
        /// Somebody who was not known.
        case new
        /// Known, and now enrolled or put in a party.
        case known
        /// Known, and what was blank is filled.
        case filled
        /// Known, and nothing was written.
        case unchanged
    }

    package let line: Int
    package let person: Person.ID
    package var outcome: Outcome
    /// Columns in which the file says something else than what is known and stays.
    package var differences: [ImportDifference]
    /// Whether this row brought the enrolment.
    package var enrolled: Bool
    /// What was done with it that nobody may expect.
    package var notices: [ImportNotice] = []
}

/// Something known was left as it is.
package struct ImportDifference: Sendable, Equatable {
    package let column: ImportColumn
    /// As the file has it.
    package let header: String

    package var message: Message {
        Message("import.difference", ["column": .text(header)])
    }
}

/// What was done with a row that was taken in, and that its writer should know.
package enum ImportNotice: Sendable, Equatable {
    /// A wish that can't be read is kept with the note, as it is written; the header is the file's.
    case keptWithNote(header: String)
    /// A TF number without its issuer is kept, and nobody is recognised by it.
    case issuerUnknown

    /// Stable; stands as `reason` in JSON.
    package var code: String {
        switch self {
        case .keptWithNote: "keptWithNote"
        case .issuerUnknown: "issuerUnknown"
        }
    }

    package var message: Message {
        switch self {
        case .keptWithNote(let header):
            Message("import.notice.keptWithNote", ["column": .text(header)])
        case .issuerUnknown: Message("import.notice.issuerUnknown")
        }
    }
}

/// One thing that is wrong with one row.
package struct RejectedCell: Sendable, Equatable {
    /// On which the row begins, as an editor shows it.
    package let line: Int
    /// The header as the file has it; nil where the whole row is meant.
    package let column: String?
    package let fault: ImportFault

    package var reason: String { fault.code }
    package var message: Message { fault.message }
}
