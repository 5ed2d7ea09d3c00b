import Courses
import Desk
import Hummingbird

/// Everybody enrolled in a round, with its groups, as the pages about enrolments need them.
struct EnrolmentBook: Sendable {
    let round: Round
    let rows: [EnrolmentRow]
    let groups: [Group]
    let today: LocalDate

    var address: String { "/rounds/\(round.code)/enrolment" }
    var historyAddress: String { "/rounds/\(round.code)/history" }

    func row(_ person: Person.ID) -> EnrolmentRow? {
        rows.first { $0.enrolment.person == person }
    }

    func group(_ id: Group.ID) -> Group? { groups.first { $0.id == id } }

    /// What a group has: those with a place and those for whom an open offer holds one.
    func occupancy(of group: Group.ID, without people: [Person.ID]) -> Occupancy {
        let there = rows.filter { row in
            row.group == group && (row.standing == .placed || row.standing == .offered)
                && !people.contains(row.enrolment.person)
        }
        return Occupancy(
            people: there.count, children: there.reduce(0) { $0 + $1.childcare })
    }
}

extension Site {
    /// The round that the address names, for whoever may read who is in it.
    func enrolments(_ context: WebContext) async throws -> (EnrolmentBook, Actor) {
        let actor = try context.visitor.signedIn()
        let reference = try context.parameters.get("round").orNotFound()
        let rows = try await desk.enrolmentRows(in: reference, as: actor)
        let book = EnrolmentBook(
            round: try await desk.round(reference, as: actor), rows: rows,
            groups: try await desk.groups(in: reference, as: actor),
            today: WallClock.date(desk.clock.now()))
        return (book, actor)
    }
}
