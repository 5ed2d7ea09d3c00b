package import Courses
import Store

/// What a report tells of its moment once more is recorded: what differs, and by what.
package struct Recount: Sendable, Equatable {
    /// Not a byte differs.
    package let isSame: Bool
    package let differences: [ReportDifference]
    /// What was recorded in between that touches it, the first first.
    package let changes: [ReportChange]
    /// What the changes are about; without those that are no longer in any plan.
    package let sessions: [Session.ID: ChangedSession]
    /// Who recorded them.
    package let people: [Person.ID: DisplayName]

    package init(
        isSame: Bool, differences: [ReportDifference], changes: [ReportChange],
        sessions: [Session.ID: ChangedSession] = [:], people: [Person.ID: DisplayName] = [:]
    ) {
        self.isSame = isSame
        self.differences = differences
        self.changes = changes
        self.sessions = sessions
        self.people = people
    }
}

/// A session as a list of changes names it.
package struct ChangedSession: Sendable, Equatable {
    package let date: LocalDate
    package let groups: [String]

    package init(date: LocalDate, groups: [String]) {
        self.date = date
        self.groups = groups
    }
}

/// A report counted anew and kept beside the original.
package struct Restatement: Sendable, Equatable {
    package let original: FrozenReport
    package let restated: FrozenReport
    package let recount: Recount

    package var differences: [ReportDifference] { recount.differences }
    package var changes: [ReportChange] { recount.changes }
}

extension Recount {
    /// - Throws: `ReportError.damaged` when either can't be read.
    init(
        _ original: FrozenReport, as content: [UInt8], upTo bound: LogBound, _ reading: Reading
    ) throws {
        let changes = try reading.changes(touching: original, upTo: bound)
        let names = try FiguresChoices(reading).names
        var sessions: [Session.ID: ChangedSession] = [:]
        for id in Set(changes.compactMap(\.session)) {
            guard let session = try reading.sessionIfKnown(id)?.session else { continue }
            sessions[id] = ChangedSession(
                date: session.date,
                groups: session.groups.compactMap { names.groups[$0.group.description] })
        }
        self.init(
            isSame: content == original.content,
            differences: ReportDifference.between(
                try ReportContent(original), try ReportContent(content, of: original.id)),
            changes: changes, sessions: sessions,
            people: try reading.names(of: changes.compactMap(\.actor)))
    }
}
