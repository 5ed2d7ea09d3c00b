import Courses

/// One count of everything: each event is met once, and added to its rows and to the total.
struct Census {
    let facts: Facts
    /// What is asked for.
    let sieve: Sieve
    /// What figures are broken down by or narrowed to: of what these split no row is told.
    let splitting: DimensionSet
    let asOf: Int32
    let parts: CensusParts
    /// Empty where nobody asks who was expected.
    let rosters: Rosters
    var keys: RowKeys
    /// Which groups meet in each session.
    let groups: Buckets
    /// None where nobody asks what became of people.
    var careers: Careers
    /// Of each career, how many sessions of the round were attended or made up for.
    var achieved: [Int32]
    /// Each of those sessions; nil where nobody asks for them.
    var steps: [(career: Int32, step: Achievement.Step)]?
    var figures: [Figures] = []
    var total: Figures
    /// What the rows say of people. The total is what they say together, with what has no row,
    /// and without what several of them say of the same event.
    var tallies: [PeopleTally] = []
    var rowless = PeopleTally()
    var repeated = PeopleTally()
    var visits: Visits
    /// Which groups met, and in which rows.
    var meetings: Visits
    /// Of each group, whether it has a session that is asked for.
    var hasMet: [Bool]
    /// Of each person, the last session at which they were expected.
    var seats: [Seat]
    /// Who is expected in a second row, too, at the session at hand.
    var moreSeats: [(person: Int32, row: Int32)] = []
    /// The half of the row's key that each placement gives, found when it is met; `Facts.none` where
    /// it doesn't pass.
    var seatParts: [Int32]
    /// Where people sit of whose marks no place is known; made when one is met.
    var places: Places?
    /// The row that each such half was found in last, and with which session's half.
    var rowsOfSeats: [(part: Int32, row: Int32)] = []
    /// The rows of the event at hand, each once.
    var event = RowSet()
    /// Whether the event at hand passes the sieve.
    var isAsked = true
    private let empty: Figures

    init(_ facts: Facts, _ parts: CensusParts, _ sieve: Sieve, _ keys: RowKeys, asOf: Int32) {
        self.facts = facts
        self.parts = parts
        self.sieve = sieve
        splitting = keys.dimensions.union(sieve.dimensions)
        self.asOf = asOf
        self.keys = keys
        rosters = parts.contains(.rosters) ? Rosters(facts) : Rosters()
        groups = Buckets(facts.sessionGroups.count, into: facts.sessions.count) {
            facts.sessionGroups[$0].session
        }
        careers = parts.contains(.courses) ? Careers(facts) : Careers()
        achieved = [Int32](repeating: 0, count: careers.indices.count)
        visits = Visits(of: facts.people.count)
        meetings = Visits(of: facts.groups.count)
        hasMet = [Bool](repeating: false, count: facts.groups.count)
        seats = [Seat](
            repeating: Seat(), count: parts.contains(.rosters) ? facts.people.count : 0)
        seatParts = [Int32](repeating: Self.unknown, count: facts.placements.count)
        empty = Figures(gapsFor: splitting)
        total = Figures(gapsFor: sieve.dimensions)
    }

    mutating func take() {
        countSessions()
        if parts.contains(.headcounts) { countHeadcounts() }
        if parts.contains(.courses) {
            countMakeUps()
            countCompleted()
        }
        if parts.contains(.waiting) { countWaiting() }
        countGroups()
        countTallies()
        if sieve.passesAll { total.review? += facts.reviewWithoutSession }
    }

    /// Which groups meet in a session.
    func groups(of session: Int) -> some Sequence<SessionGroupFact> {
        groups[session].lazy.map { [entries = facts.sessionGroups] in entries[Int($0)] }
    }

    /// An event of which no row is known yet.
    mutating func begin() {
        event.removeAll()
        isAsked = !sieve.narrowsSeats
    }

    /// Notes a row of the event at hand.
    @discardableResult
    mutating func note(_ session: Int32, _ seat: Int32) -> Int32 {
        let row = newRow(session, seat)
        event.insert(row)
        isAsked = true
        return row
    }

    /// The row, which now there is.
    mutating func newRow(_ session: Int32, _ seat: Int32) -> Int32 {
        let row = keys.row(session, seat)
        while figures.count <= Int(row) {
            figures.append(empty)
            tallies.append(PeopleTally())
        }
        return row
    }

    /// Adds to the event's rows and to the total.
    @inline(__always)
    mutating func add(_ change: (inout Figures) -> Void) {
        guard isAsked else { return }
        change(&total)
        event.forEach { change(&figures[$0]) }
    }

    private mutating func countGroups() {
        if total.groups != nil { total.groups = hasMet.count { $0 } }
        guard !splitting.splitPeople else { return }
        for row in figures.indices { figures[row].groups = meetings[row: row] }
    }

    private mutating func countTallies() {
        var tally = rowless
        for row in figures.indices {
            tallies[row].write(to: &figures[row])
            figures[row].uniqueParticipants = visits[row: row]
            tally.add(tallies[row])
        }
        tally.add(repeated, times: -1)
        tally.write(to: &total)
        total.uniqueParticipants = visits.all
    }

    func rows(by order: [Dimension]) -> [FiguresTable.Row] {
        keys.sorted(by: order, facts).map {
            FiguresTable.Row(key: $0.key, figures: figures[$0.row])
        }
    }
}

extension Figures {
    /// All at 0, and nil what has no meaning in this breakdown.
    init(gapsFor dimensions: DimensionSet) {
        self.init()
        if dimensions.splitPeople {
            sessionsPlanned = nil
            sessionsHeld = nil
            sessionsNotTaken = nil
            review = nil
            groups = nil
        }
        if dimensions.contains(.ageBand) {
            headcounts = nil
            childcareChildren = nil
        }
        if dimensions.splitCourses { completed = nil }
        if dimensions.splitWaiting { waiting = nil }
    }
}
