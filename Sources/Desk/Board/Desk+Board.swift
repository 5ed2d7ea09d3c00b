package import Courses
import Store

extension Desk {
    /// A round's board as it is now.
    ///
    /// Asks the same number of questions however many groups and people there are.
    package func board(of round: String, as actor: Actor) async throws -> Board {
        let today = today
        return try await store.read { reading in
            let round = try reading.round(round)
            try Policy.require(actor, .organise, on: .round(round.id), date: today)
            return try BoardReading(reading, round, on: today).board()
        }
    }

    /// The rounds that somebody may change, the latest first.
    package func roundsToOrganise(as actor: Actor) async throws -> [Round] {
        let today = today
        return try await store.read { reading in
            try reading.rounds().reversed().filter {
                Policy.allows(actor, .organise, on: .round($0.id), date: today)
            }
        }
    }
}

extension Desk {
    /// Those with a leader's right anywhere, who can be planned to lead a round's groups.
    package func possibleLeaders(
        in round: String, besides chosen: Person.ID? = nil, as actor: Actor
    ) async throws -> [Person.ID: DisplayName] {
        let today = today
        return try await store.read { reading in
            let round = try reading.round(round).id
            try Policy.require(actor, .organise, on: .round(round), date: today)
            let leaders = try reading.accounts().filter { account in
                !account.isClosed
                    && (account.person == chosen
                        || account.grants.contains {
                            $0.role == .leader && $0.isInForce(on: today)
                        })
            }
            return try reading.names(of: leaders.map(\.person))
        }
    }
}

/// Puts together what the statements say.
private struct BoardReading {
    private let reading: Reading
    private let round: Round
    private let today: LocalDate
    private let date: LocalDate

    init(_ reading: Reading, _ round: Round, on today: LocalDate) {
        self.reading = reading
        self.round = round
        self.today = today
        date = max(today, round.firstDay)
    }

    func board() throws -> Board {
        let people = try reading.enrolmentRows(in: round.id, on: date, today: today)
            .map(person)
        let byGroup = Dictionary(grouping: people) { $0.group }
        let leaders = try reading.leaders(in: round.id, from: today)
        let pauses = try reading.pauses(in: round.id)
        let clashes = try clashes()
        let groups = try reading.groups(in: round.id).map { group in
            let here = byGroup[group.id] ?? []
            return BoardGroup(
                group: group, members: here.filter { $0.row.standing == .placed },
                offered: here.filter { $0.row.standing == .offered },
                leaders: leaders.filter { $0.group == group.id },
                pause: pauses.first {
                    $0.group == group.id && $0.before.map { today < $0 } ?? true
                }, clashes: clashes[group.id] ?? [])
        }
        return Board(
            round: round, date: date, groups: groups,
            waiting: people.filter(\.waits).sorted(by: Self.isBefore),
            lastOperation: try reading.lastOperation(in: round.id),
            names: try names(people, leaders, clashes))
    }

    /// Where somebody is heading: what is decided for later days is what the next act builds on.
    private func person(_ row: EnrolmentRow) -> BoardPerson {
        let waitingDays = max(0, today.dayNumber - row.appliedOn.dayNumber)
        guard row.standing == .placed, let place = row.placements.last(where: { $0.reaches(date) })
        else {
            return BoardPerson(
                row: row, group: row.standing == .offered ? row.group : nil,
                waitingDays: waitingDays, startsOn: nil, endsBefore: nil)
        }
        let next = place.before.flatMap { row.enrolment.step(on: $0)?.step }
        if next == .waitlisted {
            return BoardPerson(
                row: row, group: nil, waitingDays: waitingDays, startsOn: place.before,
                endsBefore: nil)
        }
        return BoardPerson(
            row: row, group: place.group, waitingDays: waitingDays,
            startsOn: place.from > date ? place.from : nil, endsBefore: place.before)
    }

    private static func isBefore(_ one: BoardPerson, _ other: BoardPerson) -> Bool {
        (one.row.priority, one.waitingDays) != (other.row.priority, other.waitingDays)
            ? (one.row.priority, one.waitingDays) > (other.row.priority, other.waitingDays)
            : one.row.enrolment.person < other.row.enrolment.person
    }

    private func clashes() throws -> [Group.ID: [BoardClash]] {
        let groups = try reading.sessionGroups(in: round.id, from: today)
        var found: [Group.ID: [Clash.Over: [LocalDate]]] = [:]
        for clash in try reading.clashes(in: round.id, from: today) {
            let concerned = (groups[clash.first] ?? []) + (groups[clash.second] ?? [])
            for group in concerned.onceEach {
                found[group, default: [:]][clash.over, default: []].append(clash.date)
            }
        }
        return found.mapValues { clashes in
            clashes.map { over, dates in
                BoardClash(over: over, first: dates.min() ?? today, count: dates.count)
            }.sorted { ($0.first, "\($0.over)") < ($1.first, "\($1.over)") }
        }
    }

    private func names(
        _ people: [BoardPerson], _ leaders: [GroupLeader], _ clashes: [Group.ID: [BoardClash]]
    ) throws -> [Person.ID: DisplayName] {
        let clashing = clashes.values.joined().compactMap { clash in
            if case .person(let person) = clash.over { person } else { nil }
        }
        let staff = try reading.names(of: leaders.map(\.person) + clashing)
        return people.reduce(into: staff) { $0[$1.row.enrolment.person] = $1.row.name }
    }
}
