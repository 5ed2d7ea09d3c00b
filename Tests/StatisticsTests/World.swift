import Courses
import Statistics

/// A small world, told in the order in which it happens.
struct World {
    var facts = Facts()
    var asOf = LocalDate(dayNumber: Int(day(12, 31)))

    mutating func language(_ language: Language) -> Int32 {
        if let index = facts.languages.firstIndex(of: language) { return Int32(index) }
        facts.languages.append(language)
        return Int32(facts.languages.count - 1)
    }

    /// A round of the programme `parent-support` with study hours of 45 minutes.
    mutating func round(
        _ code: String = "2020-spring", programme: String = "parent-support",
        threshold: Int = 2, firstDay: Int32 = day(1, 1), endedOn: Int32? = nil
    ) -> Int32 {
        facts.rounds.append(
            RoundFact(
                id: Round.ID(bits: UInt64(facts.rounds.count)), code: code,
                programme: programme,
                rules: CourseRules(
                    sessions: 11, sessionMinutes: 120, completionThreshold: threshold),
                firstDay: LocalDate(dayNumber: Int(firstDay)),
                endedOn: endedOn.map { LocalDate(dayNumber: Int($0)) }))
        return Int32(facts.rounds.count - 1)
    }

    mutating func group(_ name: String, in round: Int32, _ languages: Language...) -> Int32 {
        facts.groups.append(
            GroupFact(
                id: Group.ID(bits: UInt64(facts.groups.count)), name: name, round: round,
                languages: languages.map { language($0) }))
        return Int32(facts.groups.count - 1)
    }

    mutating func person(
        _ gender: Gender = .woman, born: LocalDate? = nil, speaks languages: Language...
    ) -> Int32 {
        let start = Int32(facts.spoken.count)
        facts.spoken += languages.map { language($0) }
        facts.people.append(
            PersonFact(
                gender: gender, birthDay: born.map { Int32($0.dayNumber) } ?? Facts.unknownDay,
                spokenStart: start, spokenCount: Int32(languages.count)))
        return Int32(facts.people.count - 1)
    }

    mutating func place(
        _ person: Int32, in group: Int32, from: Int32 = day(1, 1), before: Int32 = Facts.open,
        as language: Language? = nil
    ) {
        let spoken = language.map { self.language($0) }
        facts.placements.append(
            PlacementFact(
                person: person, group: group, from: from, before: before,
                language: spoken ?? facts.groups[Int(group)].languages[0]))
    }

    /// A session with the next number of each of its groups.
    mutating func session(
        of groups: Int32..., on day: Int32, minutes: Int16 = 120, mode: SessionMode = .onsite,
        status: SessionStatus = .taken, isHeld: Bool? = nil, review: Int32 = 0
    ) -> Int32 {
        let session = Int32(facts.sessions.count)
        facts.sessions.append(
            SessionFact(
                round: facts.groups[Int(groups[0])].round, day: day, minutes: minutes, mode: mode,
                status: status, isHeld: isHeld ?? (status == .taken), review: review))
        for group in groups {
            let number = facts.sessionGroups.count { $0.group == group } + 1
            facts.sessionGroups.append(
                SessionGroupFact(session: session, group: group, number: Int32(number)))
        }
        return session
    }

    mutating func mark(
        _ person: Int32, at session: Int32, _ value: AttendanceCode = .present,
        as role: MarkRoleCode = .member, makeUpFor: Int32 = Facts.none, late: Int16 = 0,
        leftEarly: Int16 = 0
    ) {
        let mark = MarkFact(
            session: session, person: person, value: value, role: role, makeUpFor: makeUpFor,
            late: late, leftEarly: leftEarly)
        facts.marks = Marks(facts.marks + [mark])
    }

    mutating func makeUp(_ person: Int32, at session: Int32, for missed: Int32) {
        mark(person, at: session, as: .makeUp, makeUpFor: missed)
    }

    mutating func withdraw(_ person: Int32, from round: Int32, on day: Int32) {
        facts.withdrawals.append(WithdrawalFact(person: person, round: round, on: day))
    }

    func table(by dimensions: Dimension..., rounds: Set<Round.ID>? = nil) -> FiguresTable {
        Figures.table(of: facts, rounds: rounds, by: dimensions, asOf: asOf)
    }

    var total: Figures { table().total }
}

/// The day number of a day in 2020, or with `year` another.
func day(_ month: Int, _ day: Int, year: Int = 2020) -> Int32 {
    Int32(LocalDate(year: year, month: month, day: day)?.dayNumber ?? .min)
}

extension FiguresTable {
    /// One number of each row, under the codes of its key.
    func column<Value>(_ value: (Figures) -> Value) -> [String: Value] {
        Dictionary(
            uniqueKeysWithValues: rows.map { row in
                (row.key.map(\.code).joined(separator: " "), value(row.figures))
            })
    }
}

extension Figures {
    init(_ change: (inout Figures) -> Void) {
        self.init()
        change(&self)
    }
}
