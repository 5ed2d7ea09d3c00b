import Courses
import Statistics
import Testing

@Suite struct ComparisonTests {
    private static let asOf = LocalDate(dayNumber: Int(day(12, 31)))

    /// A spring and an autumn of the same programme: in spring two took part in Arabic and one in
    /// Somali, in autumn three in Arabic.
    private func year() -> (world: World, spring: Int32, autumn: Int32) {
        var world = World()
        let spring = world.round("spring", firstDay: day(1, 1))
        let autumn = world.round("autumn", firstDay: day(8, 20))
        for (round, on, counts) in [
            (spring, day(1, 14), [(Language.arabic, 2), (.somali, 1)]),
            (autumn, day(9, 1), [(.arabic, 3)]),
        ] {
            for (language, count) in counts {
                let group = world.group("A", in: round, language)
                let session = world.session(of: group, on: on)
                for _ in 0..<count {
                    let person = world.person(.woman, speaks: language)
                    world.place(person, in: group, from: on)
                    world.mark(person, at: session)
                }
            }
        }
        return (world, spring, autumn)
    }

    private func compared(
        _ world: World, of filter: FiguresFilter = FiguresFilter(), by dimensions: [Dimension]
    ) -> FiguresComparison {
        FiguresComparison(of: world.facts, filter: filter, by: dimensions, asOf: Self.asOf)
    }

    @Test func `a term's total and rows stand beside those of the term before`() {
        let (world, _, _) = year()
        let compared = compared(
            world, of: FiguresFilter([.term: ["HT2020"]]), by: [.language])
        #expect(compared.term == Term("HT2020"))
        #expect(compared.table.total.attended == 3)
        #expect(compared.totalBefore?.attended == 3)
        #expect(compared.totalBefore?.uniqueParticipants == 3)
        #expect(compared.table.rows.map(\.key) == [[.language(.arabic)]])
        #expect(compared.before.map { $0?.attended } == [2])
    }

    @Test func `a new programme has no term before`() {
        var (world, _, _) = year()
        let new = world.round("new", programme: "language-cafe", firstDay: day(8, 20))
        let group = world.group("B", in: new, .arabic)
        let session = world.session(of: group, on: day(9, 2))
        let person = world.person(.man, speaks: .arabic)
        world.place(person, in: group, from: day(9, 2))
        world.mark(person, at: session)
        let compared = compared(
            world, of: FiguresFilter([.term: ["HT2020"]]), by: [.programme])
        #expect(
            compared.table.rows.map { $0.key.map(\.code) }
                == [["language-cafe"], ["parent-support"]])
        #expect(compared.before.map { $0?.attended } == [nil, 3])
        // Its people are no growth of the others: what they are counted in is not compared.
        #expect(compared.table.total.attended == 4)
        #expect(compared.totalBefore == nil)
        #expect(compared.unmatched == ["language-cafe"])
        let languages = self.compared(
            world, of: FiguresFilter([.term: ["HT2020"]]), by: [.language])
        #expect(languages.before == [nil])
        let same = self.compared(
            world, of: FiguresFilter([.term: ["HT2020"], .programme: ["parent-support"]]),
            by: [.language])
        #expect(same.totalBefore?.attended == 3 && same.before.map { $0?.attended } == [2])
        #expect(same.unmatched.isEmpty)
    }

    @Test func `a round is compared with its programme's rounds of the term before`() {
        let (world, _, _) = year()
        let one = compared(world, of: FiguresFilter([.round: ["autumn"]]), by: [])
        #expect(one.totalBefore?.attended == 3)
        let all = compared(world, by: [.round, .language])
        #expect(all.term == nil)
        #expect(all.totalBefore == nil)
        #expect(
            all.table.rows.map { $0.key.map(\.code) }
                == [["spring", "ar"], ["spring", "so"], ["autumn", "ar"]])
        #expect(all.before.map { $0?.attended } == [nil, nil, 2])
        let byTerm = compared(world, by: [.term])
        #expect(byTerm.before.map { $0?.attended } == [nil, 3])
    }

    @Test func `where there was nothing of it the term before had none, with the same gaps`() {
        var (world, _, autumn) = year()
        let group = world.group("B", in: autumn, .dari)
        let session = world.session(of: group, on: day(9, 2))
        let person = world.person(.man, speaks: .dari)
        world.place(person, in: group, from: day(9, 1))
        world.mark(person, at: session)
        let compared = compared(
            world, of: FiguresFilter([.term: ["HT2020"], .gender: ["man"]]), by: [.language])
        #expect(compared.before.map { $0?.attended } == [0])
        #expect(compared.before.map { $0?.sessionsHeld } == [nil])
        #expect(compared.totalBefore?.attended == 0)
    }

    @Test func `another programme, a group and a month have nothing to be compared with`() {
        var (world, _, _) = year()
        world.facts.rounds[0].programme = "other"
        let programme = compared(world, of: FiguresFilter([.term: ["HT2020"]]), by: [.language])
        #expect(programme.totalBefore == nil && programme.unmatched.isEmpty)
        #expect(programme.before == [nil])
        let (same, _, _) = year()
        for dimension in [Dimension.group, .month] {
            let rows = compared(same, of: FiguresFilter([.term: ["HT2020"]]), by: [dimension])
            #expect(rows.before == [nil])
            #expect(rows.totalBefore?.attended == 3)
        }
        let month = compared(
            same, of: FiguresFilter([.term: ["HT2020"], .month: ["2020-09"]]), by: [])
        #expect(month.totalBefore == nil)
    }

    @Test func `rounds that may not be read are compared with nobody's`() {
        let (world, _, autumn) = year()
        let own = world.facts.rounds[Int(autumn)].id
        let compared = FiguresComparison(
            of: world.facts, rounds: [own], readable: [own], by: [], asOf: Self.asOf)
        #expect(compared.table.total.attended == 3)
        #expect(compared.totalBefore == nil)
    }

    @Test(arguments: UInt64(0)..<40)
    func `what a term before had is what its own figures say`(_ seed: UInt64) {
        let facts = RandomWorld(seed: seed).facts
        for term in Set(facts.rounds.map { Term(of: $0.firstDay) }) {
            let asked = FiguresFilter([.term: [term.description]])
            let compared = FiguresComparison(
                of: facts, filter: asked, by: [.programme, .gender], asOf: Self.asOf)
            let own = Set(
                facts.rounds.filter { Term(of: $0.firstDay) == term }.map(\.programme))
            let past = Figures.table(
                of: facts,
                filter: FiguresFilter([
                    .term: [term.before.description], .programme: own.sorted(),
                ]), by: [.programme, .gender], asOf: Self.asOf)
            let before = Set(
                facts.rounds.filter { Term(of: $0.firstDay) == term.before }.map(\.programme))
            #expect(compared.totalBefore == (own.isSubset(of: before) ? past.total : nil))
            #expect(
                Set(compared.unmatched)
                    == (own.isDisjoint(with: before) ? [] : own.subtracting(before)))
            for (row, before) in zip(compared.table.rows, compared.before) {
                guard let known = past.rows.first(where: { $0.key == row.key }) else {
                    #expect(before?.attended ?? 0 == 0)
                    continue
                }
                #expect(before == known.figures)
            }
        }
    }
}
