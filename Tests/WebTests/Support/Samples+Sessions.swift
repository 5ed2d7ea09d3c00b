import Courses
import Desk
import Localisation
import Statistics

@testable import Web

extension Samples {
    static let day = LocalDate(dayNumber: 18_373)
    static let now = WallClock.instant(day, TestWorld.clock("18:00"))

    static let group = [GroupSize(minimum: 4, maximum: 16)].compactMap(\.self).map { size in
        Group(
            id: Group.ID(bits: 1), name: "Arabiska 1", round: Round.ID(bits: 2),
            languages: [.arabic, .sorani], delivery: .bilingual, size: size, openTo: .all,
            childcarePlaces: 4, venue: "Åbrogården", slot: nil,
            link: "https://example.se/rum", closedOn: nil)
    }[0]

    static let round = Round(
        id: Round.ID(bits: 2), code: "2020-spring", name: "Våren 2020",
        programme: Programme.ID(bits: 3),
        rules: CourseRules(sessions: 11, sessionMinutes: 120, completionThreshold: 8),
        firstDay: day.adding(days: -30), endedOn: nil)

    static let earlier = Round(
        id: Round.ID(bits: 4), code: "2019-autumn", name: "Hösten 2019",
        programme: round.programme, rules: round.rules, firstDay: day.adding(days: -200),
        endedOn: day.adding(days: -100))

    static func day(told: Int) -> SessionDay {
        let name = DisplayName(native: nil, latin: "Sara Holm")
        return SessionDay(
            toldAbsences: told, children: 3,
            staff: [
                SessionStaff(
                    person: Person.ID(bits: 9), name: name, role: "leader", wasPlanned: false,
                    wasThere: true)
            ])
    }

    static func overview(
        day offset: Int, waiting: Int = 0, mode: SessionMode = .onsite
    ) -> SessionOverview {
        let session = Session(
            id: Session.ID(bits: UInt64(100 + offset)),
            groups: [SessionGroup(group: group.id, number: 3)], date: day.adding(days: offset),
            start: TestWorld.clock("17:30"), end: TestWorld.clock("19:30"), mode: mode,
            recording: .both, state: .planned)
        return SessionOverview(
            session: session, round: round.id,
            evidence: SessionEvidence(
                state: .planned, endsAt: session.endsAt, saidHeld: false, signedOff: false,
                hasHeadcount: false, hasMarkSinceStart: false),
            expected: 15, marked: 12, waiting: waiting)
    }

    static func sessions(_ visitor: Visitor) -> SessionsPage {
        let groups = [group.id: group]
        let card = { (day: Int, waiting: Int) in
            SessionCard(
                overview(day: day, waiting: waiting, mode: .hybrid), groups: groups,
                day: self.day(told: waiting), visitor: visitor, at: now)
        }
        let section = { (title: Message, day: Int, waiting: Int) in
            SessionSection(
                title: visitor.say(title), isUrgent: day < 0, cards: [card(day, waiting)])
        }
        return SessionsPage(
            layout: layout(visitor), heading: visitor.say(Message("sessions.title")),
            todayText: visitor.localiser.dateWithSecondCalendar(day, style: .full),
            roundChoice: RoundChoice(
                [round, earlier], chosen: nil, at: "/", all: Message("sessions.currentRounds"),
                visitor),
            next: NextSession(title: visitor.say(Message("sessions.next")), card: card(0, 1)),
            sections: [
                section(Message("sessions.notTaken"), -7, 2),
                section(Message("sessions.today"), 0, 0),
            ], nextStep: NextStep(visitor, mayOrganise: false))
    }

    static func figures(_ visitor: Visitor) -> FiguresPage {
        var figures = Figures()
        figures.sessionsPlanned = 11
        figures.sessionsHeld = 9
        figures.sessionsNotTaken = 1
        figures.expected = 135
        figures.attended = 100
        figures.absentNotified = 20
        figures.absentUnnotified = 5
        figures.excused = 4
        figures.unmarked = 6
        figures.participations = 102
        figures.uniqueParticipants = 15
        figures.completed = 12
        figures.studyHours = 204
        figures.review = 2
        let filter = FiguresFilter([.round: [round.code]])
        let byGroup = FiguresTable(
            asOf: day, filter: filter, dimensions: [.group],
            rows: [.init(key: [.group(group.id, name: group.name)], figures: figures)],
            total: figures)
        let byLanguage = FiguresTable(
            asOf: day, filter: filter, dimensions: [.language],
            rows: [.init(key: [.language(.arabic)], figures: figures)], total: figures)
        return FiguresPage(
            layout: { _ in layout(visitor) }, visitor: visitor, tables: [byGroup, byLanguage],
            question: FiguresQuestion(filter: filter),
            choices: FiguresChoices(
                rounds: [round, earlier], groups: [group], languages: [.arabic, .somali]),
            seesFrozen: true,
            freeze: freeze(visitor, [[.group], [.language]], compares: true),
            rowsRight: FigureRowsRight(.commandOperator, FiguresChoices(rounds: []), on: day))
    }

    /// The second of three pages, with somebody who came late, a guest, and one of whom nothing
    /// may be told.
    static func figureRows(_ visitor: Visitor) -> FigureRowsPage {
        var rows = (0..<3).map { _ in FigureRows.Row() }
        for index in rows.indices {
            rows[index].session = Session.ID(bits: 7)
            rows[index].date = day
            rows[index].number = 3
            rows[index].round = round.code
            rows[index].groups = [group.id]
            rows[index].amount = 120
        }
        (rows[0].person, rows[0].name) = (Person.ID(bits: 1), "Amal <Hassan>")
        rows[0].mark = MarkFact(session: 0, person: 0, value: .present, late: 10)
        (rows[1].person, rows[1].name) = (Person.ID(bits: 2), "أمل حسن")
        rows[1].mark = MarkFact(session: 0, person: 1, value: .present, role: .makeUp)
        (rows[2].person, rows[2].name) = (Person.ID(bits: 3), "Deltagare 7")
        rows[2].isProtected = true
        rows[2].mark = MarkFact(session: 0, person: 2, value: .present)
        let filter = FiguresFilter([.round: [round.code], .gender: ["woman"]])
        let key = FiguresKey([.gender(.woman)])
        let question = RowsQuestion(
            FiguresQuestion(by: [.gender], filter: FiguresFilter([.round: [round.code]])),
            .measure(.scheduledMinutes), key: key, page: 2)
        var told = FigureRows(
            number: question.number, key: key, filter: filter,
            names: FiguresChoices(rounds: [round], groups: [group]).names, asOf: day,
            sum: 50_280, numerator: nil, count: 419, page: 2, rows: rows)
        told.related = CountedNumber.allCases.filter { $0.hasMeaning(in: filter) }
        return FigureRowsPage(
            layout: { _ in layout(visitor) }, visitor: visitor, rows: told, question: question)
    }

    static func noFigureRows(_ visitor: Visitor) -> FigureRowsPage {
        FigureRowsPage(
            layout: { _ in layout(visitor) }, visitor: visitor,
            rows: FigureRows(
                number: .measure(.sessionsNotTaken), key: FiguresKey(), filter: FiguresFilter(),
                names: FigureNames(), asOf: day, sum: 0, numerator: nil, count: 0, page: 1,
                rows: []),
            question: RowsQuestion(FiguresQuestion(), .measure(.sessionsNotTaken)))
    }

    static func county(_ visitor: Visitor) -> CountyPage {
        var row = CountyTable.Row()
        row.groups = 2
        row.sessionsHeld = 20
        row.women = 15
        row.men = 11
        row.participations = 218
        row.completed = 25
        row.childcareChildren = 77
        let languages = [
            CountyTable.ByLanguage(language: .arabic, row: row),
            CountyTable.ByLanguage(language: nil, row: row),
        ]
        let table = CountyTable(
            asOf: day,
            rounds: [round, earlier].map {
                CountyTable.Round(id: $0.id, code: $0.code, languages: languages, total: row)
            }, total: row)
        return CountyPage(
            layout: { _ in layout(visitor) }, visitor: visitor,
            report: table.report(
                FigureNames(rounds: [round.code: round.name]), visitor.localiser),
            rounds: [round, earlier], question: FiguresQuestion(), freeze: freeze(visitor, []))
    }

    static func noCounty(_ visitor: Visitor) -> CountyPage {
        let table = CountyTable(asOf: day, rounds: [], total: CountyTable.Row())
        return CountyPage(
            layout: { _ in layout(visitor) }, visitor: visitor,
            report: table.report(FigureNames(), visitor.localiser),
            rounds: [round], question: FiguresQuestion())
    }

    static func noFigures(_ visitor: Visitor) -> FiguresPage {
        let nothing = FiguresTable(asOf: day, dimensions: [.group], rows: [], total: Figures())
        return FiguresPage(
            layout: { _ in layout(visitor) }, visitor: visitor, tables: [nothing],
            question: FiguresQuestion(), choices: FiguresChoices(rounds: [round]))
    }
}
