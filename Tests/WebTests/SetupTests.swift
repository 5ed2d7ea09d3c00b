import Courses
import Desk
import FoundationEssentials
import HTTPTypes
import Testing

@testable import Web

struct SetupTests {
    private func world() async throws -> TestWorld {
        let world = try await TestWorld.make()
        try await world.addUser("anna", .administrator, scope: .organisation)
        try await world.addUser("sara")
        return world
    }

    @Test func `an administrator sets up a programme, a round, a group and its sessions`()
        async throws
    {
        let world = try await world()
        try await world.visit(as: "anna") { browser in
            var answer = try await browser.submit(
                "/setup/programmes/new", to: "/setup/programmes"
            ) { form in
                form["code"] = "cafe"
                form["name"] = "Språkkafé"
                form["sessions"] = "٣"
                form["threshold"] = "2"
                form["description.ar"] = "مقهى"
            }
            #expect(answer.location == "/setup/programmes/cafe?done")
            answer = try await browser.submit("/setup/rounds/new", to: "/setup/rounds") { form in
                form["programme"] = "cafe"
                form["code"] = "cafe-1"
                form["name"] = "Café 1"
                form["firstDay"] = "2020-05-01"
            }
            #expect(answer.location == "/setup/rounds/cafe-1?done")
            answer = try await browser.submit("/setup/venues/new", to: "/setup/venues") { form in
                form["name"] = "Biblioteket"
                form["rooms"] = "Sal 1\r\nSal 2\r\n"
            }
            #expect(answer.status == .seeOther)
            let venue = try await world.desk.venue("Biblioteket", as: .commandOperator).value
            #expect(venue.rooms == ["Sal 1", "Sal 2"])
            answer = try await browser.submit(
                "/setup/rounds/cafe-1/groups/new", to: "/setup/rounds/cafe-1/groups"
            ) { form in
                form["name"] = "Tigrinska"
                form["languages"] = "tigrinska, العربية"
                form["delivery"] = "bilingual"
                form["venue"] = "\(venue.id):Sal 2"
                form["weekday"] = "2"
                form["start"] = "17:30"
                form["end"] = "19.30"
                form["message.sv"] = "Välkommen"
            }
            let group = try await world.desk.groupToChange("Tigrinska", as: .commandOperator)
            #expect(answer.location == "/setup/groups/\(group.value.id)?done")
            #expect(group.value.languages == [.tigrinya, .arabic])
            #expect(group.value.venue == "Biblioteket, Sal 2")
            #expect(group.value.slot?.end == TestWorld.clock("19:30"))
            #expect(group.texts.texts == [.swedish: "Välkommen"])
            answer = try await browser.submit("/setup/breaks/new", to: "/setup/breaks") { form in
                form["name"] = "Läsår"
                form["break"] = "Lov"
                form["first"] = "2020-05-12"
                form["last"] = "2020-05-12"
            }
            #expect(answer.status == .seeOther)
            let plan = "/setup/groups/\(group.value.id)/plan"
            let shown = try await browser.submit(plan) { form in
                form["act"] = "show"
            }
            #expect(shown.status == .ok)
            #expect(shown.body.contains("3 träffar planeras") && shown.body.contains("Lov"))
            let none = try await world.desk.sessions(
                SessionFilter(group: group.value.id), as: .commandOperator)
            #expect(none.isEmpty)
            var fields = FormFields(shown.body)
            fields["act"] = "plan"
            fields["count"] = "2"
            let other = try await browser.post(plan, fields.fields)
            #expect(other.status == .badRequest)
            fields = FormFields(other.body)
            fields["act"] = "plan"
            answer = try await browser.post(plan, fields.fields)
            #expect(answer.location == "/setup/groups/\(group.value.id)?done")
            let planned = try await world.desk.sessions(
                SessionFilter(group: group.value.id), as: .commandOperator)
            #expect(
                planned.map(\.session.date.description) == ["2020-05-05", "2020-05-19"])
        }
    }

    @Test func `what is wrong stands beside its field, and nothing typed is lost`() async throws {
        let world = try await world()
        let address = "/setup/groups/\(world.group.id)"
        try await world.visit(as: "anna") { browser in
            let answer = try await browser.submit(address) { form in
                form["name"] = "Arabiska <1>"
                form["languages"] = "arabiska, klingonska"
                form["maximum"] = "många"
                form["start"] = "17:30"
            }
            #expect(answer.status == .badRequest)
            let fields = FormFields(answer.body)
            #expect(fields["name"] == "Arabiska <1>")
            #expect(fields["languages"] == "arabiska, klingonska")
            #expect(fields["maximum"] == "många")
            for id in ["languages", "maximum", "weekday"] {
                #expect(answer.body.contains(#"id="f-\#(id)-fault""#), "\(id)")
                #expect(answer.body.contains(##"href="#f-\##(id)""##), "\(id)")
            }
        }
        let group = try await world.desk.group(world.group.id.description, as: .commandOperator)
        #expect(group == world.group)
    }

    @Test func `what people stand in the way of is refused in words`() async throws {
        let world = try await world()
        let address = "/setup/groups/\(world.group.id)"
        try await world.visit(as: "anna") { browser in
            let refused = try await browser.submit(address) { $0["languages"] = "dari" }
            #expect(refused.status == .conflict)
            #expect(refused.body.contains("Gruppen har haft träffar"))
            #expect(refused.body.contains(#"id="f-languages-fault""#))
            let small = try await browser.submit(address) { form in
                form["minimum"] = "1"
                form["maximum"] = "2"
            }
            #expect(small.status == .conflict)
            var fields = FormFields(small.body)
            fields["spite"] = "1"
            let unreasoned = try await browser.post(address, fields.fields)
            #expect(unreasoned.body.contains(#"id="f-reason-fault""#))
            fields = FormFields(unreasoned.body)
            fields["reason"] = "Mindre sal"
            let done = try await browser.post(address, fields.fields)
            #expect(done.location == address + "?done")
        }
        let group = try await world.desk.group(world.group.id.description, as: .commandOperator)
        #expect(group.size.maximum == 2)
    }

    @Test func `what somebody changed meanwhile is shown beside what was typed`() async throws {
        let world = try await world()
        let address = "/setup/rounds/2020-spring"
        try await world.visit(as: "anna") { browser in
            var form = FormFields(try await browser.get(address).body)
            try await world.desk.changeRound(
                "2020-spring", name: "Vår & regn", as: .commandOperator)
            form["name"] = "Vår och sol"
            let answer = try await browser.post(address, form.fields)
            #expect(answer.status == .conflict)
            #expect(answer.body.contains("Vår &amp; regn"))
            let again = FormFields(answer.body)
            #expect(again["name"] == "Vår och sol")
            let saved = try await browser.post(address, again.fields)
            #expect(saved.location == address + "?done")
        }
        let round = try await world.desk.round("2020-spring", as: .commandOperator)
        #expect(round.name == "Vår och sol")
    }

    @Test func `a round is ended on its page, once`() async throws {
        let world = try await world()
        try await world.visit(as: "anna") { browser in
            let end = "/setup/rounds/2020-spring/end"
            let late = try await browser.submit(end) { $0["lastDay"] = "2020-06-30" }
            #expect(late.body.contains(#"id="f-lastDay-fault""#))
            let done = try await browser.submit(end) { $0["lastDay"] = "2020-04-21" }
            #expect(done.location == "/setup/rounds/2020-spring?done")
            let page = try await browser.get("/setup/rounds/2020-spring").body
            #expect(!page.contains(#"name="firstDay""#))
            let group = try await browser.get("/setup/groups/\(world.group.id)")
            #expect(group.status == .ok && !group.body.contains(#"name="maximum""#))
        }
    }

    @Test func `a break is taken out of a calendar and another added`() async throws {
        let world = try await world()
        let date = TestWorld.today
        let calendar = try await world.desk.addBreaks(
            [SchoolBreak(name: "Påsklov", first: date, last: date)], to: "Läsår",
            as: .commandOperator)
        let address = "/setup/breaks/\(calendar.value.id)"
        try await world.visit(as: "anna") { browser in
            let answer = try await browser.submit(address) { form in
                form["remove.\(date).\(date)"] = "1"
                form["break"] = "Höstlov"
                form["first"] = "2020-10-26"
                form["last"] = "2020-10-30"
            }
            #expect(answer.location == address + "?done")
            let wrong = try await browser.submit(address) { form in
                form["break"] = "Lov"
                form["first"] = "2020-10-30"
                form["last"] = "2020-10-26"
            }
            #expect(wrong.body.contains(#"id="f-last-fault""#))
        }
        let kept = try await world.desk.breakCalendar("Läsår", as: .commandOperator)
        #expect(kept.value.breaks.map(\.name) == ["Höstlov"])
    }

    @Test(arguments: [
        "/setup", "/setup/programmes", "/setup/programmes/new", "/setup/rounds",
        "/setup/rounds/new", "/setup/rounds/2020-spring", "/setup/venues", "/setup/breaks/new",
    ])
    func `a leader sets up nothing`(_ address: String) async throws {
        let world = try await world()
        try await world.visit(as: "sara") { browser in
            let answer = try await browser.get(address)
            #expect(answer.status == .forbidden)
        }
    }

    @Test func `who looks after one round sets up that one alone`() async throws {
        let world = try await world()
        try await world.addUser("rut", .administrator, scope: .round(world.round.id))
        try await world.visit(as: "rut") { browser in
            #expect(try await browser.get("/setup/rounds/2020-spring").status == .ok)
            let start = try await browser.get("/setup").body
            #expect(start.contains("/setup/rounds") && !start.contains("/setup/venues"))
            for address in ["/setup/programmes", "/setup/rounds/new", "/setup/venues"] {
                let answer = try await browser.get(address)
                #expect(answer.status == .forbidden, "\(address)")
            }
            let answer = try await browser.submit("/setup/rounds/2020-spring") {
                $0["name"] = "Ruts vår"
            }
            #expect(answer.status == .seeOther)
        }
    }

    @Test func `a form from elsewhere changes nothing`() async throws {
        let world = try await world()
        try await world.visit(as: "anna") { browser in
            let answer = try await browser.submit("/setup/rounds/2020-spring") { form in
                form["csrf"] = "0"
                form["name"] = "Annan"
            }
            #expect(answer.status == .forbidden)
        }
        #expect(
            try await world.desk.round("2020-spring", as: .commandOperator).name
                == world.round.name)
    }

    @Test func `somebody new can sign in, speaks and leads, and their right is ended`()
        async throws
    {
        let world = try await world()
        try await world.visit(as: "anna") { browser in
            let short = try await browser.submit("/setup/staff/new", to: "/setup/staff") { form in
                form["name"] = "ليلى"
                form["userName"] = "layla"
                form["password"] = "short"
            }
            #expect(short.body.contains(#"id="f-password-fault""#))
            #expect(!short.body.contains(#"value="short""#))
            var form = FormFields(short.body)
            form["password"] = TestWorld.password
            form["role"] = "manager"
            form["scope"] = world.round.id.description
            let made = try await browser.post("/setup/staff", form.fields)
            #expect(made.status == .seeOther)
            let layla = try #require(
                try await world.desk.accounts(as: .commandOperator).first {
                    $0.userName == "layla"
                })
            #expect(layla.name.native == "ليلى" && layla.name.latin == nil)
            #expect(layla.grants.map(\.role) == [.manager])
            #expect(layla.grants.map(\.scope) == [.round(world.round.id)])
            let address = "/setup/staff/\(layla.person)"
            let spoken = try await browser.submit(address) { form in
                form["language.0"] = "arabiska"
                form["level.0"] = "native"
                form["language.1"] = "somali"
            }
            #expect(spoken.location == address + "?done")
            #expect(
                try await world.desk.spokenLanguages(of: layla.person, as: .commandOperator)
                    == [SpokenLanguage(.arabic, .native), SpokenLanguage(.somali)])
            let leads = try await browser.submit(address + "/lead") { form in
                form["group"] = world.group.id.description
                form["from"] = TestWorld.today.adding(days: 1).description
            }
            let board = "/rounds/2020-spring/board"
            let location = try #require(leads.location)
            #expect(location.hasPrefix(board + "/change?kind=leader&"))
            let planned = try await world.desk.session(
                world.sessions[2].id, as: .commandOperator)
            let preview = try await browser.get(location)
            #expect(preview.status == .ok)
            let shown = FormFields(preview.body)
            #expect(shown["leader"] == layla.person.description)
            #expect(shown["on"] == TestWorld.today.adding(days: 1).description)
            #expect(
                try await world.desk.session(world.sessions[2].id, as: .commandOperator)
                    == planned)
            let changed = try await browser.post(board + "/apply", shown.fields)
            #expect(changed.location?.hasPrefix(board + "?done=") == true)
            let after = try await world.desk.account(
                layla.person.description, as: .commandOperator)
            #expect(after.grants.map(\.scope).last == .group(world.group.id))
            let end = address + "/end?right=\(after.grants[0].code)"
            let ended = try await browser.submit(end, to: address + "/end") { _ in }
            #expect(ended.location == address + "?done")
            let left = try await world.desk.account(
                layla.person.description, as: .commandOperator)
            #expect(left.grants.map(\.role) == [.leader])
        }
        let board = try await world.desk.board(of: "2020-spring", as: .commandOperator)
        let group = try #require(board.groups.first { $0.group.id == world.group.id })
        #expect(group.leaders.map(\.levels) == [[:], [.arabic: .native]])
    }

    @Test(
        arguments: [
            ("scope", "0000000000099"), ("scope", "*"), ("scope", nil), ("role", "boss"),
            ("role", "protectedReader"), ("role", nil),
        ] as [(String, String?)])
    func `a right that can't be read is refused, never widened`(
        _ field: String, _ value: String?
    ) async throws {
        let world = try await world()
        let sara = try await world.desk.account("sara", as: .commandOperator)
        try await world.visit(as: "anna") { browser in
            let address = "/setup/staff/\(sara.person)/right"
            let given = try await browser.submit(address) { $0[field] = value }
            #expect(given.status == .badRequest)
            #expect(given.body.contains(#"id="f-\#(field)-fault""#))
            let made = try await browser.submit("/setup/staff/new", to: "/setup/staff") { form in
                form["name"] = "Layla"
                form["userName"] = "layla"
                form[field] = value
            }
            #expect(made.status == .badRequest)
            let everywhere = try await browser.submit(address) { form in
                form["role"] = "manager"
                form["scope"] = ""
            }
            #expect(everywhere.status == .seeOther)
        }
        let accounts = try await world.desk.accounts(as: .commandOperator)
        #expect(!accounts.contains { $0.userName == "layla" })
        let after = try #require(accounts.first { $0.userName == "sara" }).grants
        #expect(Array(after.dropLast()) == sara.grants)
        #expect(after.last?.scope == .organisation && after.last?.role == .manager)
    }

    @Test func `the room that was chosen is the one, whatever the list has become`()
        async throws
    {
        let world = try await world()
        let venue = try await world.desk.addVenue(
            NewVenue(name: "Biblioteket", rooms: ["Sal 1", "Sal: 2"]), as: .commandOperator)
        let address = "/setup/groups/\(world.group.id)"
        try await world.visit(as: "anna") { browser in
            var form = FormFields(try await browser.get(address).body)
            form["venue"] = "\(venue.value.id):Sal: 2"
            try await world.desk.changeVenue(
                "Biblioteket", to: NewVenue(name: "Biblioteket", rooms: ["Sal: 2", "Sal 3"]),
                as: .commandOperator)
            let saved = try await browser.post(address, form.fields)
            #expect(saved.location == address + "?done")
            let group = try await world.desk.group("Arabiska 1", as: .commandOperator)
            #expect(group.room == "Sal: 2")
            form = FormFields(try await browser.get(address).body)
            #expect(form["venue"] == "\(venue.value.id):Sal: 2")
            for gone in ["\(venue.value.id):Sal 1", "0000000000099"] {
                form["venue"] = gone
                let refused = try await browser.post(address, form.fields)
                #expect(refused.status == .badRequest)
                #expect(refused.body.contains(#"id="f-venue-fault""#))
            }
        }
        let venues = try await world.desk.venues(as: .commandOperator)
        #expect(Set(venues.map(\.name)) == ["Biblioteket", "Åbrogården"])
    }

    @Test func `what is refused for its text is not half made`() async throws {
        let world = try await world()
        let long = String(repeating: "a", count: 4001)
        try await world.visit(as: "anna") { browser in
            let group = try await browser.submit(
                "/setup/rounds/2020-spring/groups/new", to: "/setup/rounds/2020-spring/groups"
            ) { form in
                form["name"] = "Somaliska"
                form["languages"] = "somaliska"
                form["message.sv"] = long
            }
            #expect(group.status == .badRequest)
            let programme = try await browser.submit(
                "/setup/programmes/new", to: "/setup/programmes"
            ) { form in
                form["code"] = "cafe"
                form["name"] = "Café"
                form["description.sv"] = long
            }
            #expect(programme.status == .badRequest)
        }
        #expect(try await world.desk.groups(as: .commandOperator).count == 2)
        #expect(try await world.desk.programmes(as: .commandOperator).count == 1)
    }

    @Test func `a round's history offers no undoing of a changed group`() async throws {
        let world = try await world()
        var target = NewGroup(world.group)
        target.name = "Arabiska A"
        try await world.desk.changeGroup(world.group.id, to: target, as: .commandOperator)
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get("/rounds/2020-spring/history").body
            let first = try #require(
                page.components(separatedBy: "<li class=\"card\">").dropFirst().first)
            #expect(first.contains("Arabiska A"))
            #expect(!first.contains(#"name="operation""#))
        }
    }

    @Test func `nobody ends their own last right to look after everything`() async throws {
        let world = try await world()
        let anna = try await world.desk.account("anna", as: .commandOperator)
        try await world.visit(as: "anna") { browser in
            let address = "/setup/staff/\(anna.person)/end"
            let code = anna.grants[0].code
            let refused = try await browser.submit("\(address)?right=\(code)", to: address) { _ in
            }
            #expect(refused.status == .conflict)
        }
        let after = try await world.desk.account("anna", as: .commandOperator)
        #expect(after.grants == anna.grants)
    }

    @Test func `who looks after one round sees no staff`() async throws {
        let world = try await world()
        try await world.addUser("rut", .administrator, scope: .round(world.round.id))
        try await world.visit(as: "rut") { browser in
            for address in ["/setup/staff", "/setup/staff/new"] {
                let answer = try await browser.get(address)
                #expect(answer.status == .forbidden, "\(address)")
            }
        }
    }

    @Test func `a leader reads what is written for the group, in a language that is named`()
        async throws
    {
        let world = try await world()
        try await world.desk.changeGroup(
            world.group.id, to: NewGroup(world.group), message: [.arabic: "أهلًا <1>"],
            as: .commandOperator)
        try await world.visit(as: "sara") { browser in
            let page = try await browser.get("/groups/\(world.group.id)").body
            #expect(page.contains(#"lang="ar" dir="rtl">أهلًا &lt;1&gt;<"#))
            #expect(page.contains("följande språk: arabiska"))
        }
    }
}
