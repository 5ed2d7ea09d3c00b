import Courses
import Desk
import Localisation
import Statistics
import Testing

/// What figures find: right for none, one and ties.
@Suite struct ChartWordsTests {
    private func words(_ language: Language = .swedish) -> ChartWords {
        ChartWords(
            localiser: .localiser(for: language),
            stamp: Report.Stamp(
                asOf: day("2020-04-21"), ruleVersion: Figures.ruleVersion,
                rounds: ["2020-spring"]), names: FigureNames(rounds: ["2020-spring": "Våren 2020"]))
    }

    private func table(_ counts: [(Language, Term, Int)]) -> FiguresTable {
        FiguresTable(
            asOf: day("2020-04-21"), dimensions: [.language, .term],
            rows: counts.map { language, term, count in
                var figures = Figures()
                figures.uniqueParticipants = count
                figures.participations = count * 3
                return .init(key: [.language(language), .term(term)], figures: figures)
            }, total: Figures())
    }

    private let autumn = Term(year: 2018, isAutumn: true)
    private let spring = Term(year: 2020, isAutumn: false)

    @Test func `the language with most participants in the latest term is named`() {
        let chart = words().participation(
            table([
                (.arabic, autumn, 20), (.somali, autumn, 30), (.arabic, spring, 12),
                (.somali, spring, 11),
            ]))
        #expect(chart.finding == "Flest deltagare våren 2020 hade arabiska: 12.")
        #expect(
            chart.plot
                == .bars(
                    SmallBars(
                        slots: ["hösten 2018", "våren 2019", "hösten 2019", "våren 2020"],
                        panels: [
                            .init(name: "arabiska", values: [20, 0, 0, 12]),
                            .init(name: "somaliska", values: [30, 0, 0, 11]),
                        ])))
        #expect(chart.report.rows.count == 8)
    }

    @Test func `a term centuries away leaves no gap to be filled`() {
        let chart = words().participation(
            table([
                (.arabic, Term(year: 202, isAutumn: false), 3), (.arabic, autumn, 20),
                (.arabic, spring, 12),
            ]))
        #expect(chart.report.rows.count == 5)
    }

    @Test func `languages with equally many are named together, and one alone as such`() {
        let tied = words().participation(
            table([(.arabic, spring, 7), (.somali, spring, 7), (.dari, spring, 6)]))
        #expect(tied.finding == "Flest deltagare våren 2020 hade arabiska och somaliska: 7 var.")
        let only = words().participation(table([(.arabic, autumn, 1), (.somali, spring, 1)]))
        #expect(only.finding == "Alla deltagare våren 2020 hade somaliska: 1.")
    }

    @Test func `nobody having taken part is said, and nothing is drawn`() {
        for table in [table([]), table([(.arabic, spring, 0)])] {
            let chart = words().participation(table)
            #expect(chart.finding == "Ingen har deltagit än.")
            #expect(chart.plot == nil)
            #expect(chart.report.rows.isEmpty)
        }
    }

    @Test(arguments: [
        (
            [(1, 10, 0), (2, 8, 0)],
            "Ingen har hoppat av: alla är kvar vid träff 2, 8 av 8."
        ),
        ([(1, 10, 1), (2, 8, 0)], "Vid träff 2 är 8 av 8 kvar."),
        ([(1, 1, 1)], "Vid träff 1 är 0 av 1 kvar."),
        ([], "Ingen träff har varit än, så det går inte att säga hur många som är kvar."),
    ])
    func `how many are left is said of the last session, with its denominator`(
        counts: [(Int, Int, Int)], finding: String
    ) {
        let chart = words().retention(
            counts.map { DropOut(number: $0.0, placed: $0.1, withdrawn: $0.2) })
        #expect(chart.finding == finding)
        #expect((chart.plot == nil) == counts.isEmpty)
        #expect(chart.report.rows.count == counts.count)
    }

    private func waits(_ days: [Int]) -> WaitBands {
        WaitBands(days.map { Wait(language: .arabic, days: $0) })
    }

    @Test func `waits are told by their median, and of fewer than five not at all`() {
        let told = words().waiting(waits([0, 1, 1, 9, 30]))
        #expect(told.finding == "Hälften av dem som fått plats väntade högst 1 dag.")
        #expect(
            words().waiting(waits([0, 0, 0, 9, 30])).finding
                == "Hälften av dem som fått plats fick den samma dag.")
        let few = words().waiting(waits([0, 1, 9, 30]))
        #expect(few.finding == "Färre än fem har fått plats, så väntetiden visas inte.")
        #expect(words().waiting(waits([])).finding == "Ingen har fått plats än.")
        #expect(words().waiting(waits([])).plot == nil)
    }

    @Test func `a file of waits tells no count from one to four`() {
        let file = words().waiting(waits([0, 1, 1, 9, 30])).report.csv(forExcel: false)
        #expect(
            file == """
                language,weeks0-0,weeks1-1,weeks2-2,weeks3-3,weeks4-4,placed,medianDays,\
                asOf,ruleVersion,rounds,use
                ar,<5,<5,0,0,<5,,1,2020-04-21,1,2020-spring,internal

                """)
    }

    @Test func `Arabic words say that the picture is mirrored`() {
        let chart = words(.arabic).retention([DropOut(number: 3, placed: 12, withdrawn: 2)])
        #expect(chart.finding == "عند اللقاء 3 بقي 10 من 12.")
        #expect(chart.description.hasSuffix("يُقرأ الرسم من اليمين إلى اليسار."))
        #expect(!words().retention([]).description.contains("vänster"))
    }
}
