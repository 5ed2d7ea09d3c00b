package import Courses
package import Localisation

/// An import's report as other programs read it, worded in one language.
package struct WordedImportReport: Encodable, Sendable {
    package let encoding: String?
    package let delimiter: String?
    /// Whether a text that had been encoded twice was put right.
    package let repaired: Bool
    package let accepted: [Accepted]
    package let rejected: [Rejected]
    package let refused: Refused?
    package let ignoredColumns: [String]
    package let operation: String?

    package struct Accepted: Encodable, Sendable {
        package let line: Int
        package let person: Person.ID
        package let outcome: AcceptedRow.Outcome
        package let enrolled: Bool
        package let differences: [Difference]
        package let notices: [Notice]
    }

    package struct Notice: Encodable, Sendable {
        package let reason: String
        package let message: String
    }

    package struct Difference: Encodable, Sendable {
        package let column: String
        package let message: String
    }

    package struct Rejected: Encodable, Sendable {
        package let line: Int
        package let column: String?
        package let reason: String
        package let message: String

        private enum Key: CodingKey { case line, column, reason, message }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(line, forKey: .line)
            try container.encode(column, forKey: .column)
            try container.encode(reason, forKey: .reason)
            try container.encode(message, forKey: .message)
        }
    }

    package struct Refused: Encodable, Sendable {
        package let reason: String
        package let message: String
        package let line: Int?
        package let column: Int?
    }

    private enum Key: CodingKey {
        case encoding, delimiter, repaired, accepted, rejected, refused, ignoredColumns, operation
    }

    /// Every key is there; what is not known is null.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(encoding, forKey: .encoding)
        try container.encode(delimiter, forKey: .delimiter)
        try container.encode(repaired, forKey: .repaired)
        try container.encode(accepted, forKey: .accepted)
        try container.encode(rejected, forKey: .rejected)
        try container.encode(refused, forKey: .refused)
        try container.encode(ignoredColumns, forKey: .ignoredColumns)
        try container.encode(operation, forKey: .operation)
    }
}

extension ImportReport {
    package func worded(_ localiser: Localiser) -> WordedImportReport {
        WordedImportReport(
            encoding: encoding?.rawValue, delimiter: delimiter.map { String($0.character) },
            repaired: isRepaired,
            accepted: accepted.map { $0.worded(localiser) },
            rejected: rejected.map { cell in
                WordedImportReport.Rejected(
                    line: cell.line, column: cell.column, reason: cell.reason,
                    message: localiser(cell.message))
            },
            refused: refused.map { refusal in
                WordedImportReport.Refused(
                    reason: refusal.code, message: localiser(refusal.message),
                    line: refusal.line, column: refusal.column)
            },
            ignoredColumns: ignoredColumns, operation: operation?.description)
    }
}

extension AcceptedRow {
    fileprivate func worded(_ localiser: Localiser) -> WordedImportReport.Accepted {
        WordedImportReport.Accepted(
            line: line, person: person, outcome: outcome, enrolled: enrolled,
            differences: differences.map {
                WordedImportReport.Difference(column: $0.header, message: localiser($0.message))
            },
            notices: notices.map {
                WordedImportReport.Notice(reason: $0.code, message: localiser($0.message))
            })
    }
}
