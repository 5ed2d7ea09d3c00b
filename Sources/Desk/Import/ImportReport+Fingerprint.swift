import Courses

extension ImportReport {
    /// The same for all that tells of the same rows the same; of somebody new nobody knows the id
    /// beforehand.
    package var fingerprint: String {
        var parts: [String] = accepted.map { row in
            let known = row.outcome == .new ? "" : row.person.description
            return "\(row.line) \(row.outcome) \(known) \(row.enrolled) "
                + row.differences.map(\.header).joined(separator: ";") + " "
                + row.notices.map(\.code).joined(separator: ";")
        }
        parts += rejected.map { "\($0.line) \($0.column ?? "") \($0.reason)" }
        parts += ignoredColumns + [refused?.code ?? ""]
        return ActID(contentOf: parts.joined(separator: "\n")).description
    }
}
