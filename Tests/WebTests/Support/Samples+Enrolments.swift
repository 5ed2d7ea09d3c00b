import Courses
import Localisation

@testable import Desk
@testable import Web

extension Samples {
    static func enrolmentPages(_ visitor: Visitor) -> [Sample] {
        let words = EnrolmentWords(book(rows), visitor)
        return [
            Sample(template: "enrolments", page: enrolments(visitor, rows, done: done(visitor))),
            Sample(template: "enrolments", variant: ".none", page: enrolments(visitor, [])),
            Sample(template: "enrolment-step", page: offer(words)),
            Sample(template: "enrolment-step", variant: ".refused", page: refused(words)),
            Sample(template: "enrolment-step", variant: ".priority", page: priority(words)),
            Sample(template: "letter", page: letter(words, missing: Language(rawValue: "tr"))),
            Sample(template: "letter", variant: ".plain", page: letter(words, missing: nil)),
            Sample(
                template: "history", page: history(visitor, past.entries, done: done(visitor))),
            Sample(template: "history", variant: ".none", page: history(visitor, [])),
            Sample(template: "paste", page: paste(visitor) { $0.report = tried }),
            Sample(
                template: "paste", variant: ".done",
                page: paste(visitor) { trial in
                    trial.report = tried
                    trial.isTaken = true
                    trial.done = done(visitor)
                }),
            Sample(
                template: "paste", variant: ".refused",
                page: paste(visitor) { $0.report = ImportReport(refused: .empty) }),
            Sample(
                template: "paste", variant: ".changed",
                page: paste(visitor) { trial in
                    trial.report = many
                    trial.isChanged = true
                }),
            Sample(template: "application", page: application(words)),
            Sample(template: "application", variant: ".search", page: search(words)),
            Sample(template: "application", variant: ".known", page: known(words)),
        ]
    }

    static func book(_ rows: [EnrolmentRow]) -> EnrolmentBook {
        let full = GroupSize(minimum: 1, maximum: 1).map { size in
            Group(
                id: Group.ID(bits: 5), name: "Dari <2>", round: round.id, languages: [.dari],
                delivery: .leaderSpeaks, size: size, openTo: .women, childcarePlaces: 0,
                venue: nil, slot: nil, link: nil, closedOn: nil)
        }
        return EnrolmentBook(
            round: round, rows: rows, groups: [group] + [full].compactMap(\.self), today: day)
    }

    private static func enrolments(
        _ visitor: Visitor, _ rows: [EnrolmentRow], done: PastDone? = nil
    ) -> EnrolmentsPage {
        EnrolmentsPage(
            layout: { _ in layout(visitor) }, visitor: visitor, book: book(rows),
            filter: EnrolmentFilter(language: done == nil ? nil : .arabic), done: done)
    }

    /// One of each standing, in a row.
    private static let rows = [
        row(
            1, .expired, DisplayName(native: "أمل حسن", latin: "Amal Hassan"),
            [.applied, .offered], together: [2], priority: 5, childcare: 2),
        row(2, .applied, DisplayName(native: nil, latin: "Hodan <b>"), [.applied], together: [1]),
        row(3, .waitlisted, DisplayName(alias: 7), [.applied, .waitlisted], apart: [1]),
        row(
            4, .offered, DisplayName(native: "مريم", latin: "Mariam"), [.applied, .offered],
            until: 7),
        row(5, .placed, DisplayName(native: nil, latin: "Saba Tesfay"), [.applied, .placed]),
        row(6, .declined, DisplayName(native: nil, latin: "Rojin"), [.applied, .declined]),
        row(7, .withdrawn, DisplayName(native: nil, latin: "Ali"), [.applied, .withdrawn]),
    ]

    private static func row(
        _ number: UInt64, _ standing: EnrolmentStanding, _ name: DisplayName,
        _ steps: [EnrolmentStep], together: [UInt64] = [], apart: [UInt64] = [],
        priority: Int = 0, childcare: Int = 0, until: Int = -1
    ) -> EnrolmentRow {
        let person = Person.ID(bits: number)
        let applied = day.adding(days: -20)
        let offer =
            steps.last == .offered
            ? OfferedPlace(
                group: group.id, from: day.adding(days: 2), until: day.adding(days: until)) : nil
        let places =
            standing == .placed
            ? [
                Placement(
                    person: person, group: group.id, from: applied, before: nil, language: .arabic)
            ] : []
        let tuesday = WishedSlot(
            weekday: .tuesday, start: TestWorld.clock("17:30"), end: TestWorld.clock("19:30"))
        return EnrolmentRow(
            enrolment: Enrolment(
                id: Enrolment.ID(bits: number), person: person, round: round.id,
                steps: steps.map { .init($0, on: applied) }, appliedOn: applied, offer: offer),
            standing: standing, since: applied,
            group: standing == .placed || standing == .offered ? group.id : nil, name: name,
            gender: .woman, languages: [.arabic, .sorani], interpreterOk: true,
            wishes: [
                .slots: .slots([tuesday].compactMap(\.self)), .openTo: .openTo(.women),
                .group: .group(group.id),
            ],
            childcare: childcare, priority: priority, appliedOn: applied, placements: places,
            together: together.map { Person.ID(bits: $0) },
            apart: apart.map { Person.ID(bits: $0) })
    }

    // MARK: Steps

    private static func page(
        _ words: EnrolmentWords, _ act: EnrolmentAct, _ trial: StepTrial,
        _ beside: StepContext = StepContext()
    ) -> StepPage {
        StepPage(
            layout: { _ in layout(words.visitor) }, words: words, act: act, trial: trial,
            beside: beside)
    }

    private static func offer(_ words: EnrolmentWords) -> StepPage {
        var act = EnrolmentAct(.offer)
        act.people = [Person.ID(bits: 1), Person.ID(bits: 2)]
        act.group = group.id
        act.from = day
        act.until = day.adding(days: 14)
        act.inSpiteOfRules = true
        act.reason = "<b>Syskon"
        act.faults = [.from: "<nu>"]
        act.filter = EnrolmentFilter(standing: .applied, language: .arabic)
        var applied = AppliedOperation(
            id: OperationID(bits: 9), kind: .offer, effectiveOn: day, people: act.people,
            groups: [
                GroupChange(
                    group: group.id, name: "Arabiska <1>", before: 7, after: 7, offered: 2,
                    size: group.size)
            ])
        applied.basis = RoundBasis("0000000000001")
        let past = PastWords(Self.past, of: round, words.visitor)
        let beside = StepContext(
            changes: [past.act(Self.past.entries[0])], isChanged: true, isNotAsShown: true,
            undoing: past.act(Self.past.entries[1]))
        return page(words, act, .would(applied), beside)
    }

    private static func refused(_ words: EnrolmentWords) -> StepPage {
        var act = EnrolmentAct(.offer)
        act.people = [Person.ID(bits: 4)]
        act.group = Group.ID(bits: 5)
        let fault = BoardFault(
            text: words.say(Message("error.obstacles", ["count": .number(1)])),
            details: [
                TextLine(
                    text: words.say(
                        Message("error.obstacleFull", ["person": .text(words.name(act.people[0]))]))
                )
            ])
        return page(words, act, .refused(fault, mayOverrule: true))
    }

    private static func priority(_ words: EnrolmentWords) -> StepPage {
        var act = EnrolmentAct(.prioritise)
        act.people = [Person.ID(bits: 4)]
        act.faults = [.priority: "<hög>"]
        act.reason = "own-wish: <nu>"
        let changes = [(10, "Väntat <länge>"), (20, nil)].map { priority, reason in
            PriorityChange(
                priority: priority, operation: OperationID(bits: 3), at: now, actor: nil,
                reason: GivenReason(text: reason, isWithheld: reason == nil),
                isUndone: reason == nil)
        }
        return page(
            words, act, .incomplete,
            StepContext(
                priorities: [act.people[0]: changes.reversed()], reasons: [ownWish]))
    }

    private static func letter(_ words: EnrolmentWords, missing: Language?) -> LetterPage {
        let localiser = Localiser.localiser(for: .arabic)
        return LetterPage(
            layout: { _ in layout(words.visitor) }, words: words, person: Person.ID(bits: 1),
            letter: OfferLetter(
                language: .arabic, missing: missing,
                text: localiser(Message("offer.greeting")) + "\n<b>\n"))
    }

    // MARK: Applying

    private static func page(
        _ words: EnrolmentWords, name: String? = nil, search: PersonSearch? = nil,
        form: ApplicationForm? = nil
    ) -> ApplicationPage {
        ApplicationPage(
            layout: { _ in layout(words.visitor) }, words: words, name: name, search: search,
            form: form)
    }

    /// Somebody new, with everything that can be wrong.
    private static func application(_ words: EnrolmentWords) -> ApplicationPage {
        var asked = AskedEnrolment(newID: Person.ID(bits: 77))
        asked.born = "<85>"
        asked.childcare = "många"
        asked.applied = "i går"
        asked.end = "17:30"
        asked.days = [.tuesday]
        asked.contact = .tigrinya
        asked.query = "<Hodan>"
        asked.company = [
            Companion(person: Person.ID(bits: 1), kind: .together),
            Companion(person: Person.ID(bits: 2), kind: .apart),
        ]
        var trial = ApplicationTrial(asked)
        trial.faults = asked.faults(on: day)
        trial.refused = WordedError(.conflict, "roundEnded", Message("error.reasonNeeded"))
        trial.found = found
        return page(words, form: ApplicationForm(trial, known: past.names, words: words))
    }

    private static func known(_ words: EnrolmentWords) -> ApplicationPage {
        var asked = AskedEnrolment(newID: Person.ID(bits: 77))
        asked.person = Person.ID(bits: 6)
        asked.languages[0] = .arabic
        asked.interpreter = true
        asked.openTo = .women
        asked.group = group.id
        asked.reason = "own-wish: <Syskon>"
        var trial = ApplicationTrial(asked)
        trial.reasons = [ownWish]
        return page(
            words, name: "Rojin",
            form: ApplicationForm(trial, known: past.names, words: words))
    }

    private static func search(_ words: EnrolmentWords) -> ApplicationPage {
        page(words, search: PersonSearch(found, query: "<Amal>", words: words))
    }

    /// One who may apply again, and one who is in the round.
    private static var found: [FoundPerson] {
        [6, 1].map { number in
            FoundPerson(
                id: Person.ID(bits: number),
                name: past.names[Person.ID(bits: number)] ?? DisplayName(alias: 1),
                birthYear: 1985, gender: .woman, externalID: nil, groups: [], match: .id)
        }
    }

    // MARK: Pasting

    private static func paste(
        _ visitor: Visitor, _ change: (inout PasteTrial) -> Void
    ) -> PastePage {
        var trial = PasteTrial()
        trial.text = PasteTrial.normal("Namn\tSpråk\nAmal <b>\tarabiska\n\tdari")
        change(&trial)
        return PastePage(
            layout: { _ in layout(visitor) }, visitor: visitor, round: round, trial: trial)
    }

    /// More rows than a page shows.
    private static var many: ImportReport {
        var report = ImportReport()
        report.rejected = (2..<203).map {
            RejectedCell(line: $0, column: nil, fault: .nameMissing)
        }
        return report
    }

    private static var tried: ImportReport {
        var report = ImportReport()
        report.accepted = [
            AcceptedRow(
                line: 2, person: Person.ID(bits: 1), outcome: .filled,
                differences: [ImportDifference(column: .phone, header: "Mobil <1>")],
                enrolled: true, notices: [.issuerUnknown])
        ]
        report.rejected = [RejectedCell(line: 3, column: "Namn", fault: .nameMissing)]
        report.ignoredColumns = ["Kaffe <b>"]
        report.rejectedRows.delimiter = .tab
        report.rejectedRows.header = ["Namn", "Språk"]
        report.rejectedRows.rows = [.init(cells: ["", "dari"], faults: [.nameMissing])]
        return report
    }

    // MARK: The history

    private static func history(
        _ visitor: Visitor, _ entries: [HistoryEntry], done: PastDone? = nil
    ) -> HistoryPage {
        HistoryPage(
            layout: { _ in layout(visitor) }, visitor: visitor, round: round,
            history: RoundHistory(entries: entries, names: past.names), done: done)
    }

    private static func done(_ visitor: Visitor) -> PastDone {
        PastDone(
            past.entries[2], PastWords(past, of: round, visitor),
            letters: [SessionLink(href: "/rounds/1/enrolment/letter?person=1", label: "<Brev>")],
            back: .list)
    }

    private static let past = RoundHistory(
        entries: [
            entry(1, .place, undoneBy: 2, people: [1, 2]),
            entry(
                2, .undo, undoes: 1, reason: GivenReason(text: "Fel <grupp>"), actor: 5,
                people: [1, 2]),
            entry(
                3, .balance, reason: GivenReason(listed: ownWish.listed, isWithheld: true),
                people: Array(1...8), sessions: 3),
        ],
        names: Dictionary(
            rows.map { ($0.enrolment.person, $0.name) }, uniquingKeysWith: { one, _ in one }))

    private static func entry(
        _ number: UInt64, _ kind: OperationKind, undoes: UInt64? = nil, undoneBy: UInt64? = nil,
        reason: GivenReason = GivenReason(), actor: UInt64? = nil,
        people: [UInt64], sessions: Int = 0
    ) -> HistoryEntry {
        HistoryEntry(
            id: OperationID(bits: number), kind: kind, at: now,
            effectiveOn: day.adding(days: Int(number) - 1),
            actor: actor.map { Person.ID(bits: $0) }, reason: reason,
            undoes: undoes.map { OperationID(bits: $0) },
            undoneBy: undoneBy.map { OperationID(bits: $0) },
            people: people.map { Person.ID(bits: $0) },
            groups: [
                .init(group: group.id, name: "Arabiska <1>", joined: 2, left: 1),
                .init(group: Group.ID(bits: 5), name: "Dari", joined: 0, left: 0),
            ],
            sessionsPlanned: sessions, sessionsChanged: sessions,
            staff: sessions > 0 ? [Person.ID(bits: 3)] : [])
    }
}
