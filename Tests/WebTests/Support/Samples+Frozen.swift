import Courses
import Desk
import Localisation
import Statistics

@testable import Web

/// Frozen reports from literal rows.
extension Samples {
    static func frozenPages(_ visitor: Visitor) -> [Sample] {
        [
            Sample(template: "frozen-list", page: frozenList(visitor, reports.book)),
            Sample(
                template: "frozen-list", variant: ".empty",
                page: frozenList(visitor, ReportBook(reports: [], choices: choices))),
            Sample(template: "frozen", page: frozen(visitor, reports.first)),
            Sample(
                template: "frozen", variant: ".restated",
                page: frozen(visitor, reports.restated, recount)),
            Sample(template: "frozen", variant: ".measures", page: frozen(visitor, reports.wide)),
            Sample(template: "frozen", variant: ".damaged", page: frozen(visitor, reports.damaged)),
            Sample(template: "restate", page: restate(visitor, recount)),
            Sample(
                template: "restate", variant: ".same",
                page: restate(visitor, Recount(isSame: true, differences: [], changes: []))),
            Sample(
                template: "restate", variant: ".names",
                page: restate(
                    visitor, Recount(isSame: false, differences: [], changes: recount.changes))),
        ]
    }

    static let choices = FiguresChoices(
        rounds: [round, earlier], groups: [group], languages: [.arabic, .somali])

    private static let clerk = Person.ID(bits: 9)
    private static let session = Session.ID(bits: 12)

    private struct Reports {
        let first = frozen(
            1, .county, ["round", "language"],
            """
            round,language,groups,sessionsHeld,uniqueWomen,uniqueMen,uniqueGenderUnknown,\
            participations,completed,childcareChildren,roundName,asOf,ruleVersion,rounds,use
            2020-spring,ar,2,20,15,11,0,218,25,77,Våren 2020,2020-04-21,1,2020-spring,internal
            total,,2,20,15,11,0,218,25,77,,2020-04-21,1,2020-spring,internal

            """)
        let restated = frozen(
            2, .county, ["round", "language"], restates: FrozenReport.ID(bits: 1), by: nil,
            """
            round,language,groups,sessionsHeld,uniqueWomen,uniqueMen,uniqueGenderUnknown,\
            participations,completed,childcareChildren,roundName,asOf,ruleVersion,rounds,use
            2020-spring,ar,2,20,15,11,0,219,25,77,Våren 2020,2020-04-21,1,2020-spring,internal
            total,,2,20,15,11,0,219,25,77,,2020-04-21,1,2020-spring,internal

            """)
        let wide = frozen(
            3, .figures, ["gender"], filter: ["language=ar"],
            """
            gender,sessionsPlanned,sessionsHeld,sessionsNotTaken,expected,attended,\
            absentNotified,absentUnnotified,excused,unmarked,asOf,ruleVersion,rounds,filter,use
            woman,,,,1200,900,200,100,0,0,2020-04-21,1,2020-spring,language=ar,internal
            total,11,9,1,1200,900,200,100,0,0,2020-04-21,1,2020-spring,language=ar,internal

            """)
        let damaged = frozen(4, .figures, ["language"], isIntact: false, "")

        var book: ReportBook {
            ReportBook(
                reports: [damaged, wide, restated, first], choices: choices,
                people: [clerk: DisplayName(native: nil, latin: "Maria <b>Ek</b>")])
        }
    }

    private static let reports = Reports()

    private static func frozen(
        _ bits: UInt64, _ kind: FrozenReport.Kind, _ dimensions: [String], filter: [String] = [],
        restates: FrozenReport.ID? = nil, by actor: Person.ID? = clerk, isIntact: Bool = true,
        _ content: String
    ) -> FrozenReport {
        FrozenReport(
            id: FrozenReport.ID(bits: bits),
            parameters: FrozenReport.Parameters(
                kind: kind, rounds: [round.id], dimensions: dimensions, filter: filter),
            ruleVersion: 1, countedAt: now,
            frozenAt: now.adding(milliseconds: 60_000 * Int64(bits)),
            actor: actor, bound: LogBound(act: 10, operation: 2), content: Array(content.utf8),
            hash: Array(repeating: UInt8(bits) * 17, count: 32), isIntact: isIntact,
            restates: restates)
    }

    private static let recount = Recount(
        isSame: false,
        differences: [
            ReportDifference(
                key: ["2020-spring", "ar"], column: "participations", before: 218, after: 219),
            ReportDifference(
                key: ["2020-spring", "so"], column: "groups", before: nil, after: 1),
        ],
        changes: [
            .act(
                ActID(high: 0, low: 7), kind: "mark", session: session, at: now, actor: clerk),
            .operation(
                OperationID(bits: 8), .place, on: day, at: now.adding(milliseconds: 60_000),
                actor: nil),
            .act(
                ActID(high: 0, low: 9), kind: "headcount", session: nil,
                at: now.adding(milliseconds: 120_000), actor: Person.ID(bits: 10)),
        ],
        sessions: [session: ChangedSession(date: day.adding(days: -7), groups: [group.name])],
        people: [clerk: DisplayName(native: "ماريا", latin: "Maria Ek")])

    private static func frozenList(_ visitor: Visitor, _ book: ReportBook) -> FrozenListPage {
        FrozenListPage(layout: { _ in layout(visitor) }, visitor: visitor, book: book)
    }

    private static func frozen(
        _ visitor: Visitor, _ report: FrozenReport, _ recount: Recount? = nil
    ) -> FrozenPage {
        FrozenPage(
            layout: { _ in layout(visitor) }, style: "/assets/1-charts.css",
            pageStyle: "/assets/1-report-sv.css", visitor: visitor, report: report,
            book: reports.book, recount: recount)
    }

    private static func restate(_ visitor: Visitor, _ recount: Recount) -> RestatePage {
        RestatePage(
            layout: { _ in layout(visitor) }, visitor: visitor, report: reports.first,
            recount: recount, book: reports.book, newID: FrozenReport.ID(bits: 5))
    }

    /// What stands below figures and below the county's table.
    static func freeze(
        _ visitor: Visitor, _ breakdowns: [[Dimension]], compares: Bool = false
    ) -> FreezeForm? {
        FreezeForm(
            FiguresFilter([.round: [round.code]]), breakdowns, report: FrozenReport.ID(bits: 6),
            visitor, compares: compares)
    }
}
