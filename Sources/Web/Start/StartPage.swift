import Courses
import Desk
import Localisation
import Statistics

/// The term at a glance.
struct StartPage: Page {
    static let template = "start"

    let layout: Layout
    let style: String
    let heading: String
    let todayText: String
    let internalText: String
    let toDoHeading: String
    let toDo: [ToDoLine]
    let nothingToDo: String?
    let termHeading: String?
    let summary: [KeyFigure]
    let charts: [ChartView]
    let links: [FigureFile]
    let nextStep: NextStep?
}

struct ToDoLine: Sendable {
    let text: String
    /// Nil for those who can only know of it.
    let href: String?
}

/// A figure with what it means.
struct KeyFigure: Sendable {
    let fact: FigureFact
    let means: String
}

extension StartPage {
    /// - Parameters:
    ///   - total: of the term's rounds.
    ///   - seesFrozen: whether there could be frozen reports to read.
    init(
        layout: (_ title: String) -> Layout, style: String, visitor: Visitor, today: LocalDate,
        glance: Glance, total: Figures, toDo: ToDo, charts: [Chart],
        seesFrozen: Bool = false
    ) {
        heading = visitor.say(Message("start.title"))
        self.layout = layout(heading)
        self.style = style
        todayText = visitor.localiser.dateWithSecondCalendar(today, style: .full)
        internalText = visitor.say(Message("figures.internal"))
        toDoHeading = visitor.say(Message("start.toDo"))
        self.toDo = toDo.lines(visitor)
        nothingToDo = self.toDo.isEmpty ? visitor.say(Message("start.nothingToDo")) : nil
        termHeading = glance.term.map { term in
            visitor.say(
                Message("start.term", ["term": .text(visitor.say(term.message))]))
        }
        summary = glance.term == nil ? [] : Self.summary(of: total, visitor)
        self.charts =
            glance.term == nil
            ? []
            : charts.map { chart in
                ChartView(
                    chart, visitor,
                    file: FigureScope(
                        rounds: [], chosen: chart.name == .participation ? [] : glance.rounds
                    ).address("/figures/chart/\(chart.name.rawValue).csv"))
            }
        let frozen = ("/figures/frozen", Message("frozen.title"))
        links =
            ([
                ("/figures/charts", Message("charts.title")), ("/figures", Message("page.figures")),
                ("/figures/report", Message("charts.print")),
            ] + (seesFrozen ? [frozen] : [])).map { FigureFile(href: $0, text: visitor.say($1)) }
        nextStep =
            glance.term == nil
            ? NextStep(
                title: visitor.say(Message("figures.noneTitle")),
                text: visitor.say(Message("figures.noneText"))) : nil
    }

    private static func summary(of total: Figures, _ visitor: Visitor) -> [KeyFigure] {
        let words = FigureWords(visitor: visitor)
        let measures: [Measure] = [
            .uniqueParticipants, .completed, .attendanceRate, .participations, .sessionsHeld,
        ]
        let waiting = total.waiting.map { waiting in
            FigureFact(
                label: visitor.say(Measure.waiting.message),
                value: visitor.localiser.number(waiting.people), detail: nil)
        }
        let facts = words.summary(of: total) + (waiting.map { [$0] } ?? [])
        return zip(facts, measures + [.waiting]).map {
            KeyFigure(fact: $0, means: visitor.say($1.meaning))
        }
    }
}

extension ToDo {
    fileprivate func lines(_ visitor: Visitor) -> [ToDoLine] {
        let all: [(Int, Message, String)] = [
            (notTaken, Message("figures.notTaken", ["count": .number(notTaken)]), "/sessions"),
            (review, Message("figures.review", ["count": .number(review)]), "/review"),
            (
                unmatched, Message("start.unmatched", ["count": .number(unmatched)]),
                "/people/unmatched"
            ),
            (waiting, Message("start.waiting", ["count": .number(waiting)]), "/rounds"),
        ]
        return all.filter { $0.0 > 0 }.map { _, message, href in
            ToDoLine(text: visitor.say(message), href: mayOrganise ? href : nil)
        }
    }
}
