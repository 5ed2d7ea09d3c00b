import Courses
import Statistics

/// SplitMix64 (Steele, Lea and Flood 2014): the same seed gives the same numbers everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// Facts made by chance: small, crowded, and with every irregularity that facts may have.
struct RandomWorld {
    private(set) var facts = Facts()
    private var chance: SeededGenerator

    init(seed: UInt64) {
        chance = SeededGenerator(seed: seed)
        facts.municipality = "0428"
        facts.languages = Array(Language.catalogue.shuffled(using: &chance).prefix(number(1...4)))
        for _ in 0..<number(1...3) { addRound() }
        for _ in 0..<number(1...5) { addGroup() }
        for _ in 0..<number(1...12) { addPerson() }
        for _ in 0..<number(0...24) { addSession() }
        for _ in 0..<number(0...24) { addPlacement() }
        addMarks()
        for _ in 0..<number(0...6) where !facts.sessions.isEmpty { addHeadcount() }
        for _ in 0..<number(0...3) {
            facts.withdrawals.append(
                WithdrawalFact(
                    person: any(facts.people.count), round: any(facts.rounds.count), on: date()))
        }
        addWaits()
        facts.sessionGroups.shuffle(using: &chance)
    }

    mutating func dimensions() -> [Dimension] {
        Array(Dimension.allCases.shuffled(using: &chance).prefix(number(0...4)))
    }

    /// Nil, or some of the rounds.
    mutating func rounds() -> Set<Round.ID>? {
        guard often(0.5) else { return nil }
        return Set(facts.rounds.map(\.id).filter { _ in often(0.6) })
    }

    mutating func date() -> Int32 { 18_250 + Int32(number(0...150)) }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &chance)
    }

    private mutating func any(_ count: Int) -> Int32 { Int32(number(0...count - 1)) }

    private mutating func often(_ share: Double) -> Bool {
        Double.random(in: 0..<1, using: &chance) < share
    }

    private mutating func addRound() {
        let index = facts.rounds.count
        let ended = often(0.7) ? LocalDate(dayNumber: Int(date()) + 30) : nil
        facts.rounds.append(
            RoundFact(
                id: Round.ID(bits: UInt64(index)), code: "r\(index)",
                programme: often(0.5) ? "p" : "q",
                rules: CourseRules(
                    sessions: 10, sessionMinutes: 120, completionThreshold: number(1...3),
                    studyHourMinutes: often(0.8) ? 45 : 60),
                firstDay: LocalDate(dayNumber: Int(date()) + (often(0.5) ? 0 : 180)),
                endedOn: ended))
    }

    private mutating func addGroup() {
        let index = facts.groups.count
        let languages = facts.languages.indices.map(Int32.init).shuffled(using: &chance)
        facts.groups.append(
            GroupFact(
                id: Group.ID(bits: UInt64(index)), name: "g", round: any(facts.rounds.count),
                languages: Array(languages.prefix(number(1...2))),
                closedFrom: often(0.2) ? date() : Facts.open))
    }

    private mutating func addPerson() {
        let spoken = facts.languages.indices.map(Int32.init).shuffled(using: &chance)
            .prefix(number(0...3))
        let birthDay = Int32(number(-9_000...19_000))
        facts.people.append(
            PersonFact(
                gender: Gender.allCases[number(0...2)],
                birthDay: often(0.8) ? birthDay : Facts.unknownDay,
                spokenStart: Int32(facts.spoken.count), spokenCount: Int32(spoken.count)))
        facts.spoken += spoken
    }

    private mutating func addSession() {
        let status = often(0.7) ? .taken : SessionStatus.allCases[number(0...4)]
        let canBeHeld = status == .notTaken || status == .upcoming
        let first = any(facts.groups.count)
        let round = facts.groups[Int(first)].round
        let session = Int32(facts.sessions.count)
        facts.sessions.append(
            SessionFact(
                round: round, day: date(), minutes: Int16([45, 90, 120, 150][number(0...3)]),
                mode: SessionMode.allCases[number(0...2)], status: status,
                isHeld: status == .taken || canBeHeld && often(0.5),
                review: Int32(number(0...2))))
        let joining = facts.groups.indices.filter { index in
            index != Int(first) && facts.groups[index].round == round && often(0.3)
        }
        for group in [first] + joining.map(Int32.init) {
            facts.sessionGroups.append(
                SessionGroupFact(session: session, group: group, number: Int32(number(1...6))))
        }
    }

    private mutating func addPlacement() {
        let from = date()
        facts.placements.append(
            PlacementFact(
                person: any(facts.people.count), group: any(facts.groups.count), from: from,
                before: often(0.5) ? Facts.open : from + Int32(number(0...60)),
                language: any(facts.languages.count)))
    }

    private mutating func addMarks() {
        var marks: [MarkFact] = []
        for session in facts.sessions.indices {
            for person in facts.people.indices where often(0.5) {
                let role = often(0.6) ? .member : MarkRoleCode.allCases[number(0...2)]
                let value = often(0.6) ? .present : AttendanceCode.allCases[number(0...3)]
                let isPresent = value == .present
                marks.append(
                    MarkFact(
                        session: Int32(session), person: Int32(person), value: value, role: role,
                        makeUpFor: role == .makeUp ? any(facts.sessions.count) : Facts.none,
                        late: isPresent && often(0.3) ? Int16(number(1...80)) : 0,
                        leftEarly: isPresent && often(0.2) ? Int16(number(1...80)) : 0))
            }
        }
        facts.marks = Marks(marks.shuffled(using: &chance))
    }

    private mutating func addHeadcount() {
        facts.headcounts.append(
            HeadcountFact(
                session: any(facts.sessions.count),
                language: often(0.5) ? any(facts.languages.count) : Facts.none,
                gender: Gender.allCases[number(0...2)], count: Int32(number(0...9)),
                isChildcare: often(0.4)))
    }

    private mutating func addWaits() {
        for person in facts.people.indices {
            for round in facts.rounds.indices where often(0.4) {
                facts.waits.append(
                    WaitFact(person: Int32(person), round: Int32(round), applied: date()))
            }
        }
    }
}
