import Courses
import Desk
import Localisation

/// Puts together the pages of groups.
struct GroupForms {
    let filling: SetupFilling
    let venues: [Venue]

    func new(in round: Round, _ layout: @escaping (String) -> Layout) -> SetupFormPage {
        let address = "/setup/rounds/\(round.code)"
        let group = NewGroup(name: "", round: round.code, languages: [])
        return SetupFrame(layout: layout, filling: filling).form(
            filling.say(Message("setup.newGroup")),
            back: SessionLink(href: address, label: round.name), action: address + "/groups",
            parts: parts(group, WrittenText()))
    }

    /// - Parameter coming: the group's sessions from today on.
    func change(
        _ group: Shown<Group>, in round: Round, coming: [Session], isDone: Bool = false,
        mayOverrule: Bool = false, reasons: [Reason] = [], _ layout: @escaping (String) -> Layout
    ) -> SetupFormPage {
        let address = "/setup/groups/\(group.value.id)"
        let isOpen = round.endedOn == nil
        let reason = SetupPart(
            fields: [filling.tick("spite", Message("board.spite"))]
                + filling.reason(Message("board.reason"), offered: reasons))
        let own = parts(NewGroup(group.value), group.texts)
        return SetupFrame(layout: layout, filling: filling, isDone: isDone).form(
            group.value.name,
            back: SessionLink(href: "/setup/rounds/\(round.code)", label: round.name),
            action: address,
            hidden: [HiddenField(name: "shown", value: group.state.description)],
            parts: isOpen ? own + (mayOverrule ? [reason] : []) : [],
            buttons: isOpen ? nil : [],
            sections: [sessions(coming, of: group.value, mayPlan: isOpen)])
    }

    private func sessions(_ coming: [Session], of group: Group, mayPlan: Bool) -> SetupSection {
        let dates = coming.filter { !$0.state.isCalledOff }.map { session in
            TextLine(
                text: filling.visitor.localiser.date(session.date, style: .full) + " "
                    + filling.visitor.localiser.timeRange(session.start, session.end))
        }
        let plan = SessionLink(
            href: "/setup/groups/\(group.id)/plan",
            label: filling.say(Message("setup.planSessions")))
        let card = SetupCard(name: group.name, lines: dates)
        return SetupSection(
            title: filling.say(Message("setup.comingSessions")),
            emptyText: dates.isEmpty ? filling.say(Message("setup.noComingSessions")) : nil,
            cards: dates.isEmpty ? [] : [card], links: mayPlan ? [plan] : [])
    }

    // MARK: Fields

    private func parts(_ group: NewGroup, _ message: WrittenText) -> [SetupPart] {
        [
            SetupPart(fields: who(group)), SetupPart(fields: size(group)),
            SetupPart(fields: place(group)),
            filling.texts("message", Message("setup.message"), message),
        ]
    }

    private func who(_ group: NewGroup) -> [SetupField] {
        [
            filling.line("name", Message("command.column.name"), group.name),
            filling.line(
                "languages", Message("command.column.languages"), written(group.languages),
                help: Message("setup.languagesHelp")),
            filling.select(
                "delivery", Message("setup.delivery"), code(group.delivery),
                [
                    ("leaderSpeaks", filling.say(Message("setup.leaderSpeaks"))),
                    ("bilingual", filling.say(Message("setup.bilingual"))),
                    ("interpreted", filling.say(Message("setup.interpreted"))),
                ]),
            filling.line(
                "interpretedInto", Message("setup.interpretedInto"),
                written(group.delivery.interpretedInto)),
        ]
    }

    private func size(_ group: NewGroup) -> [SetupField] {
        [
            filling.number("minimum", Message("setup.minimum"), group.minimum),
            filling.number("maximum", Message("setup.maximum"), group.maximum),
            filling.select(
                "openTo", Message("setup.openTo"), group.openTo.rawValue,
                [
                    ("all", filling.say(Message("setup.openToAll"))),
                    ("women", filling.say(Message("setup.openToWomen"))),
                    ("men", filling.say(Message("setup.openToMen"))),
                ]),
            filling.number("childcare", Message("setup.childcare"), group.childcarePlaces),
        ]
    }

    private func place(_ group: NewGroup) -> [SetupField] {
        let none = filling.say(Message("setup.none"))
        return [
            filling.select(
                "venue", Message("setup.venue"), place(of: group), [("", none)] + places),
            filling.select(
                "weekday", Message("setup.weekday"),
                group.slot.map { String($0.weekday.rawValue) } ?? "",
                [("", none)]
                    + Weekday.allCases.map {
                        (String($0.rawValue), filling.visitor.localiser.weekday($0))
                    }),
            filling.time("start", Message("setup.start"), group.slot?.start),
            filling.time("end", Message("setup.end"), group.slot?.end),
            filling.line(
                "link", Message("setup.link"), group.link ?? "", type: "url", direction: "ltr"),
        ]
    }

    /// Each venue, and each of its rooms by its name, which stays when the list is changed.
    private var places: [(String, String)] {
        venues.flatMap { venue in
            [(venue.id.description, venue.name)]
                + venue.rooms.map { ("\(venue.id):\($0)", "\(venue.name), \($0)") }
        }
    }

    private func place(of group: NewGroup) -> String {
        guard let venue = venues.first(where: { $0.id.description == group.venue }) else {
            return ""
        }
        return venue.id.description + (group.room.map { ":" + $0 } ?? "")
    }

    /// As `SetupReader.languages` reads it.
    private func written(_ languages: [Language]) -> String {
        languages.map { filling.visitor.localiser.languageName($0) }.joined(separator: ", ")
    }

    private func code(_ delivery: Delivery) -> String {
        switch delivery {
        case .leaderSpeaks: "leaderSpeaks"
        case .bilingual: "bilingual"
        case .interpreted: "interpreted"
        }
    }
}
