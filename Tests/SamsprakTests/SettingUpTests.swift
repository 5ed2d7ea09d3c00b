import Testing

@Suite struct SettingUpTests {
    @Test func `a programme and a round are changed, and a group with its message`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let programme = try shell.json(
            "programme", "change", "parent-support", "--name", "Tillsammans", "--sessions", "12",
            "--description", "sv=För föräldrar", "ar=للآباء")
        #expect(programme["name"] == "Tillsammans")
        #expect(programme["rules"]["sessions"] == 12)
        #expect(programme["description"] == ["ar": "للآباء", "sv": "För föräldrar"])
        let round = try shell.json("round", "change", "2020-spring", "--name", "Vår")
        #expect(round["name"] == "Vår")
        #expect(round["rules"]["sessions"] != 12)
        let group = try shell.json(
            "group", "change", "Arabiska A", "--maximum", "20", "--childcare", "7", "--message",
            "sv=Välkommen")
        #expect(group["maximum"] == 20)
        #expect(group["childcarePlaces"] == 7)
        #expect(group["slot"] == ["weekday": "tuesday", "start": "17:30", "end": "19:30"])
        #expect(group["message"] == ["sv": "Välkommen"])
        #expect(
            try shell.failure("group", "change", "Arabiska A", "--languages", "so")
                == ["73", "conflict", "languagesKept"])
        let small = ["group", "change", "Arabiska A", "--minimum", "1", "--maximum", "1"]
        #expect(try shell.run(small + ["--json"]).errorJSON()["error"]["code"] == "maximumTaken")
        let done = try shell.run(
            small + ["--in-spite-of-rules", "--reason", "Mindre sal", "--json"])
        #expect(try done.json()["maximum"] == 1)
    }

    @Test func `venues are added, listed and changed, and groups meet in their rooms`()
        async throws
    {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let venue = try shell.json(
            "venue", "add", "Rådhuset", "--address", "Storgatan 1", "--room", "Sal 1", "Sal 2",
            "--way", "sv=Från torget")
        #expect(venue["rooms"] == ["Sal 1", "Sal 2"])
        #expect(venue["way"] == ["sv": "Från torget"])
        let group = try shell.json(
            "group", "change", "Arabiska B", "--venue", "Rådhuset", "--room", "Sal 2")
        #expect(group["venue"] == "Rådhuset, Sal 2")
        #expect(group["venueId"] == venue["id"])
        #expect(
            try shell.failure("venue", "change", "Rådhuset", "--room", "Sal 1")
                == ["73", "conflict", "roomInUse"])
        let changed = try shell.json("venue", "change", "Rådhuset", "--name", "Bibblan")
        #expect(changed["name"] == "Bibblan")
        #expect(changed["address"] == "Storgatan 1")
        let names = try shell.json("venue", "list")["venues"].list.map { $0["name"] }
        #expect(names.contains("Bibblan") && names.count == 2)
        let none = try shell.json("group", "change", "Arabiska B", "--no-venue")
        #expect(none["venue"] == nil)
        #expect(try shell.failure("venue", "change", "X") == ["66", "notFound", "unknown.venue"])
    }

    @Test func `a calendar of breaks is kept and planned around`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let calendar = try shell.json(
            "breaks", "add", "Läsår", "--break", "2030-02-11..2030-02-15:Sportlov")
        #expect(calendar["breaks"].list.map { $0["name"] } == ["Sportlov"])
        let more = try shell.json(
            "breaks", "add", "Läsår", "--break", "2030-04-15..2030-04-18:Påsklov")
        #expect(more["id"] == calendar["id"])
        #expect(try shell.json("breaks", "list")["calendars"].list == [more])
        let plan = try shell.json(
            "session", "plan", "--group", "Arabiska B", "--first", "2030-02-05", "--count", "2",
            "--calendar", "Läsår", "--dry-run")
        #expect(
            plan["sessions"].list.map { $0["date"] } == ["2030-02-05", "2030-02-19"])
        #expect(plan["skipped"].list.map { $0["name"] } == ["Sportlov"])
    }

    @Test func `reasons are listed, worded, given by code and closed`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let added = try shell.json(
            "reason", "add", "new-town", "--kind", "withdrawal", "--text", "sv=Ny stad",
            "so=Magaalo")
        #expect(added["open"] == true && added["texts"] == ["so": "Magaalo", "sv": "Ny stad"])
        _ = try shell.json("reason", "change", "new-town", "--text", "en=Another town")
        let english = try shell.text("reason", "list", "--language", "en")
        #expect(english.contains("Another town") && english.contains("Ended participation"))
        _ = try shell.json(
            "withdraw", world.yusuf, "--round", "2020-spring", "--reason", "new-town: i <norr>")
        let told = try shell.json("round", "history", "2020-spring")["operations"].list.last
        #expect(told?["listedReason"] == ["code": "new-town", "text": "Ny stad"])
        #expect(told?["reason"] == "i <norr>")
        let closed = try shell.json("reason", "close", "new-town")
        #expect(closed["open"] == false && closed["said"].list.count == 2)
        let open = try shell.json("reason", "list")["reasons"].list.map { $0["code"] }
        #expect(open.contains("moved") && !open.contains("new-town"))
        let all = try shell.json("reason", "list", "--all")["reasons"].list.map { $0["code"] }
        #expect(all.contains("new-town"))
        #expect(
            try shell.failure("reason", "close", "nowhere") == ["66", "notFound", "unknown.reason"])
    }
}
