import Testing

@Suite struct PlacingTests {
    @Test func `a trial places nobody, the real run does, and undo takes it back`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let place = [
            "place", world.hodan, "--group", "Arabiska B", "--from", "2020-02-01",
            "--in-spite-of-rules", "--reason", "Förstår arabiska",
        ]
        let trial = try shell.run(place + ["--dry-run", "--json"]).json()
        #expect(trial["groups"] == [try change(shell, before: 0, after: 1)])
        #expect(trial["operation"] == nil)
        #expect(try members(shell, "Arabiska B").isEmpty)
        let real = try shell.run(place + ["--json"]).json()
        #expect(real["groups"] == trial["groups"])
        #expect(try members(shell, "Arabiska B") == [world.hodan])
        let undone = try shell.json("undo", real["operation"].text)
        #expect(undone["undone"] == real["operation"])
        #expect(try members(shell, "Arabiska B").isEmpty)
        #expect(
            try shell.failure("undo", real["operation"].text)
                == ["73", "conflict", "cannotUndo"])
    }

    @Test func `whoever does not fit stops all, and each reason is told`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let outcome = try world.shell.run([
            "place", world.hodan, "--group", "Arabiska B", "--from", "2020-02-01", "--json",
            "--language", "en",
        ])
        let error = try outcome.errorJSON()["error"]
        #expect(outcome.status == 73)
        #expect(error["code"] == "obstacles")
        #expect(error["details"].list.count == 1)
        #expect(error["details"][0].text.contains("language"))
    }

    @Test func `all who wait and speak the language are placed at once`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let omar = try shell.json(
            "participant", "add", "--round", "2020-spring", "--name", "Omar", "--course-language",
            "ar")["id"]
        // Whoever wishes something else in this round is not among them.
        let nour = try shell.json(
            "participant", "add", "--name", "Nour", "--course-language", "ar")["id"].text
        _ = try shell.json(
            "enrolment", "apply", nour, "--round", "2020-spring", "--languages", "so")
        let placed = try shell.json(
            "place", "--all-waiting", "--course-language", "ar", "--group", "Arabiska B",
            "--from", "2020-02-01")
        #expect(placed["people"] == [omar])
        try shell.write("\(world.hodan)\n", to: "ids")
        let more = try shell.json(
            "place", "--from-file", "ids", "--group", "Arabiska B", "--from", "2020-02-01",
            "--in-spite-of-rules", "--reason", "Förstår arabiska")
        #expect(more["people"] == [.string(world.hodan)])
        #expect(
            try shell.failure("place", "--group", "Arabiska B")
                == ["65", "invalid", "nobodyNamed"])
    }

    @Test func `a transfer goes forward only and leaves past rosters alone`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        #expect(
            try shell.failure("transfer", world.yusuf, "--to", "Arabiska B", "--on", "2020-02-05")
                == ["65", "invalid", "inThePast"])
        let moved = try shell.json(
            "transfer", world.yusuf, "--to", "Arabiska B", "--on", "2098-01-01")
        #expect(moved["kind"] == "transfer")
        #expect(moved["groups"].list.count == 2)
        let register = try shell.json("attendance", "show", "Arabiska A/1")
        #expect(register["roster"].list.count == 2)
        #expect(try members(shell, "Arabiska B", on: "2098-01-02") == [world.yusuf])
    }

    @Test func `a merge closes the group that is left`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let merged = try shell.json(
            "merge", "Arabiska A", "--into", "Arabiska B", "--on", "2098-01-01")
        #expect(merged["people"].list.count == 2)
        #expect(try shell.json("group", "show", "Arabiska A")["closedOn"] == "2098-01-01")
        #expect(try members(shell, "Arabiska B", on: "2098-01-01").count == 2)
    }

    @Test func `whoever withdraws leaves the roster from that day`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let withdrawn = try shell.json(
            "withdraw", world.yusuf, "--round", "2020-spring", "--on", "2020-02-10")
        #expect(withdrawn["kind"] == "withdraw")
        let rosters = try ["Arabiska A/1", "Arabiska A/2"].map {
            try shell.json("attendance", "show", $0)["roster"].list.count
        }
        #expect(rosters == [2, 1])
    }

    private func change(_ shell: Shell, before: Int, after: Int) throws -> JSONValue {
        let group = try shell.json("group", "show", "Arabiska B")["id"]
        return [
            "group": group, "name": "Arabiska B", "before": .number(before),
            "after": .number(after), "offered": 0,
        ]
    }

    private func members(
        _ shell: Shell, _ group: String, on date: String = "2020-02-10"
    ) throws -> [String] {
        try shell.json("group", "show", group, "--on", date)["members"].list.map {
            $0["person"].text
        }
    }
}
