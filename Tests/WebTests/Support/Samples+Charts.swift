import Courses
import Desk
import Localisation
import Statistics

@testable import Web

/// The five figures from literal counts.
extension Samples {
    static func chartPages(_ visitor: Visitor) -> [Sample] {
        [
            Sample(template: "charts", page: charts(visitor)),
            Sample(template: "charts", variant: ".empty", page: noCharts(visitor)),
            Sample(template: "figure-report", page: report(visitor)),
            Sample(template: "start", page: start(visitor)),
            Sample(template: "start", variant: ".empty", page: noStart(visitor)),
        ]
    }

    private static let scope = FigureScope(rounds: [round, earlier], chosen: [round])

    private static func charts(_ visitor: Visitor) -> ChartsPage {
        let choice = RoundChoice(
            label: visitor.say(Message("figures.group")),
            links: [RoundLink(href: "?group=1", name: group.name, isChosen: true)])
        return ChartsPage(
            layout: { _ in layout(visitor) }, style: "/assets/1-charts.css", visitor: visitor,
            asOf: day, scope: scope,
            charts: counted(visitor).reversed().map { chart in
                ChartView(
                    chart, visitor, file: "/figures/chart/\(chart.name.rawValue).csv",
                    choice: chart.name == .attendance ? choice : nil)
            })
    }

    private static func noCharts(_ visitor: Visitor) -> ChartsPage {
        let nothing = FiguresTable(
            asOf: day, dimensions: [.language, .term], rows: [], total: Figures())
        let words = words(visitor)
        return ChartsPage(
            layout: { _ in layout(visitor) }, style: "/assets/1-charts.css", visitor: visitor,
            asOf: day, scope: FigureScope(rounds: [round], chosen: []),
            charts: [
                words.participation(nothing), words.retention([]),
                words.capacity([], waiting: 3, groups: [], rounds: []),
                words.waiting(WaitBands([])),
            ].map { ChartView($0, visitor, file: nil) })
    }

    private static func report(_ visitor: Visitor) -> ReportPage {
        ReportPage(
            layout: { _ in layout(visitor) }, style: "/assets/1-charts.css",
            pageStyle: "/assets/1-report.css", visitor: visitor, organisation: "Vingåker",
            scope: scope, total: total, charts: counted(visitor))
    }

    private static func start(_ visitor: Visitor) -> StartPage {
        StartPage(
            layout: { _ in layout(visitor) }, style: "/assets/1-charts.css", visitor: visitor,
            today: day, glance: Glance([round, earlier], on: day), total: total,
            toDo: ToDo(mayOrganise: true, notTaken: 2, review: 1, unmatched: 3, waiting: 4),
            charts: counted(visitor).dropLast(), seesFrozen: true)
    }

    private static func noStart(_ visitor: Visitor) -> StartPage {
        StartPage(
            layout: { _ in layout(visitor) }, style: "/assets/1-charts.css", visitor: visitor,
            today: day, glance: Glance([], on: day), total: Figures(),
            toDo: ToDo(mayOrganise: false, notTaken: 0, review: 0, unmatched: 0, waiting: 0),
            charts: [])
    }

    private static var total: Figures {
        var figures = Figures()
        figures.sessionsPlanned = 66
        figures.sessionsHeld = 43
        figures.sessionsNotTaken = 2
        figures.attended = 265
        figures.absentNotified = 52
        figures.participations = 265
        figures.uniqueParticipants = 46
        figures.waiting?.people = 9
        figures.review = 1
        return figures
    }

    private static func words(_ visitor: Visitor) -> ChartWords {
        ChartWords(
            localiser: visitor.localiser,
            stamp: Report.Stamp(
                asOf: day, ruleVersion: Figures.ruleVersion, rounds: [round.code]),
            names: FigureNames(rounds: [round.code: round.name]))
    }

    private static func counted(_ visitor: Visitor) -> [Chart] {
        let words = words(visitor)
        let terms = [Term(year: 2019, isAutumn: true), Term(year: 2020, isAutumn: false)]
        let rows = [Language.arabic, .tigrinya].enumerated().flatMap { index, language in
            terms.map { term in
                var figures = Figures()
                figures.uniqueParticipants = term.isAutumn ? 26 : 14 - index
                figures.participations = 9 * figures.uniqueParticipants
                return FiguresTable.Row(
                    key: [.language(language), .term(term)], figures: figures)
            }
        }
        let waits = [(Language.arabic, [0, 2, 3, 5, 6, 8, 20]), (.tigrinya, [9, 40])]
        return [
            words.participation(
                FiguresTable(
                    asOf: day, dimensions: [.language, .term], rows: rows, total: Figures())),
            words.retention(
                [(1, 16, 0), (2, 16, 2), (3, 9, 3)].map {
                    DropOut(number: $0.0, placed: $0.1, withdrawn: $0.2)
                }),
            words.capacity(
                [GroupSeats(group: group.id, people: 12)], waiting: 5, groups: [group],
                rounds: [round]),
            words.waiting(
                WaitBands(
                    waits.flatMap { language, days in
                        days.map { Wait(language: language, days: $0) }
                    })),
            attendance(visitor, words),
        ]
    }
}

extension Samples {
    /// Each sign once, somebody protected among the people.
    private static func attendance(_ visitor: Visitor, _ words: ChartWords) -> Chart {
        let sessions = [-28, -21, -14, -7].map { overview(day: $0) }
        let signs: [[AttendanceSheet.Place]] = [
            [place(.present), place(.present, late: 10), place(.notified), place(.unnotified)],
            [place(.excused), place(nil), notExpected, place(.present)],
            [place(.present), place(.present), place(.present), place(nil)],
        ]
        let names = [
            DisplayName(native: "أمل حسن", latin: "Amal Hassan"),
            DisplayName(native: nil, latin: "Hodan <Warsame>"), DisplayName(alias: 7),
        ]
        let sheet = AttendanceSheet(
            round: round, groups: [group], sessions: sessions,
            people: zip(names, signs).enumerated().map { index, row in
                AttendanceSheet.Row(
                    person: Person.ID(bits: UInt64(index + 1)), name: row.0, places: row.1)
            })
        return words.attendance(
            of: sheet, at: now, name: { ShownName($0, visitor: visitor).first })
    }

    private static let notExpected = AttendanceSheet.Place(isExpected: false, mark: nil)

    private static func place(
        _ code: AttendanceCode?, late: Int? = nil
    ) -> AttendanceSheet.Place {
        let value = code.flatMap {
            Attendance(code: $0, lateMinutes: late, leftEarlyMinutes: nil)
        }
        return AttendanceSheet.Place(
            isExpected: true,
            mark: value.map { Mark(value: $0, mode: .onsite, role: .member) })
    }
}
