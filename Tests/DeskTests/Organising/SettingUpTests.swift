import Courses
import Desk
import Testing

/// Programmes, rounds, venues, calendars of breaks and rights are set up and changed.
@Suite struct SettingUpTests {
    @Test func `a programme's new rules hold for new rounds alone`() async throws {
        let world = try await TestWorld()
        let shown = try await world.desk.programmeToChange("parent-support", as: world.office)
        let rules = CourseRules(sessions: 11, sessionMinutes: 120, completionThreshold: 8)
        let changed = try await world.desk.changeProgramme(
            "parent-support",
            ProgrammeChange(
                name: "Tillsammans", rules: rules, description: [.arabic: "معًا", .english: "For"]),
            shown: shown.state, as: world.office)
        #expect(changed.value.name == "Tillsammans" && changed.value.rules == rules)
        #expect(changed.texts.shown(in: .somali)?.language == .english)
        #expect(changed.texts.shown(in: .arabic)?.text == "معًا")
        let before = try await world.desk.round("2020-spring", as: world.office)
        #expect(before.rules == world.round.rules)
        let after = try await world.desk.addRound(
            of: "parent-support", code: "2020-autumn", name: "H", firstDay: day("2020-09-01"),
            as: world.office)
        #expect(after.rules == rules)
        await #expect(throws: OrganisingError.changedMeanwhile) {
            try await world.desk.changeProgramme(
                "parent-support", ProgrammeChange(name: "B"), shown: shown.state,
                as: world.office)
        }
    }

    @Test func `a text is shown in the reader's language, else Swedish, English, any`() {
        let text = WrittenText([.tigrinya: "ti", .somali: "so", .english: "en", .swedish: "sv"])
        #expect(text.shown(in: .tigrinya)?.text == "ti")
        #expect(text.shown(in: .arabic)?.language == .swedish)
        #expect(text.with([.swedish: ""]).shown(in: .arabic)?.language == .english)
        #expect(
            text.with([.swedish: "", .english: ""]).shown(in: .arabic)?.language == .somali)
        #expect(WrittenText().shown(in: .arabic) == nil)
    }

    @Test func `a round's first day stays once a session has begun`() async throws {
        let world = try await TestWorld()
        let changed = try await world.desk.changeRound(
            "2020-spring", name: "Vår", firstDay: day("2020-01-08"), as: world.office)
        #expect(changed.value.name == "Vår" && changed.value.firstDay == day("2020-01-08"))
        _ = try await world.session(world.arabic, on: "2020-01-08")
        _ = try await world.desk.changeRound(
            "2020-spring", firstDay: day("2020-01-07"), as: world.office)
        world.time.turn(to: "2020-01-08T17:00:00Z")
        await #expect(throws: OrganisingError.roundBegun) {
            try await world.desk.changeRound(
                "2020-spring", firstDay: day("2020-01-09"), as: world.office)
        }
        let renamed = try await world.desk.changeRound(
            "2020-spring", name: "Våren", firstDay: day("2020-01-07"), as: world.office)
        #expect(renamed.value.name == "Våren")
    }

    @Test func `a venue keeps the rooms in which groups meet`() async throws {
        let world = try await TestWorld()
        let venue = try await world.desk.addVenue(
            NewVenue(
                name: "Åbrogården", address: "Storgatan 1", rooms: ["Sal 1", "Sal 2"],
                way: [.swedish: "Gå in från gården"]),
            as: world.office)
        var target = NewGroup(world.arabic)
        target.venue = "Åbrogården"
        target.room = "Sal 1"
        let group = target
        try await world.desk.changeGroup(world.arabic.id, to: group, as: world.office)
        await #expect(throws: OrganisingError.roomInUse("Sal 1", groups: ["Arabiska"])) {
            try await world.desk.changeVenue(
                "Åbrogården", to: NewVenue(name: "Åbro", rooms: ["Sal 2"]), as: world.office)
        }
        let changed = try await world.desk.changeVenue(
            "Åbrogården", to: NewVenue(name: "Åbro", rooms: ["Sal 1", "Sal 3"]),
            shown: venue.state, as: world.office)
        #expect(changed.value.rooms == ["Sal 1", "Sal 3"])
        #expect(changed.texts.texts == [.swedish: "Gå in från gården"])
        let shown = try await world.desk.group("Arabiska", as: world.office)
        #expect(shown.venue == "Åbro, Sal 1")
        await #expect(throws: OrganisingError.roomUnknown("Sal 9")) {
            var target = NewGroup(world.somali)
            target.venue = "Åbro"
            target.room = "Sal 9"
            try await world.desk.changeGroup(world.somali.id, to: target, as: world.office)
        }
        await #expect(throws: OrganisingError.venueNameTaken("Åbro")) {
            try await world.desk.addVenue(NewVenue(name: "Åbro"), as: world.office)
        }
    }

    @Test func `two groups in two rooms of a venue do not clash`() async throws {
        let world = try await TestWorld()
        try await world.desk.addVenue(
            NewVenue(name: "Åbro", rooms: ["1", "2"]), as: world.office)
        for (group, room) in [(world.arabic, "1"), (world.somali, "2")] {
            var target = NewGroup(group)
            target.venue = "Åbro"
            target.room = room
            try await world.desk.changeGroup(group.id, to: target, as: world.office)
            _ = try await world.session(group, on: "2020-01-14")
        }
        #expect(try await world.desk.clashes(in: "2020-spring", as: world.office).isEmpty)
        var target = NewGroup(world.somali)
        target.venue = "Åbro"
        target.room = "1"
        try await world.desk.changeGroup(world.somali.id, to: target, as: world.office)
        let clashes = try await world.desk.clashes(in: "2020-spring", as: world.office)
        #expect(clashes.map(\.over) == [.venue("Åbro, 1")])
    }

    @Test func `sessions are planned around a kept calendar of breaks`() async throws {
        let world = try await TestWorld()
        let break1 = SchoolBreak(
            name: "Sportlov", first: day("2020-02-10"), last: day("2020-02-14"))
        let kept = try await world.desk.addBreaks([break1], to: "Läsår", as: world.office)
        let request = PlanRequest(
            groups: [world.arabic.id], first: day("2020-02-04"),
            slot: Slot(weekday: .tuesday, start: clock("17:30"), end: clock("19:30")), count: 2,
            calendars: [kept.value.id.description])
        let plan = try await world.desk.planSessions(request, as: world.office, dryRun: true)
        #expect(plan.sessions.map(\.date) == [day("2020-02-04"), day("2020-02-18")])
        #expect(plan.skipped.map(\.reason) == [.schoolBreak("Sportlov")])
        let other = SchoolBreak(
            name: "Påsklov", first: day("2020-04-06"), last: day("2020-04-09"))
        let changed = try await world.desk.changeBreakCalendar(
            "Läsår", name: "Läsår 2019/20", removing: [break1], adding: [other],
            shown: kept.state, as: world.office)
        #expect(changed.value.name == "Läsår 2019/20" && changed.value.breaks == [other])
        await #expect(throws: OrganisingError.changedMeanwhile) {
            try await world.desk.changeBreakCalendar(
                "Läsår 2019/20", removing: [other], shown: kept.state, as: world.office)
        }
        let reversed = SchoolBreak(
            name: "Lov", first: day("2020-04-09"), last: day("2020-04-06"))
        await #expect(throws: PlanError.breakEndsBeforeItBegins(reversed)) {
            try await world.desk.addBreaks([reversed], to: "Läsår 2019/20", as: world.office)
        }
    }

    @Test func `a right ends at once or on a day, and never one's own last`() async throws {
        let world = try await TestWorld()
        let all = Grant(
            role: .administrator, scope: .organisation, from: day("2020-01-01"), until: nil)
        let person = try await world.desk.addUser(
            NewUser(
                userName: "anna", name: PersonName(latin: [NamePart(.whole, "Anna")]),
                password: nil, language: .swedish, grants: [all]),
            as: world.office)
        let anna = Actor(identity: .person(person, userName: "anna"), grants: [all])
        await #expect(throws: AccountError.lastAdministratorRight) {
            try await world.desk.endGrant(all, of: "anna", as: anna)
        }
        let leading = Grant(
            role: .leader, scope: .group(world.arabic.id), from: day("2020-01-01"), until: nil)
        let coming = Grant(
            role: .manager, scope: .round(world.round.id), from: day("2020-01-06"), until: nil)
        for grant in [leading, coming] {
            try await world.desk.grant(grant, to: "anna", as: anna)
        }
        try await world.desk.endGrant(coming, of: "anna", as: anna)
        try await world.desk.endGrant(
            leading, of: "anna", lastDay: day("2020-03-31"), as: anna)
        var account = try #require(
            try await world.desk.accounts(as: anna).first { $0.userName == "anna" })
        #expect(account.grants.map(\.until) == [nil, day("2020-03-31")])
        #expect(account.grants.map(\.role) == [.administrator, .leader])
        let ending = account.grants[1]
        try await world.desk.endGrant(ending, of: "anna", as: anna)
        account = try #require(
            try await world.desk.accounts(as: anna).first { $0.userName == "anna" })
        #expect(account.grants.map(\.until) == [nil, day("2020-01-05")])
        await #expect(throws: AccountError.unknownGrant) {
            try await world.desk.endGrant(ending, of: "anna", as: anna)
        }
    }

    private static func user(_ name: String, _ grant: Grant, _ world: TestWorld) async throws
        -> Person.ID
    {
        try await world.desk.addUser(
            NewUser(
                userName: name, name: PersonName(latin: [NamePart(.whole, name)]),
                password: nil, language: .swedish, grants: [grant, grant]),
            as: world.office)
    }

    private static func grants(of name: String, _ world: TestWorld) async throws -> [Grant]? {
        try await world.desk.accounts(as: world.office).first { $0.userName == name }?.grants
    }

    @Test func `somebody always looks after everything without a last day, whoever acts`()
        async throws
    {
        let world = try await TestWorld()
        let all = Grant(
            role: .administrator, scope: .organisation, from: day("2020-01-01"), until: nil)
        let ending = Grant(
            role: .administrator, scope: .organisation, from: day("2020-01-01"),
            until: day("2020-12-31"))
        let anna = Actor(
            identity: .person(try await Self.user("anna", ending, world), userName: "anna"),
            grants: [ending])
        _ = try await Self.user("berit", all, world)
        for actor in [anna, world.office] {
            for last in [nil, day("2020-06-30")] {
                await #expect(throws: AccountError.lastAdministratorRight) {
                    try await world.desk.endGrant(all, of: "berit", lastDay: last, as: actor)
                }
            }
        }
        #expect(try await Self.grants(of: "berit", world) == [all])
        // Given twice is given once.
        try await world.desk.grant(all, to: "anna", as: anna)
        try await world.desk.grant(all, to: "anna", as: anna)
        #expect(try await Self.grants(of: "anna", world) == [ending, all])
        try await world.desk.endGrant(all, of: "berit", as: anna)
        #expect(try await Self.grants(of: "berit", world)?.map(\.until) == [day("2020-01-05")])
        await #expect(throws: AccountError.lastAdministratorRight) {
            try await world.desk.endGrant(all, of: "anna", as: anna)
        }
    }

    @Test func `a right ends yesterday at the earliest, and never later than it would`()
        async throws
    {
        let world = try await TestWorld()
        let leading = Grant(
            role: .leader, scope: .group(world.arabic.id), from: day("2019-12-01"),
            until: day("2020-06-30"))
        _ = try await Self.user("layla", leading, world)
        await #expect(throws: AccountError.rightEndsTooEarly(day("2020-01-05"))) {
            try await world.desk.endGrant(
                leading, of: "layla", lastDay: day("2020-01-04"), as: world.office)
        }
        try await world.desk.endGrant(
            leading, of: "layla", lastDay: day("2020-07-01"), as: world.office)
        #expect(try await Self.grants(of: "layla", world) == [leading])
        try await world.desk.endGrant(
            leading, of: "layla", lastDay: day("2020-01-05"), as: world.office)
        let ended = try #require(try await Self.grants(of: "layla", world)?.first)
        #expect(ended.until == day("2020-01-05"))
        await #expect(throws: AccountError.unknownGrant) {
            try await world.desk.endGrant(ended, of: "layla", as: world.office)
        }
        // What was taken back can be given again.
        try await world.desk.grant(leading, to: "layla", as: world.office)
        #expect(try await Self.grants(of: "layla", world) == [ended, leading])
    }

    @Test func `a right to a session that was ended does not come back when the session moves`()
        async throws
    {
        let world = try await TestWorld()
        let session = try await world.session(world.arabic, on: "2020-01-14")
        let right = Grant(
            role: .leader, scope: .session(session.id), from: day("2020-01-14"),
            until: day("2020-01-14"))
        _ = try await Self.user("layla", right, world)
        try await world.desk.endGrant(right, of: "layla", as: world.office)
        #expect(try await Self.grants(of: "layla", world) == [])
        try await world.desk.moveSession(
            session.id, to: day("2020-01-15"), as: world.office)
        #expect(try await Self.grants(of: "layla", world) == [])
    }

    @Test func `nothing is made where what is written of it is refused`() async throws {
        let world = try await TestWorld()
        let faults = [
            (String(repeating: "a", count: 4001), OrganisingError.textTooLong(maximum: 4000)),
            ("\u{0}Hej", .characterRefused), ("Hej\u{0}", .characterRefused),
        ]
        for (text, error) in faults {
            await #expect(throws: error) {
                try await world.desk.addGroup(
                    NewGroup(name: "Dari", round: "2020-spring", languages: [.dari]),
                    message: [.swedish: text], as: world.office)
            }
            await #expect(throws: error) {
                try await world.desk.addProgramme(
                    code: "cafe", name: "Café", rules: world.round.rules,
                    description: [.swedish: text], as: world.office)
            }
            await #expect(throws: error) {
                try await world.desk.addVenue(
                    NewVenue(name: "Åbro", way: [.swedish: text]), as: world.office)
            }
        }
        await #expect(throws: OrganisingError.characterRefused) {
            try await world.desk.addVenue(NewVenue(name: "\u{0}"), as: world.office)
        }
        #expect(try await world.desk.groups(as: world.office).count == 2)
        #expect(try await world.desk.programmes(as: world.office).count == 1)
        #expect(try await world.desk.venues(as: world.office).isEmpty)
        let group = try await world.desk.addGroup(
            NewGroup(name: "Dari", round: "2020-spring", languages: [.dari]),
            message: [.swedish: "Hej"], as: world.office)
        let texts = try await world.desk.texts(for: group.id, as: world.office)
        #expect(texts.message.texts == [.swedish: "Hej"])
    }

    @Test func `rooms are counted before they are compared`() async throws {
        let world = try await TestWorld()
        await #expect(throws: OrganisingError.tooManyRooms(maximum: 100)) {
            try await world.desk.addVenue(
                NewVenue(name: "Åbro", rooms: Array(repeating: "Sal", count: 101)),
                as: world.office)
        }
        await #expect(throws: OrganisingError.roomTwice("Sal")) {
            try await world.desk.addVenue(
                NewVenue(name: "Åbro", rooms: ["Sal", "Rum", "Sal"]), as: world.office)
        }
    }

    @Test func `sessions are planned as they were shown, or not at all`() async throws {
        let world = try await TestWorld()
        let request = PlanRequest(
            groups: [world.arabic.id], first: day("2020-02-04"),
            slot: Slot(weekday: .tuesday, start: clock("17:30"), end: clock("19:30")),
            calendars: ["Läsår"])
        let first = SchoolBreak(
            name: "Lov", first: day("2020-03-03"), last: day("2020-03-03"))
        try await world.desk.addBreaks([first], to: "Läsår", as: world.office)
        let shown = try await world.desk.planSessions(request, as: world.office, dryRun: true)
        let second = SchoolBreak(
            name: "Sportlov", first: day("2020-02-10"), last: day("2020-02-14"))
        try await world.desk.addBreaks([second], to: "Läsår", as: world.office)
        await #expect(throws: OrganisingError.changedMeanwhile) {
            try await world.desk.planSessions(request, shown: shown.state, as: world.office)
        }
        #expect(try await world.desk.sessions(SessionFilter(), as: world.office).isEmpty)
        let again = try await world.desk.planSessions(request, as: world.office, dryRun: true)
        let planned = try await world.desk.planSessions(
            request, shown: again.state, as: world.office)
        #expect(planned.sessions.map(\.date) == again.sessions.map(\.date))
        #expect(planned.state == again.state && planned.state != shown.state)
    }

    @Test func `what a leader speaks, and how well, is kept and read by the board`() async throws {
        let world = try await TestWorld()
        let layla = try await world.desk.addUser(
            NewUser(
                userName: "layla", name: PersonName(latin: [NamePart(.whole, "Layla")]),
                password: nil, language: .swedish,
                grants: [
                    Grant(
                        role: .leader, scope: .group(world.arabic.id), from: day("2020-01-01"),
                        until: nil)
                ]),
            as: world.office)
        let spoken = [SpokenLanguage(.arabic, .native), SpokenLanguage(.somali, .some)]
        try await world.desk.setSpokenLanguages(spoken, of: layla, shown: [], as: world.office)
        #expect(try await world.desk.spokenLanguages(of: layla, as: world.office) == spoken)
        let board = try await world.desk.board(of: "2020-spring", as: world.office)
        let leader = try #require(
            board.groups.first { $0.group.id == world.arabic.id }?.leaders.first)
        #expect(leader.languages == [.arabic, .somali])
        #expect(leader.levels == [.arabic: .native, .somali: .some])
        await #expect(throws: OrganisingError.changedMeanwhile) {
            try await world.desk.setSpokenLanguages([], of: layla, shown: [], as: world.office)
        }
        await #expect(throws: OrganisingError.languageTwice) {
            try await world.desk.setSpokenLanguages(
                spoken + spoken, of: layla, as: world.office)
        }
    }
}
