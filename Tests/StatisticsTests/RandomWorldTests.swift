import Courses
import Statistics
import Testing

@Suite struct RandomWorldTests {
    @Test(arguments: UInt64(0)..<20)
    func `any world, any way, counts as the plain count does`(_ block: UInt64) {
        for seed in block * 40..<block * 40 + 40 {
            var world = RandomWorld(seed: seed)
            let dimensions = world.dimensions()
            let rounds = world.rounds()
            let asOf = LocalDate(dayNumber: Int(world.date()) + 40)
            let table = Figures.table(
                of: world.facts, rounds: rounds, by: dimensions, asOf: asOf)
            let plain = PlainCount(
                facts: world.facts, rounds: rounds, dimensions: dimensions, asOf: asOf
            ).count()
            #expect(table.total == plain.total, "seed \(seed)")
            let keys = table.rows.map { row in row.key.map(\.code) }
            #expect(keys.count == Set(keys).count, "seed \(seed)")
            if !dimensions.isEmpty {
                let rows = Dictionary(zip(keys, table.rows.map(\.figures))) { first, _ in first }
                #expect(rows == plain.rows, "seed \(seed) by \(dimensions)")
            }
            expectBounds(table)
        }
    }

    /// Max ≤ total ≤ sum, for people and for everything else that has no gap.
    private func expectBounds(_ table: FiguresTable) {
        guard !table.dimensions.isEmpty else { return }
        for measure in Measure.allCases {
            guard case .count(let total) = table.total[measure] else { continue }
            let counts = table.rows.compactMap { row in
                if case .count(let count) = row.figures[measure] { count } else { nil }
            }
            guard counts.count == table.rows.count, !(counts.isEmpty && total > 0) else { continue }
            #expect(counts.max() ?? 0 <= total)
            #expect(total <= counts.reduce(0, +))
        }
    }

    @Test(arguments: UInt64(0)..<40)
    func `the order in which facts are handed in changes nothing`(_ seed: UInt64) {
        let facts = RandomWorld(seed: seed).facts
        var chance = SeededGenerator(seed: seed)
        var shuffled = facts
        shuffled.placements.shuffle(using: &chance)
        shuffled.marks = Marks(facts.marks.shuffled(using: &chance))
        shuffled.withdrawals.shuffle(using: &chance)
        shuffled.waits.shuffle(using: &chance)
        shuffled.headcounts.shuffle(using: &chance)
        let asOf = LocalDate(dayNumber: 18_400)
        for order: [Dimension] in [[.group, .gender, .month], [.language, .ageBand]] {
            #expect(
                Figures.table(of: shuffled, by: order, asOf: asOf)
                    == Figures.table(of: facts, by: order, asOf: asOf))
        }
        #expect(AttendedSessions.all(of: shuffled) == AttendedSessions.all(of: facts))
        #expect(
            DropOut.beforeSessions(of: shuffled, asOf: asOf)
                == DropOut.beforeSessions(of: facts, asOf: asOf))
    }

    /// As they are kept: person by person, in two halves, with the places where these are known.
    @Test(arguments: UInt64(0)..<40)
    func `marks that go together count as each by itself does`(_ seed: UInt64) {
        let facts = RandomWorld(seed: seed).facts
        let known = facts.marks.map { mark in
            mark.role == .makeUp
                ? mark
                : MarkFact(
                    session: mark.session, person: mark.person, value: mark.value,
                    role: mark.role, reference: onlyPlace(of: mark, facts), minutes: mark.minutes)
        }.sorted { ($0.person, $0.session) < ($1.person, $1.session) }
        var halves = [MarkRuns(), MarkRuns()]
        for mark in known {
            halves[Int(mark.session) * 2 < facts.sessions.count ? 0 : 1].append(mark)
        }
        var together = facts
        together.marks = Marks(halves[0], halves[1])
        #expect(together == facts)
        let asOf = LocalDate(dayNumber: 18_400)
        let orders: [[Dimension]] = [
            [], [.language, .gender, .month], [.round], [.group, .mode], [.ageBand],
        ]
        for order in orders {
            #expect(
                Figures.table(of: together, by: order, asOf: asOf)
                    == Figures.table(of: facts, by: order, asOf: asOf))
        }
        #expect(
            Achievement.all(of: together, asOf: asOf) == Achievement.all(of: facts, asOf: asOf))
        #expect(AttendedSessions.all(of: together) == AttendedSessions.all(of: facts))
    }

    private func onlyPlace(of mark: MarkFact, _ facts: Facts) -> Int32 {
        let day = facts.sessions[Int(mark.session)].day
        let own = facts.placements.indices.filter { index in
            let place = facts.placements[index]
            return place.person == mark.person && place.from <= day && day < place.before
                && day < facts.groups[Int(place.group)].closedFrom
                && facts.sessionGroups.contains {
                    $0.session == mark.session && $0.group == place.group
                }
        }
        return own.count == 1 ? Int32(own[0]) : Facts.none
    }

    @Test(arguments: UInt64(0)..<40)
    func `people on a roster are those whose placement holds on the day`(_ seed: UInt64) {
        let facts = RandomWorld(seed: seed).facts
        let rosters = Rosters(facts)
        for (index, session) in facts.sessions.enumerated() {
            let groups = facts.sessionGroups.filter { $0.session == Int32(index) }.map(\.group)
            let expected = facts.people.indices.map(Int32.init).filter { person in
                facts.placements.contains {
                    $0.person == person && groups.contains($0.group) && $0.from <= session.day
                        && session.day < $0.before
                        && session.day < facts.groups[Int($0.group)].closedFrom
                }
            }
            #expect(rosters.people(at: index, facts) == expected)
        }
    }

    @Test func `the worlds made by chance have something of everything`() {
        var sum: [Measure: Int] = [:]
        var helped = 0
        for seed in UInt64(0)..<200 {
            var facts = RandomWorld(seed: seed).facts
            let asOf = LocalDate(dayNumber: 18_400)
            let total = Figures.table(of: facts, by: [], asOf: asOf).total
            for measure in Measure.allCases {
                switch total[measure] {
                case .count(let count): sum[measure, default: 0] += count
                case .rate(let rate): sum[measure, default: 0] += rate.numerator
                case .waiting(let waiting):
                    sum[measure, default: 0] += min(waiting.people, waiting.placed, waiting.days)
                case .gap: break
                }
            }
            facts.marks = Marks(facts.marks.filter { $0.role != .makeUp })
            let without = Figures.table(of: facts, by: [], asOf: asOf).total
            helped += (total.completed ?? 0) - (without.completed ?? 0)
        }
        for measure in Measure.allCases { #expect(sum[measure, default: 0] > 50, "\(measure)") }
        #expect(helped > 5)
    }
}
