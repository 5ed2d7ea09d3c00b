import Courses
import Desk
import Localisation

/// Puts together the pages of rounds.
struct RoundForms {
    let filling: SetupFilling

    private var back: SessionLink {
        SessionLink(href: "/setup/rounds", label: filling.say(Message("page.rounds")))
    }

    private func dates(_ round: Round) -> String {
        filling.say(
            round.endedOn.map { Message("board.ended", ["date": .date($0)]) }
                ?? Message("board.begins", ["date": .date(round.firstDay)]))
    }

    func list(_ rounds: [Round], mayAdd: Bool, _ layout: (String) -> Layout) -> SetupPage {
        let new = SessionLink(
            href: "/setup/rounds/new", label: filling.say(Message("setup.newRound")))
        return SetupPage(
            layout: layout, back: filling.back, heading: filling.say(Message("page.rounds")),
            intro: filling.say(Message("setup.roundsText")),
            sections: [
                SetupSection(
                    cards: rounds.map { round in
                        SetupCard(
                            name: round.name, href: "/setup/rounds/\(round.code)",
                            lines: [TextLine(text: dates(round))])
                    }, links: mayAdd ? [new] : [])
            ])
    }

    func new(_ programmes: [Programme], _ layout: @escaping (String) -> Layout) -> SetupFormPage {
        let options = programmes.map {
            ($0.code, "\($0.name) · \(filling.rules($0.rules))")
        }
        let heading = filling.say(Message("setup.newRound"))
        guard !options.isEmpty else {
            let link = SessionLink(
                href: "/setup/programmes/new", label: filling.say(Message("setup.newProgramme")))
            return SetupFrame(layout: layout, filling: filling).form(
                heading, intro: Message("setup.programmeFirst"), back: back,
                action: "/setup/rounds", parts: [], buttons: [],
                sections: [SetupSection(links: [link])])
        }
        return SetupFrame(layout: layout, filling: filling).form(
            heading, intro: Message("setup.roundCopies"), back: back, action: "/setup/rounds",
            parts: [
                SetupPart(fields: [
                    filling.select(
                        "programme", Message("command.column.programme"),
                        options.first?.0 ?? "", options),
                    filling.line("name", Message("command.column.name"), ""),
                    filling.line(
                        "code", Message("command.column.code"), "",
                        help: Message("setup.codeHelp"), direction: "ltr"),
                    firstDay(nil),
                ])
            ])
    }

    private func firstDay(_ date: LocalDate?) -> SetupField {
        filling.date(
            "firstDay", Message("command.column.firstDay"), date,
            help: Message("setup.firstDayHelp"))
    }

    func change(
        _ round: Shown<Round>, _ groups: [Group], isDone: Bool = false,
        _ layout: @escaping (String) -> Layout
    ) -> SetupFormPage {
        let address = "/setup/rounds/\(round.value.code)"
        let isOpen = round.value.endedOn == nil
        let fields = [
            filling.line("name", Message("command.column.name"), round.value.name),
            firstDay(round.value.firstDay),
        ]
        return SetupFrame(layout: layout, filling: filling, isDone: isDone).form(
            round.value.name, back: back, action: address,
            hidden: [HiddenField(name: "shown", value: round.state.description)],
            parts: isOpen
                ? [SetupPart(lead: filling.rules(round.value.rules), fields: fields)]
                : [
                    SetupPart(
                        lead: dates(round.value) + " " + filling.rules(round.value.rules),
                        fields: [])
                ],
            buttons: isOpen ? nil : [], sections: [self.groups(groups, of: round.value)])
    }

    private func groups(_ groups: [Group], of round: Round) -> SetupSection {
        let address = "/setup/rounds/\(round.code)"
        let board = SessionLink(
            href: "/rounds/\(round.code)/board", label: filling.say(Message("board.title")))
        let open = [
            SessionLink(
                href: address + "/groups/new", label: filling.say(Message("setup.newGroup"))),
            SessionLink(href: address + "/end", label: filling.say(Message("setup.endRound"))),
        ]
        return SetupSection(
            title: filling.say(Message("groups.title")),
            cards: groups.map { group in
                SetupCard(
                    name: group.name, href: "/setup/groups/\(group.id)",
                    lines: [
                        TextLine(text: filling.languages(group.languages)),
                        group.slot.map { TextLine(text: filling.slot($0)) },
                        group.venue.map { TextLine(text: $0) },
                    ].compactMap(\.self))
            },
            links: round.endedOn == nil ? open + [board] : [board])
    }

    func end(
        _ round: Round, today: LocalDate, _ layout: @escaping (String) -> Layout
    ) -> SetupFormPage {
        let frame = SetupFrame(layout: layout, filling: filling)
        return frame.form(
            filling.say(Message("setup.endRound")), intro: Message("setup.endRoundText"),
            back: SessionLink(href: "/setup/rounds/\(round.code)", label: round.name),
            action: "/setup/rounds/\(round.code)/end",
            parts: [
                SetupPart(fields: [
                    filling.date("lastDay", Message("setup.lastDay"), today)
                ])
            ], buttons: [frame.button("end", Message("setup.endRound"))])
    }
}

extension SetupFilling {
    func languages(_ languages: [Language]) -> String {
        visitor.localiser.list(languages.map { visitor.localiser.languageName($0) })
    }

    func slot(_ slot: Slot) -> String {
        visitor.localiser.weekday(slot.weekday) + " "
            + visitor.localiser.timeRange(slot.start, slot.end)
    }
}
