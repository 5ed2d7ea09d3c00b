import Courses
import Desk

/// What a test expects of sessions that have begun, kept beside the database: only placing and
/// withdrawing dated back changes who was expected, and only a leader changes marks.
struct RosterModel {
    /// Somebody comes into a group from a day, or leaves all groups.
    struct Change {
        let person: Person.ID
        /// Nil is that they withdraw.
        let group: Group.ID?
        let from: LocalDate
    }

    private struct Difference {
        var added: [Session.ID: Set<Person.ID>] = [:]
        var removed: [Session.ID: Set<Person.ID>] = [:]
    }

    private(set) var sessions: [Session.ID: Session] = [:]
    private var rosters: [Session.ID: Set<Person.ID>] = [:]
    private(set) var marks: [Session.ID: [Person.ID: Mark]] = [:]
    private var differences: [OperationID: Difference] = [:]

    mutating func begin(
        _ session: Session, _ roster: Set<Person.ID>, _ known: [Person.ID: Mark]
    ) {
        sessions[session.id] = session
        rosters[session.id] = roster
        marks[session.id] = known
    }

    mutating func mark(_ person: Person.ID, _ mark: Mark, at session: Session.ID) {
        marks[session, default: [:]][person] = mark
    }

    mutating func take(_ changes: [Change], by operation: OperationID) {
        var difference = Difference()
        for (id, session) in sessions {
            for change in changes where change.from <= session.date {
                let isThere = rosters[id]?.contains(change.person) ?? false
                switch change.group {
                case session.groups.first?.group where !isThere:
                    difference.added[id, default: []].insert(change.person)
                case nil where isThere: difference.removed[id, default: []].insert(change.person)
                default: break
                }
            }
        }
        apply(added: difference.added, removed: difference.removed)
        differences[operation] = difference
    }

    mutating func undo(_ operation: OperationID) {
        guard let difference = differences.removeValue(forKey: operation) else { return }
        apply(added: difference.removed, removed: difference.added)
    }

    private mutating func apply(
        added: [Session.ID: Set<Person.ID>], removed: [Session.ID: Set<Person.ID>]
    ) {
        for (id, people) in added { rosters[id, default: []].formUnion(people) }
        for (id, people) in removed { rosters[id]?.subtract(people) }
    }

    /// Where rosters by the places that people have are not those that are expected.
    func faults(_ placements: [Placement]) -> [String] {
        let roster = Roster(placements: placements)
        return sessions.values.filter { roster.people(at: $0) != rosters[$0.id] }
            .map { "the roster of \($0.date) changed" }
    }

    /// Where a session's own page does not show the roster and the marks that are expected.
    func faults(_ rows: [Register.Row], at id: Session.ID) -> [String] {
        let shown = Set(rows.filter(\.isOnRoster).map(\.person))
        let marked = rows.reduce(into: [:]) { $0[$1.person] = $1.mark }
        return (shown == rosters[id] ? [] : ["the register's roster changed"])
            + (marked == marks[id] ? [] : ["marks changed"])
    }
}
