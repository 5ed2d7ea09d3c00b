import Courses
import Store

/// The seats of some rounds before an operation is undone, to ask whether those that the undo
/// gives back still fit.
struct GivenBack {
    private let before: [Group.ID: [Seat]]
    private let operation: OperationRecord
    private let rounds: [Round.ID]
    private let writing: Writing

    init(by operation: OperationRecord, in rounds: [Round.ID], _ writing: Writing) throws {
        self.operation = operation
        self.rounds = rounds
        self.writing = writing
        before = try rounds.flatMap { try writing.reading.groups(in: $0) }.reduce(into: [:]) {
            $0[$1.id] = try writing.reading.seats(
                in: $1.id, from: writing.today, today: writing.today)
        }
    }

    /// Everybody who gets back a seat for which there is no room any longer, or meets somebody
    /// from whom they are kept apart by now; what was so before the operation may be so again.
    func faults() throws -> [PersonObstacles] {
        try rounds.flatMap { round in
            try writing.reading.groups(in: round).flatMap { try faults(in: $0, of: round) }
        }
    }

    private func faults(in group: Group, of round: Round.ID) throws -> [PersonObstacles] {
        let (reading, today) = (writing.reading, writing.today)
        let known = before[group.id] ?? []
        let seats = try reading.seats(in: group.id, from: today, today: today)
        let gained = seats.filter { !known.contains($0) }
        guard !gained.isEmpty else { return [] }
        let change = SeatChange(
            before: known, now: seats,
            then: try reading.seats(in: group.id, from: today, before: operation), from: today)
        let crowding = Crowding(group: group, change: change)
        let meeting = Meeting(
            apart: try reading.parties(in: round),
            apartThen: try reading.parties(in: round, knownTo: operation.id), change: change)
        return try gained.map(\.person).onceEach.compactMap { person in
            let others = meeting.others(of: person)
            let obstacles =
                crowding.obstacles(to: gained.filter { $0.person == person })
                + (others.isEmpty ? [] : [.apart])
            guard !obstacles.isEmpty else { return nil }
            return PersonObstacles(
                person: person, name: try reading.person(person).name, obstacles: obstacles,
                others: others)
        }
    }
}

/// A group's seats just before an undo, after it, and before what it undoes.
private struct SeatChange {
    let before: [Seat]
    let now: [Seat]
    let then: [Seat]
    let from: LocalDate

    /// The first day, and each on which any of them begins or ends.
    var days: Set<LocalDate> {
        let all = before + now + then
        return Set([from] + (all.map(\.from) + all.compactMap(\.before)).filter { $0 > from })
    }
}

/// Where a group is fuller than it may be, than it was just before the undo, and than it was
/// before what is undone.
private struct Crowding {
    let group: Group
    let change: SeatChange

    func obstacles(to seats: [Seat]) -> [PlacementObstacle] {
        let days = change.days.filter { day in seats.contains { $0.includes(day) } }
        let children = days.contains { isFuller($0, \.children, than: group.childcarePlaces) }
        let people = days.contains { isFuller($0, \.people, than: group.size.maximum) }
        return (children && seats.contains { $0.childcare > 0 } ? [.childcare] : [])
            + (people ? [.full] : [])
    }

    private func isFuller(
        _ day: LocalDate, _ part: KeyPath<Occupancy, Int>, than most: Int
    ) -> Bool {
        let known = [change.before, change.then]
            .map { Occupancy(of: $0, on: day)[keyPath: part] }
        return Occupancy(of: change.now, on: day)[keyPath: part] > known.reduce(most, max)
    }
}

/// Who meets in a group though they are kept apart, on a day on which they did not before.
private struct Meeting {
    let apart: Parties
    let apartThen: Parties
    let change: SeatChange

    func others(of person: Person.ID) -> [Person.ID] {
        apart.apart(from: person).subtracting([person]).filter { other in
            let wereApart = apartThen.apart(from: person).contains(other)
            return change.days.contains { day in
                areThere([person, other], in: change.now, on: day)
                    && !areThere([person, other], in: change.before, on: day)
                    && !(wereApart && areThere([person, other], in: change.then, on: day))
            }
        }.sorted()
    }

    private func areThere(_ people: [Person.ID], in seats: [Seat], on day: LocalDate) -> Bool {
        people.allSatisfy { person in
            seats.contains { $0.person == person && $0.includes(day) }
        }
    }
}
