import Courses
import Localisation

@testable import Desk
@testable import Web

extension Samples {
    static func setupPages(_ visitor: Visitor) -> [Sample] {
        let filling = SetupFilling(visitor, today: day)
        let around = { (_: String) in layout(visitor) }
        return [
            Sample(
                template: "setup", page: SetupStart(visitor: visitor, isForAll: true).page(around)),
            Sample(
                template: "setup", variant: ".programmes",
                page: SetupForms<ProgrammeSetup>(filling: filling).list([programme], around)),
            Sample(
                template: "setup", variant: ".venues",
                page: SetupForms<VenueSetup>(filling: filling).list([venue], around)),
            Sample(
                template: "setup-form",
                page: SetupForms<ProgrammeSetup>(filling: refused(visitor)).change(
                    Shown(programme, texts: WrittenText([.swedish: "Om <barn>"])), around)),
            Sample(
                template: "setup-form", variant: ".round",
                page: RoundForms(filling: filling).change(
                    Shown(setupRound), [setupGroup], isDone: true, around)),
            Sample(
                template: "setup-form", variant: ".newRound",
                page: RoundForms(filling: filling).new([programme], around)),
            Sample(
                template: "setup-form", variant: ".group",
                page: GroupForms(filling: filling, venues: [venue]).change(
                    Shown(setupGroup, texts: WrittenText([.arabic: "أهلًا"])), in: setupRound,
                    coming: [], mayOverrule: true, around)),
            Sample(template: "setup-form", variant: ".plan", page: plan(filling, around)),
            Sample(
                template: "setup-form", variant: ".breaks",
                page: SetupForms<BreakSetup>(filling: filling).change(Shown(breaks), around)),
            Sample(template: "setup-form", variant: ".texts", page: texts(filling, around)),
            Sample(
                template: "setup-form", variant: ".staff",
                page: StaffForms(filling: filling, today: day).change(
                    user, [SpokenLanguage(.arabic, .native)],
                    StaffPlaces(rounds: [setupRound], groups: [setupGroup]), around)),
            Sample(
                template: "setup", variant: ".reasons",
                page: SetupForms<ReasonSetup>(filling: filling).list([ownWish, closed], around)),
            Sample(
                template: "setup-form", variant: ".reason",
                page: SetupForms<ReasonSetup>(filling: filling).change(
                    Shown(closed, texts: closed.listed.texts), around)),
            Sample(template: "setup", variant: ".links", page: links(visitor, around)),
        ]
    }

    private static let programme = Programme(
        id: Programme.ID(bits: 1), code: "parent-support", name: "Tillsammans <&>",
        rules: CourseRules(sessions: 11, sessionMinutes: 120, completionThreshold: 8))

    private static let setupRound = Round(
        id: Round.ID(bits: 2), code: "2020-spring", name: "Våren 2020", programme: programme.id,
        rules: programme.rules, firstDay: day, endedOn: nil)

    private static let venue = Venue(
        id: Venue.ID(bits: 3), name: "Åbrogården", address: "Storgatan 1", rooms: ["Sal 1", "2"])

    private static let setupGroup = Group(
        id: Group.ID(bits: 4), name: "Arabiska 1", round: setupRound.id,
        languages: [.arabic, .swedish], delivery: .interpreted(into: [.somali]),
        size: group.size, openTo: .women, childcarePlaces: 3, venue: "Åbrogården, Sal 1",
        slot: Slot(
            weekday: .tuesday, start: TestWorld.clock("17:30"), end: TestWorld.clock("19:30")),
        link: "https://example.se/rum", closedOn: nil, venueID: venue.id, room: "Sal 1")

    private static let breaks = BreakCalendar(
        id: BreakCalendar.ID(bits: 5), name: "Läsår 2019/20",
        breaks: [SchoolBreak(name: "Påsklov", first: day, last: day.adding(days: 4))])

    static let ownWish = Reason(
        ListedReason(
            code: "own-wish",
            texts: WrittenText([.swedish: "Eget <önskemål>", .arabic: "رغبة شخصية"])),
        kind: .other, said: [word(true, day)])

    private static let closed = Reason(
        ListedReason(code: "work", texts: WrittenText([.english: "Work"])), kind: .excused,
        said: [word(true, day.adding(days: -9)), word(false, day)])

    private static func word(_ isOpen: Bool, _ from: LocalDate) -> ReasonWord {
        ReasonWord(isOpen: isOpen, from: from, at: now, actor: nil)
    }

    /// The texts of a venue, of which one can't be read.
    private static func texts(
        _ filling: SetupFilling, _ around: @escaping (String) -> Layout
    ) -> SetupFormPage {
        var filling = filling
        filling.faults = [SetupFault(field: "way.sv", text: "Fel <1>")]
        let way = WrittenText([.swedish: "Från torget", .arabic: "من الساحة"])
        return SetupFrame(layout: around, filling: filling).form(
            venue.name, back: SessionLink(href: "/setup/venues", label: "Lokaler"),
            action: "/setup/venues/1", parts: [filling.texts("way", Message("setup.way"), way)])
    }

    private static func links(
        _ visitor: Visitor, _ around: @escaping (String) -> Layout
    ) -> SetupPage {
        let link = SessionLink(href: "/setup", label: visitor.say(Message("setup.title")))
        return SetupPage(
            layout: around, back: link, heading: "Arabiska 1",
            done: visitor.say(Message("setup.saved")),
            sections: [
                SetupSection(
                    title: "Grupper", emptyText: "Tomt",
                    cards: [
                        SetupCard(
                            name: "Arabiska <1>", lines: [TextLine(text: "1")], links: [link])
                    ],
                    links: [link])
            ])
    }

    /// As somebody changed the programme while it was filled in wrongly.
    private static func refused(_ visitor: Visitor) -> SetupFilling {
        var form = Form()
        form["name"] = "Tillsammans 2"
        form["sessions"] = "elva"
        let reader = SetupReader(form, visitor, today: day)
        _ = reader.requiredNumber("sessions")
        reader.note(OrganisingError.changedMeanwhile.worded)
        return reader.filling
    }

    private static func plan(
        _ filling: SetupFilling, _ around: @escaping (String) -> Layout
    ) -> SetupFormPage {
        let session = Session(
            id: Session.ID(bits: 6), groups: [SessionGroup(group: setupGroup.id, number: 1)],
            date: day, start: TestWorld.clock("17:30"), end: TestWorld.clock("19:30"),
            mode: .onsite,
            recording: .both, state: .planned)
        let result = PlanResult(
            operation: OperationID(bits: 7), sessions: [session],
            skipped: [
                SkippedOccasion(date: day.adding(days: 7), reason: .schoolBreak("Påsklov")),
                SkippedOccasion(date: day.adding(days: 14), reason: .holiday(.mayDay)),
            ])
        return PlanForm(filling: filling, group: setupGroup, first: day, calendars: [breaks])
            .page(result, around)
    }
}
