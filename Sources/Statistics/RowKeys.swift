import Courses

/// Numbers the rows: a row is what the dimensions keep of a session, and of a seat in it.
///
/// Both halves are packed into numbers and interned, so that finding an event's row costs one
/// look-up. A field holds the value's position plus one, and 0 where no dimension asks for it.
struct RowKeys {
    let dimensions: DimensionSet
    let bands: AgeBands
    private let facts: Facts
    /// For each round the first that no dimension tells from it, and that stands for both.
    private let standIns: [Int32]
    private var sessions = Interner()
    private var seats = Interner()
    private var rows = Interner()
    /// The month that was asked for last, from its first day on as long as any month.
    private var month = (days: Int32(0)..<0, ordinal: 0)

    init(_ facts: Facts, _ dimensions: DimensionSet, _ bands: AgeBands) {
        self.facts = facts
        self.dimensions = dimensions
        self.bands = bands
        var first: [RoundLikeness: Int32] = [:]
        standIns = facts.rounds.enumerated().map { index, round in
            let likeness = RoundLikeness(round, dimensions)
            let found = first[likeness] ?? Int32(index)
            first[likeness] = found
            return found
        }
    }

    var count: Int { rows.keys.count }

    /// What the row's key is made of.
    func parts(of row: Int) -> (SessionPart, SeatPart) {
        let pair = rows.keys[row]
        return (
            SessionPart(bits: sessions.keys[Int(pair >> 32)]),
            SeatPart(bits: seats.keys[Int(UInt32(truncatingIfNeeded: pair))])
        )
    }

    mutating func row(_ session: Int32, _ seat: Int32) -> Int32 {
        rows.position(of: UInt64(UInt32(bitPattern: session)) << 32 | UInt64(seat))
    }

    /// The parts of a row that another count of the same facts numbered on its own.
    mutating func parts(of row: Int, in other: RowKeys) -> (session: Int32, seat: Int32) {
        let (session, seat) = other.parts(of: row)
        return (sessions.position(of: session.bits), seats.position(of: seat.bits))
    }

    mutating func part(of session: SessionFact) -> Int32 {
        var part = part(ofRound: session.round)
        if dimensions.contains(.month) { part.month = month(of: session.day) + 1 }
        if dimensions.contains(.mode) { part.mode = session.mode.position + 1 }
        return sessions.position(of: part.bits)
    }

    /// The ordinal; sessions that follow one another are often of the same month.
    private mutating func month(of day: Int32) -> Int {
        if month.days.contains(day) { return month.ordinal }
        let date = LocalDate(dayNumber: Int(day))
        let first = day - Int32(date.day - 1)
        month = (first..<first + 28, Month(year: date.year, month: date.month).ordinal)
        return month.ordinal
    }

    /// For what belongs to a round and to no session.
    mutating func part(of round: Int) -> Int32 {
        sessions.position(of: part(ofRound: Int32(round)).bits)
    }

    private func part(ofRound round: Int32) -> SessionPart {
        var part = SessionPart()
        if !dimensions.isDisjoint(with: [.round, .programme, .term]) {
            part.round = Int(standIns[Int(round)]) + 1
        }
        return part
    }

    mutating func part(of place: Place, gender: Gender? = nil) -> Int32 {
        var part = part(of: place)
        if let gender, dimensions.contains(.gender) { part.gender = gender.position + 1 }
        return seats.position(of: part.bits)
    }

    mutating func part(of place: Place, person: Int32, round: Int32) -> Int32 {
        var part = part(of: place)
        let person = facts.people[Int(person)]
        if dimensions.contains(.gender) { part.gender = person.gender.position + 1 }
        if dimensions.contains(.ageBand) {
            part.band = band(of: person, on: facts.rounds[Int(round)].firstDay) + 1
        }
        return seats.position(of: part.bits)
    }

    private func part(of place: Place) -> SeatPart {
        var part = SeatPart()
        if dimensions.contains(.group) { part.group = Int(place.group) + 1 }
        // A place may lack a language, and this too is a value.
        if dimensions.contains(.language) { part.language = Int(place.language) + 2 }
        return part
    }

    /// The band's position; the count of bands where it isn't known.
    private func band(of person: PersonFact, on day: LocalDate) -> Int {
        guard person.birthDay != Facts.unknownDay else { return bands.lowerBounds.count }
        let age = LocalDate(dayNumber: Int(person.birthDay)).age(on: day)
        return bands.position(of: age) ?? bands.lowerBounds.count
    }
}

/// What the dimensions keep of a round; two rounds alike in it share their rows.
private struct RoundLikeness: Hashable {
    let id: Round.ID?
    let programme: String?
    let term: Term?

    init(_ round: RoundFact, _ dimensions: DimensionSet) {
        id = dimensions.contains(.round) ? round.id : nil
        programme = dimensions.contains(.programme) ? round.programme : nil
        term = dimensions.contains(.term) ? Term(of: round.firstDay) : nil
    }
}

/// Round (or what stands for those alike) in the high half, then month and mode.
struct SessionPart {
    var bits: UInt64 = 0

    var round: Int {
        get { Int(bits >> 32) }
        set { bits |= UInt64(newValue) << 32 }
    }
    var month: Int {
        get { Int(bits >> 4 & 0xFFF_FFFF) }
        set { bits |= UInt64(newValue) << 4 }
    }
    var mode: Int {
        get { Int(bits & 0xF) }
        set { bits |= UInt64(newValue) }
    }
}

/// Group in the high half, then language, gender and age band.
struct SeatPart {
    var bits: UInt64 = 0

    var group: Int {
        get { Int(bits >> 32) }
        set { bits |= UInt64(newValue) << 32 }
    }
    var language: Int {
        get { Int(bits >> 16 & 0xFFFF) }
        set { bits |= UInt64(newValue) << 16 }
    }
    var gender: Int {
        get { Int(bits >> 12 & 0xF) }
        set { bits |= UInt64(newValue) << 12 }
    }
    var band: Int {
        get { Int(bits & 0xFFF) }
        set { bits |= UInt64(newValue) }
    }
}

extension Gender {
    fileprivate var position: Int {
        switch self {
        case .woman: 0
        case .man: 1
        case .unknown: 2
        }
    }
}

extension SessionMode {
    fileprivate var position: Int {
        switch self {
        case .onsite: 0
        case .remote: 1
        case .hybrid: 2
        }
    }
}
