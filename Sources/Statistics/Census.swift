import Courses

/// One count of everything: each event is met once, and added to its rows and to the total.
struct Census {
    let facts: Facts
    /// What is asked for.
    let sieve: Sieve
    /// What figures are broken down by or narrowed to: of what these split no row is told.
    let splitting: DimensionSet
    let asOf: Int32
    let marks: Buckets
    var keys: RowKeys
    var seating: Seating
    var careers: Careers
    /// Of each career, how many sessions of the round were attended or made up for.
    var achieved: [Int32]
    var figures: [Figures] = []
    var total: Figures
    var visits: Visits
    /// Which groups met, and in which rows.
    var meetings = Visits(capacity: 0)
    /// Of each group, whether it has a session that is asked for.
    var hasMet: [Bool]
    /// The row of each person's first seat at the session at hand.
    var seatRows: [Int32]
    /// The rows of the event at hand, each once.
    var event = RowSet()
    /// Whether the event at hand passes the sieve.
    var isAsked = true
    private let empty: Figures

    init(_ facts: Facts, _ sieve: Sieve, _ keys: RowKeys, asOf: Int32) {
        self.facts = facts
        self.sieve = sieve
        splitting = keys.dimensions.union(sieve.dimensions)
        self.asOf = asOf
        self.keys = keys
        marks = Buckets(facts.marks.count, into: facts.sessions.count) {
            facts.marks[$0].session
        }
        seating = Seating(facts, Rosters(facts))
        careers = Careers(facts)
        achieved = [Int32](repeating: 0, count: careers.indices.count)
        visits = Visits(capacity: facts.marks.count)
        hasMet = [Bool](repeating: false, count: facts.groups.count)
        seatRows = [Int32](repeating: 0, count: facts.people.count)
        empty = Figures(gapsFor: splitting)
        total = Figures(gapsFor: sieve.dimensions)
    }

    mutating func take() {
        let seats = seatParts()
        for (index, session) in facts.sessions.enumerated() where sieve.passes(session) {
            let part = keys.part(of: session)
            count(session, at: index, part)
            if session.status == .taken { countPeople(at: index, part, seats) }
        }
        countHeadcounts()
        countMakeUps()
        countCompleted()
        countWaiting()
        countUnique()
        countGroups()
        if sieve.passesAll { total.review? += facts.reviewWithoutSession }
    }

    /// The half of the row's key that each placement gives; `Facts.none` where it doesn't pass.
    private mutating func seatParts() -> [Int32] {
        facts.placements.map { placement in
            seat(
                facts.place(of: placement), person: placement.person,
                round: facts.groups[Int(placement.group)].round)
        }
    }

    /// The half of the row's key that somebody at a place gives; `Facts.none` where they don't
    /// pass.
    mutating func seat(_ place: Place, person: Int32, round: Int32) -> Int32 {
        guard sieve.passes(place, person: person, round: round) else { return Facts.none }
        return keys.part(of: place, person: person, round: round)
    }

    /// An event of which no row is known yet.
    mutating func begin() {
        event.removeAll()
        isAsked = !sieve.narrowsSeats
    }

    /// Notes a row of the event at hand; `Facts.none` for a seat that doesn't pass.
    @discardableResult
    mutating func note(_ session: Int32, _ seat: Int32) -> Int32 {
        guard seat >= 0 else { return Facts.none }
        let row = keys.row(session, seat)
        while figures.count <= Int(row) { figures.append(empty) }
        note(row: row)
        return row
    }

    /// Notes a row that `note` gave before.
    mutating func note(row: Int32) {
        guard row >= 0 else { return }
        event.insert(row)
        isAsked = true
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
        let (met, _) = meetings.different(facts.groups.count, rows: figures.count)
        for row in figures.indices { figures[row].groups = met[row] }
    }

    private mutating func countUnique() {
        let (unique, all) = visits.different(facts.people.count, rows: figures.count)
        for row in figures.indices { figures[row].uniqueParticipants = unique[row] }
        total.uniqueParticipants = all
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
