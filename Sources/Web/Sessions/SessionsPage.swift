import Courses
import Desk
import Localisation

struct SessionsPage: Page {
    static let template = "sessions"

    let layout: Layout
    let heading: String
    let todayText: String
    /// Nil for those who have no rounds to choose among.
    let roundChoice: RoundChoice?
    /// The session under way or to come, before all others.
    let next: NextSession?
    let sections: [SessionSection]
    /// What to do next where there is nothing to show.
    let nextStep: NextStep?
}

struct NextSession: Sendable {
    let title: String
    let card: SessionCard
}

struct SessionSection: Sendable {
    let title: String
    let isUrgent: Bool
    let cards: [SessionCard]
}

struct NextStep: Sendable {
    let title: String
    let text: String
}

extension SessionsPage {
    init(
        site: Site, visitor: Visitor, list: SessionList, days: [Session.ID: SessionDay],
        today: LocalDate, groups: [Group], rounds: [Round], chosen: Round?, mayOrganise: Bool
    ) {
        let groups = Dictionary(uniqueKeysWithValues: groups.map { ($0.id, $0) })
        let card = { (overview: SessionOverview) in
            SessionCard(
                overview, groups: groups, day: days[overview.session.id], visitor: visitor,
                at: site.desk.clock.now())
        }
        let section = { (title: Message, sessions: [SessionOverview], isUrgent: Bool) in
            SessionSection(
                title: visitor.say(title), isUrgent: isUrgent,
                cards: sessions.map(card))
        }
        heading = visitor.say(Message("sessions.title"))
        layout = site.layout(title: heading, for: visitor, at: "/sessions")
        todayText = visitor.localiser.dateWithSecondCalendar(today, style: .full)
        roundChoice =
            mayOrganise
            ? RoundChoice(
                rounds, chosen: chosen, at: "/sessions", all: Message("sessions.currentRounds"),
                visitor)
            : nil
        next = list.next.map {
            NextSession(title: visitor.say(Message("sessions.next")), card: card($0))
        }
        sections = [
            section(Message("sessions.notTaken"), list.notTaken, true),
            section(Message("sessions.today"), list.today, false),
            section(Message("sessions.coming"), list.coming, false),
            section(Message("sessions.earlier"), list.earlier, false),
        ].filter { !$0.cards.isEmpty }
        nextStep =
            sections.isEmpty && next == nil
            ? NextStep(visitor, mayOrganise: mayOrganise) : nil
    }
}

extension NextStep {
    init(_ visitor: Visitor, mayOrganise: Bool) {
        title = visitor.say(Message("sessions.noneTitle"))
        text = visitor.say(
            mayOrganise ? Message("sessions.noneAdministrator") : Message("sessions.noneLeader"))
    }
}
