import Testing

@Suite struct OrganisingTests {
    @Test func `programmes, rounds and groups are added, listed and shown`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let programme = try shell.json(
            "programme", "add", "cafe", "--name", "Språkkafé", "--sessions", "6",
            "--minutes", "90", "--threshold", "4")
        #expect(
            programme["rules"] == [
                "sessions": 6, "sessionMinutes": 90, "completionThreshold": 4,
                "studyHourMinutes": 45,
            ])
        #expect(try shell.json("programme", "show", "cafe") == programme)
        #expect(try shell.json("programme", "list")["programmes"].list.count == 2)
        let round = try shell.json("round", "show", "2020-spring")
        #expect(round["name"] == "Våren 2020")
        #expect(round["firstDay"] == "2020-02-03")
        #expect(round["endedOn"] == nil)
        #expect(round["groups"].list.map { $0["name"] } == ["Arabiska A", "Arabiska B"])
        let group = try shell.json("group", "show", "2020-spring/Arabiska A")
        #expect(group["slot"] == ["weekday": "tuesday", "start": "17:30", "end": "19:30"])
        let before = try shell.json("group", "show", "Arabiska A", "--on", "2020-01-31")
        #expect(before["members"] == [])
        let members = try shell.json("group", "show", "Arabiska A", "--on", "2020-02-01")
        #expect(members["members"].list.map { $0["name"] } == ["Amina Haddad", "Yusuf Ali"])
    }

    @Test func `a group has a link for remote sessions, which is an https address`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let add = { (name: String, link: String) in
            [
                "group", "add", name, "--round", "2020-spring", "--course-language", "ti",
                "--link", link,
            ]
        }
        let added = try world.shell.run(add("Tigrinska", "https://example.se/rum?a=1") + ["--json"])
        #expect(try added.json()["link"] == "https://example.se/rum?a=1")
        #expect(try world.shell.json("group", "show", "Arabiska A")["link"] == nil)
        for link in ["http://example.se", "https://", "https://exa mple.se"] {
            let refused = try world.shell.run(add("Andra", link) + ["--json"])
            #expect(try refused.errorJSON()["error"]["code"] == "linkMalformed", "\(link)")
        }
    }

    @Test func `what is wrong is named by kind and code, and nothing is added`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        #expect(
            try shell.failure(
                "round", "add", "2020-spring", "--programme", "parent-support",
                "--first-day", "2020-02-03") == ["73", "conflict", "codeTaken"])
        #expect(
            try shell.failure(
                "round", "add", "Våren", "--programme", "parent-support", "--first-day",
                "2020-02-03") == ["65", "invalid", "codeMalformed"])
        #expect(
            try shell.failure("round", "show", "2031-spring")
                == ["66", "notFound", "unknown.round"])
        #expect(
            try shell.failure(
                "group", "add", "C", "--round", "2020-spring", "--course-language", "ar",
                "--minimum", "9", "--maximum", "3") == ["65", "invalid", "groupSize"])
        #expect(
            try shell.failure(
                "group", "add", "C", "--round", "2020-spring", "--course-language",
                "kurdiska") == ["65", "invalid", "ambiguousLanguage"])
        #expect(try shell.json("round", "list")["rounds"].list.count == 1)
        #expect(try shell.json("group", "list")["groups"].list.count == 2)
    }

    @Test func `a round ends by an act, once`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let ended = try world.shell.json("round", "end", "2020-spring", "--on", "2020-06-01")
        #expect(ended["endedOn"] == "2020-06-01")
        #expect(
            try world.shell.failure("round", "end", "2020-spring")
                == ["73", "conflict", "roundEnded"])
    }
}
