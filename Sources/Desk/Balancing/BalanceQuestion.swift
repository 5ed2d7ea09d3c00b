import Balancing
import Courses
import Store

/// A round as the balancing's problem.
///
/// Those who wait are parties without a group; those who are placed, and those who hold an open
/// offer, have theirs. A wish for a group of women or men, or for one group, is no rule and is
/// left to people.
struct BalanceQuestion {
    private let terms: BalanceTerms
    private let date: LocalDate
    private let today: LocalDate
    private let groups: [Group]
    private let rows: [EnrolmentRow]
    private let parties: Parties
    private let basis: RoundBasis

    init(
        _ terms: BalanceTerms, _ round: Round, at now: Instant, _ reading: Reading
    ) throws {
        self.terms = terms
        let today = WallClock.date(now)
        self.today = today
        date = terms.on ?? max(today, round.firstDay)
        guard date >= today else { throw PlacingError.inThePast(date) }
        groups = try reading.groups(in: round.id)
        let date = date
        rows = try reading.enrolmentRows(in: round.id, on: date, today: today).filter { row in
            row.standing.isWaiting || row.seat(on: date) != nil
        }
        parties = try reading.parties(in: round.id)
        basis = try reading.basis(of: round.id, at: now)
    }

    func unanswered() -> BalanceProposal {
        let companies = companies()
        let problem = Problem(
            groups: groups.map(problemGroup), parties: companies.map(party),
            apart: apart(companies))
        return BalanceProposal(
            problem: problem,
            proposal: Proposal(placements: [], unplaced: [], groups: [], levels: [], kept: []),
            basis: basis, effectiveOn: date,
            people: Dictionary(
                companies.map { ($0.id, $0.rows.map(\.enrolment.person)) },
                uniquingKeysWith: { one, _ in one }),
            names: Dictionary(
                rows.map { ($0.enrolment.person, $0.name) }, uniquingKeysWith: { one, _ in one }),
            groups: groups)
    }

    // MARK: Groups

    private func problemGroup(_ group: Group) -> Problem.Group {
        Problem.Group(
            id: group.id.description, languages: group.languages,
            interpretedInto: group.delivery.interpretedInto, min: group.size.minimum,
            max: group.size.maximum, slot: group.slot.map(name),
            childcarePlaces: group.childcarePlaces, openTo: group.openTo,
            closed: group.closedOn != nil)
    }

    private func name(_ slot: Slot) -> String { "\(slot.weekday) \(slot.start)-\(slot.end)" }

    // MARK: People

    /// Those who go together: they belong together and have the same seat, or none.
    private struct Company {
        var rows: [EnrolmentRow]
        let seat: Group.ID?
        /// Where those are who belong with them and have a seat already.
        var joining: Group.ID?

        var id: String { rows[0].enrolment.person.description }
    }

    private func companies() -> [Company] {
        var companies: [Company] = []
        var index: [Set<Person.ID>: [Int]] = [:]
        for row in rows.sorted(by: { $0.enrolment.person < $1.enrolment.person }) {
            let together = parties.together(with: row.enrolment.person)
            let seat = row.seat(on: date)
            if let known = index[together]?.first(where: { companies[$0].seat == seat }) {
                companies[known].rows.append(row)
            } else {
                index[together, default: []].append(companies.count)
                companies.append(Company(rows: [row], seat: seat))
            }
        }
        for same in index.values {
            let seats = Set(same.compactMap { companies[$0].seat })
            guard seats.count == 1, let seat = seats.first else { continue }
            for place in same where companies[place].seat == nil { companies[place].joining = seat }
        }
        return companies
    }

    private func party(_ company: Company) -> Problem.Party {
        let people = company.rows.map(\.enrolment.person)
        let isHeld = company.rows.contains { $0.standing == .offered }
        let noted =
            parties.all.filter { $0.kind == .together && Set($0.members) == Set(people) }
            .map(\.childcare).max() ?? 0
        let lock =
            people.compactMap { terms.locks[$0] }.first ?? company.joining
            ?? (isHeld ? company.seat : nil)
        return Problem.Party(
            id: company.id,
            members: company.rows.map { row in
                Problem.Member(
                    id: row.enrolment.person.description, languages: row.languages,
                    gender: row.gender, slots: slots(row.wishes.slots))
            },
            interpreterOk: company.rows.allSatisfy(\.interpreterOk),
            childcare: max(noted, company.rows.reduce(0) { $0 + $1.childcare }),
            waitingDays: company.rows.map { max(0, today.dayNumber - $0.appliedOn.dayNumber) }.max()
                ?? 0,
            priority: company.rows.map(\.priority).max() ?? 0,
            currentGroup: company.seat?.description, lockedTo: lock?.description,
            unlocked: !isHeld && !terms.unlocked.isDisjoint(with: people))
    }

    /// The groups' times at which somebody can come; what no group has stands as its day.
    private func slots(_ wished: [WishedSlot]) -> [String] {
        guard !wished.isEmpty else { return [] }
        let known = groups.compactMap(\.slot).filter { slot in
            wished.contains { $0.covers(slot) }
        }.map(name)
        return known.isEmpty ? wished.map { "\($0.weekday)" }.onceEach : known.onceEach
    }

    private func apart(_ companies: [Company]) -> [Problem.Apart] {
        let byPerson = Dictionary(
            companies.flatMap { company in
                company.rows.map { ($0.enrolment.person, company.id) }
            }, uniquingKeysWith: { one, _ in one })
        let pairs = companies.flatMap { company in
            company.rows.flatMap(\.apart).compactMap { byPerson[$0] }
                .filter { company.id < $0 }.map { [company.id, $0] }
        }
        return pairs.onceEach.map { Problem.Apart($0[0], $0[1]) }
    }
}

extension EnrolmentRow {
    /// The group in which they have a place from a day on, or hold one by an open offer; the row
    /// says where they stand on that day.
    fileprivate func seat(on date: LocalDate) -> Group.ID? {
        switch standing {
        case .placed: placements.last { $0.reaches(date) }?.group
        case .offered: enrolment.offer?.group
        case .applied, .waitlisted, .expired, .declined, .withdrawn: nil
        }
    }
}

extension WishedSlot {
    fileprivate func covers(_ slot: Slot) -> Bool {
        weekday == slot.weekday && (start.map { $0 <= slot.start } ?? true)
            && (end.map { slot.end <= $0 } ?? true)
    }
}

extension BalanceProposal {
    func answered(_ proposal: Proposal) -> BalanceProposal {
        BalanceProposal(
            problem: problem, proposal: proposal, basis: basis, effectiveOn: effectiveOn,
            people: people, names: names, groups: groups)
    }
}
