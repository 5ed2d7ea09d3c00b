import Courses
import Localisation
import Statistics
import Store

/// Puts rows into the order in which they are read, and names those of a page.
struct FigureRowListing {
    private let reach: FiguresReach
    private let counted: CountedRows
    private let names: [Person.ID: DisplayName]
    private let name: (DisplayName) -> String
    /// Where each person, and each group, stands by name.
    private let personRanks: [Int]
    private let groupRanks: [Int]
    /// Of each session the number in its groups.
    private let numbers: [SessionGroup: Int32]
    /// Which groups meet in each session.
    private let meetings: [Int32: [Int32]]

    private struct SessionGroup: Hashable {
        let session: Int32
        let group: Int32
    }

    init(
        _ reading: Reading, _ reach: FiguresReach, _ counted: CountedRows, localiser: Localiser,
        name: @escaping (DisplayName) -> String
    ) throws {
        self.reach = reach
        self.counted = counted
        self.name = name
        let about = Set(counted.rows.map(\.person)).filter { $0 >= 0 }.sorted()
        let names = try reading.names(of: about.map { reach.people[Int($0)] })
        self.names = names
        personRanks = Self.ranks(of: about, reach, names, localiser, name)
        let facts = reach.facts
        var groupRanks = [Int](repeating: 0, count: facts.groups.count)
        let groups = localiser.sorted(Array(facts.groups.indices)) { facts.groups[$0].name }
        for (rank, group) in groups.enumerated() { groupRanks[group] = rank }
        self.groupRanks = groupRanks
        numbers = Dictionary(
            facts.sessionGroups.map {
                (SessionGroup(session: $0.session, group: $0.group), $0.number)
            }, uniquingKeysWith: min)
        meetings = Dictionary(grouping: facts.sessionGroups, by: \.session)
            .mapValues { $0.map(\.group) }
    }

    /// Aliases come after names, and whoever has neither last.
    private static func ranks(
        of people: [Int32], _ reach: FiguresReach, _ names: [Person.ID: DisplayName],
        _ localiser: Localiser, _ name: (DisplayName) -> String
    ) -> [Int] {
        var ranks = [Int](repeating: .max, count: reach.facts.people.count)
        func shown(_ person: Int32) -> DisplayName? { names[reach.people[Int(person)]] }
        let named = people.filter { shown($0).map { $0.alias == nil } ?? false }
        let hidden = people.filter { shown($0)?.alias != nil }.sorted {
            (shown($0)?.alias ?? 0) < (shown($1)?.alias ?? 0)
        }
        let inOrder = localiser.sorted(named) { shown($0).map(name) ?? "" } + hidden
        for (rank, person) in inOrder.enumerated() { ranks[Int(person)] = rank }
        return ranks
    }

    func rows(
        behind number: CountedNumber, _ key: FiguresKey, _ names: FigureNames, page: Int?
    ) -> FigureRows {
        let size = FigureRows.pageSize
        let last = max(1, (counted.rows.count + size - 1) / size)
        let page = page.map { min(max(1, $0), last) }
        let inOrder = sorted(by: number.kind)
        let shown = page.map { inOrder.dropFirst(($0 - 1) * size).prefix(size) } ?? inOrder[...]
        return FigureRows(
            number: number, key: key, filter: reach.filter, names: names, asOf: reach.today,
            sum: counted.sum,
            numerator: number == .measure(.attendanceRate) ? counted.numerator : nil,
            count: counted.rows.count, page: page, rows: shown.map(row))
    }

    /// Sessions by date, then people by name; what names no session last.
    private func sorted(by kind: CountedNumber.Kind) -> [CountedRow] {
        let keyed = counted.rows.enumerated().map { index, row in
            (place: place(of: row, kind), index: index)
        }
        let inOrder = keyed.sorted { one, other in
            one.place == other.place ? one.index < other.index : one.place < other.place
        }
        return inOrder.map { counted.rows[$0.index] }
    }

    private func place(of row: CountedRow, _ kind: CountedNumber.Kind) -> RowPlace {
        let person = row.person >= 0 ? personRanks[Int(row.person)] : .max
        let group = groups(of: row).first.map { groupRanks[Int($0)] } ?? .max
        switch kind {
        case .person: return RowPlace(first: person, second: 0, third: 0, fourth: 0)
        case .career, .group:
            return RowPlace(first: Int(row.round), second: group, third: person, fourth: 0)
        case .attendance, .session, .headcount:
            let session = Int(row.session)
            let day = session < 0 ? Int.max : Int(reach.facts.sessions[session].day)
            return RowPlace(first: day, second: group, third: session, fourth: person)
        }
    }

    // MARK: One row

    private func row(_ counted: CountedRow) -> FigureRows.Row {
        var row = FigureRows.Row()
        if counted.person >= 0 {
            let id = reach.people[Int(counted.person)]
            row.isProtected = isProtected(counted)
            row.person = id
            row.name = names[id].map(name)
        }
        let facts = reach.facts
        let groups = groups(of: counted)
        row.groups = groups.map { facts.groups[Int($0)].id }
        row.round = counted.round < 0 ? nil : facts.rounds[Int(counted.round)].code
        if counted.session >= 0 {
            let session = facts.sessions[Int(counted.session)]
            row.session = reach.sessions[Int(counted.session)]
            row.date = LocalDate(dayNumber: Int(session.day))
            row.status = session.status
            row.number = groups.first.flatMap { group in
                numbers[SessionGroup(session: counted.session, group: group)].map(Int.init)
            }
        }
        row.mark = counted.mark
        row.headcount = counted.headcount.map { headcount in
            FigureRows.Headcount(
                language: headcount.language < 0
                    ? nil : facts.languages[Int(headcount.language)],
                gender: headcount.gender, isChildcare: headcount.isChildcare)
        }
        (row.amount, row.days) = (counted.amount, counted.days)
        row.isInNumerator = counted.isInNumerator
        return row
    }

    /// By name. Whoever visits counts in the group of their language: too much to tell beside an
    /// alias, so that all that meet stand there, and none where it isn't known which meeting it was.
    private func groups(of row: CountedRow) -> [Int32] {
        var groups = row.groups
        if isProtected(row) {
            if row.isVisit, let meeting = meetings[row.session] { groups = meeting }
            if row.session < 0, row.round < 0 { groups = [] }
        }
        return groups.sorted { groupRanks[Int($0)] < groupRanks[Int($1)] }
    }

    private func isProtected(_ row: CountedRow) -> Bool {
        row.person >= 0 && names[reach.people[Int(row.person)]]?.alias != nil
    }
}

private struct RowPlace: Comparable {
    let first: Int
    let second: Int
    let third: Int
    let fourth: Int

    static func < (one: RowPlace, other: RowPlace) -> Bool {
        (one.first, one.second, one.third, one.fourth)
            < (other.first, other.second, other.third, other.fourth)
    }
}
