import Courses
import Desk
import Localisation

/// Puts together the pages of those who can sign in.
struct StaffForms {
    let filling: SetupFilling
    let today: LocalDate

    private var visitor: Visitor { filling.visitor }

    private var back: SessionLink {
        SessionLink(href: "/setup/staff", label: filling.say(Message("setup.staff")))
    }

    private func back(to account: UserAccount) -> SessionLink {
        SessionLink(href: "/setup/staff/\(account.person)", label: name(account))
    }

    private func name(_ account: UserAccount) -> String {
        ShownName(account.name, visitor: visitor).first
    }

    func list(_ accounts: [UserAccount], _ layout: (String) -> Layout) -> SetupPage {
        let sorted = Collation.collation(for: visitor.localiser.language)
            .sorted(accounts) { name($0) }
        return SetupPage(
            layout: layout, back: filling.back, heading: filling.say(Message("setup.staff")),
            intro: filling.say(Message("setup.staffText")),
            sections: [
                SetupSection(
                    cards: sorted.map { account in
                        var roles: [Role] = []
                        for grant in account.grants
                        where grant.isInForce(on: today) && !roles.contains(grant.role) {
                            roles.append(grant.role)
                        }
                        return SetupCard(
                            name: name(account), href: "/setup/staff/\(account.person)",
                            lines: [
                                TextLine(
                                    text: visitor.localiser.list(roles.map { $0.words(visitor) }))
                            ])
                    },
                    links: [
                        SessionLink(
                            href: "/setup/staff/new",
                            label: filling.say(Message("setup.newUser")))
                    ])
            ])
    }

    func new(_ places: StaffPlaces, _ layout: @escaping (String) -> Layout) -> SetupFormPage {
        let languages = Language.catalogue.map { ($0.rawValue, $0.endonym) }
        // What was typed of a password is not sent back.
        let unfilled = SetupFilling(visitor, today: today, faults: filling.faults)
        let password = unfilled.line(
            "password", Message("signIn.password"), "", help: Message("setup.passwordHelp"),
            type: "password", direction: "ltr")
        return SetupFrame(layout: layout, filling: filling).form(
            filling.say(Message("setup.newUser")), back: back, action: "/setup/staff",
            parts: [
                SetupPart(fields: [
                    filling.line("name", Message("command.column.name"), ""),
                    filling.line("userName", Message("signIn.userName"), "", direction: "ltr"),
                    password,
                    filling.select(
                        "pageLanguage", Message("setup.pageLanguage"), "sv", languages),
                ]),
                SetupPart(fields: grant(places)),
            ])
    }

    func change(
        _ account: UserAccount, _ spoken: [SpokenLanguage], _ places: StaffPlaces,
        isDone: Bool = false, _ layout: @escaping (String) -> Layout
    ) -> SetupFormPage {
        let address = "/setup/staff/\(account.person)"
        return SetupFrame(layout: layout, filling: filling, isDone: isDone).form(
            name(account), back: back, action: address,
            hidden: [HiddenField(name: "shown", value: Shown(spoken).state.description)],
            parts: [
                SetupPart(
                    title: filling.say(Message("setup.spoken")),
                    fields: languages(spoken))
            ],
            sections: [rights(of: account, places, at: address)])
    }

    /// Those that are known, and room for two more.
    private func languages(_ spoken: [SpokenLanguage]) -> [SetupField] {
        let levels = [
            ("", filling.say(Message("setup.none"))),
            ("native", filling.say(LanguageLevel.native.message)),
            ("good", filling.say(LanguageLevel.good.message)),
            ("some", filling.say(LanguageLevel.some.message)),
        ]
        return (0..<min(16, spoken.count + 2)).flatMap { number -> [SetupField] in
            let known = number < spoken.count ? spoken[number] : nil
            let place = Argument.number(number + 1)
            return [
                filling.line(
                    "language.\(number)", Message("setup.language", ["number": place]),
                    known.map { visitor.localiser.languageName($0.language) } ?? ""),
                filling.select(
                    "level.\(number)", Message("setup.level", ["number": place]),
                    known?.level?.rawValue ?? "", levels),
            ]
        }
    }

    private func rights(
        of account: UserAccount, _ places: StaffPlaces, at address: String
    ) -> SetupSection {
        let grants = account.grants.filter { $0.until.map { today <= $0 } ?? true }
        return SetupSection(
            title: filling.say(Message("setup.rights")),
            emptyText: grants.isEmpty ? filling.say(Message("setup.noRights")) : nil,
            cards: grants.map { grant in
                let end = SessionLink(
                    href: address + "/end?right=\(grant.code)",
                    label: filling.say(Message("setup.endRight")))
                return SetupCard(
                    name: grant.role.words(visitor), lines: lines(grant, places),
                    links: grant.role.isGivenHere ? [end] : [])
            },
            links: [
                SessionLink(
                    href: address + "/lead", label: filling.say(Message("setup.lead"))),
                SessionLink(
                    href: address + "/right", label: filling.say(Message("setup.giveRight"))),
            ])
    }

    private func lines(_ grant: Grant, _ places: StaffPlaces) -> [TextLine] {
        let days =
            grant.until.map {
                Message("setup.rightDays", ["from": .date(grant.from), "until": .date($0)])
            } ?? Message("setup.rightFrom", ["from": .date(grant.from)])
        return [TextLine(text: place(grant.scope, places))]
            + (grant.from == .distantPast ? [] : [TextLine(text: filling.say(days))])
    }

    private func place(_ scope: Scope, _ places: StaffPlaces) -> String {
        switch scope {
        case .organisation: filling.say(Message("setup.everywhere"))
        case .round(let id): places.rounds.first { $0.id == id }?.name ?? ""
        case .group(let id): places.name(of: id, visitor.localiser)
        case .session: filling.say(Message("setup.oneSession"))
        }
    }

    func right(
        _ account: UserAccount, _ places: StaffPlaces, _ layout: @escaping (String) -> Layout
    ) -> SetupFormPage {
        SetupFrame(layout: layout, filling: filling).form(
            filling.say(Message("setup.giveRight")), back: back(to: account),
            action: "/setup/staff/\(account.person)/right",
            parts: [SetupPart(fields: grant(places))])
    }

    private func grant(_ places: StaffPlaces) -> [SetupField] {
        let roles = [Role.leader, .administrator, .manager]
        let scopes =
            [("", filling.say(Message("setup.everywhere")))]
            + places.rounds.filter { $0.endedOn == nil }.map { ($0.id.description, $0.name) }
            + places.openGroups.map {
                ($0.group.id.description, "\($0.round.name) · \($0.group.name)")
            }
        return [
            filling.select(
                "role", Message("setup.role"), "leader",
                roles.map { ($0.rawValue, $0.words(visitor)) }),
            // The narrowest is what a new leader most often needs.
            filling.select(
                "scope", Message("setup.scope"),
                places.openGroups.first?.group.id.description ?? "", scopes),
            filling.date("from", Message("board.from"), today),
            filling.date(
                "until", Message("setup.breakLast"), nil, help: Message("setup.untilHelp")),
        ]
    }

    func end(
        _ grant: Grant, of account: UserAccount, _ places: StaffPlaces,
        _ layout: @escaping (String) -> Layout
    ) -> SetupFormPage {
        let frame = SetupFrame(layout: layout, filling: filling)
        let about = [grant.role.words(visitor)] + lines(grant, places).map(\.text)
        return frame.form(
            filling.say(Message("setup.endRight")), back: back(to: account),
            action: "/setup/staff/\(account.person)/end",
            hidden: [HiddenField(name: "right", value: grant.code)],
            parts: [
                SetupPart(
                    lead: visitor.localiser.line(about),
                    fields: [
                        filling.date(
                            "until", Message("setup.lastDay"), nil,
                            help: Message("setup.endHelp"))
                    ])
            ], buttons: [frame.button("end", Message("setup.endRight"))])
    }

    func lead(
        _ account: UserAccount, _ places: StaffPlaces, _ layout: @escaping (String) -> Layout
    ) -> SetupFormPage {
        let groups = places.openGroups.map {
            ($0.group.id.description, "\($0.round.name) · \($0.group.name)")
        }
        return SetupFrame(layout: layout, filling: filling).form(
            filling.say(Message("setup.lead")), intro: Message("setup.leadText"),
            back: back(to: account), action: "/setup/staff/\(account.person)/lead",
            parts: [
                SetupPart(fields: [
                    filling.select(
                        "group", Message("command.column.group"), groups.first?.0 ?? "", groups),
                    filling.date("from", Message("board.from"), today),
                    filling.tick("right", Message("setup.leadRight"), isChosen: true),
                ])
            ])
    }
}

extension LanguageLevel {
    var message: Message {
        switch self {
        case .native: Message("setup.levelNative")
        case .good: Message("setup.levelGood")
        case .some: Message("setup.levelSome")
        }
    }
}
