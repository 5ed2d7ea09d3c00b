import Testing

@Suite struct PeopleTests {
    @Test func `a person is added with both scripts and found in the round`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shown = try world.shell.json("participant", "show", world.amina)
        #expect(shown["name"] == "Amina Haddad")
        #expect(shown["native"] == "أمينة حداد")
        #expect(shown["birthDate"] == "1990-02-03")
        #expect(shown["languages"] == ["ar"])
        let enrolment = shown["enrolments"][0]
        #expect(enrolment["round"] == "2020-spring")
        #expect(enrolment["step"] == "placed")
        #expect(enrolment["placements"][0]["name"] == "Arabiska A")
        #expect(enrolment["placements"][0]["from"] == "2020-02-01")
        let list = try world.shell.json("participant", "list", "--round", "2020-spring")
        #expect(
            list["participants"].list.map { $0["step"] } == ["placed", "placed", "applied"])
    }

    @Test func `a wrong or known identity number refuses the person`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        #expect(
            try world.shell.failure(
                "participant", "add", "--name", "X", "--identity-number", "19900203-2385")
                == ["65", "invalid", "checksum"])
        #expect(
            try world.shell.failure(
                "participant", "add", "--name", "X", "--identity-number", "900203-2382")
                == ["73", "conflict", "identityNumberTaken"])
        #expect(
            try world.shell.failure("participant", "add", "--course-language", "ar")
                == ["65", "invalid", "nameMissing"])
    }

    @Test func `a protected person is an alias in every list`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let protected = try shell.json("participant", "protect", world.amina)
        #expect(protected["name"] == "Deltagare 1")
        let outputs = [
            try shell.text("participant", "show", world.amina),
            try shell.text("participant", "list"),
            try shell.text("group", "show", "Arabiska A", "--on", "2020-02-10"),
            try shell.text("attendance", "show", "Arabiska A/1"),
            try shell.run(["attendance", "show", "Arabiska A/1", "--json"]).output,
            try shell.run(["participant", "list", "--json"]).output,
        ]
        for output in outputs {
            #expect(output.contains("Deltagare 1"))
            #expect(!output.contains("Amina"))
            #expect(!output.contains("أمينة"))
        }
    }

    @Test func `users are added, granted, reset and listed`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let added = try shell.json(
            "user", "add", "maria", "--name", "Maria Ek", "--role", "manager", "--from",
            "2020-01-01")
        #expect(added["password"].text.count == 19)
        _ = try shell.text(
            "user", "grant", "maria", "--role", "leader", "--group", "Arabiska A")
        let reset = try shell.json("user", "reset", "maria")
        #expect(reset["password"] != added["password"])
        let maria = try shell.json("user", "list")["users"][1]
        #expect(maria["name"] == "Maria Ek")
        #expect(maria["grants"].list.map { $0["role"] } == ["manager", "leader"])
        #expect(maria["grants"][1]["scope"]["kind"] == "group")
        #expect(
            try shell.failure("user", "add", "maria") == ["73", "conflict", "userNameTaken"])
        #expect(
            try shell.failure("user", "grant", "nobody", "--role", "leader")
                == ["66", "notFound", "unknownUser"])
    }

    @Test func `a leader is a user with the right to a group`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let added = try shell.json(
            "leader", "add", "--user", "layla", "--given", "Layla", "--page-language",
            "arabiska", "--group", "Arabiska A", "--from", "2020-01-01")
        #expect(added["language"] == "ar")
        #expect(try shell.json("leader", "list")["leaders"].list.map { $0["user"] } == ["layla"])
        let shown = try shell.json("leader", "show", "layla")
        #expect(shown["groups"].list.map { $0["name"] } == ["Arabiska A"])
        #expect(
            try shell.failure("leader", "show", "anna") == ["66", "notFound", "unknownUser"])
    }
}
