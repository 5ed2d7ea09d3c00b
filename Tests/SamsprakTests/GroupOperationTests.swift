import Testing

@Suite struct GroupOperationTests {
    @Test func `a split opens a group with its sessions, and undo takes all of it back`()
        async throws
    {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        _ = try shell.text(
            "session", "plan", "--group", "Arabiska A", "--first", "2098-01-07", "--count", "2")
        let split = [
            "split", world.yusuf, "--from", "Arabiska A", "--into-new", "Arabiska C",
            "--copy-plan", "--on", "2098-01-01",
        ]
        let shown = try shell.run(split + ["--dry-run", "--json"]).json()
        #expect(shown["sessions"].list.map { $0["effect"] } == ["planned", "planned"])
        #expect(try shell.json("group", "list")["groups"].list.count == 2)
        let done = try shell.run(split + ["--basis", shown["basis"].text, "--json"]).json()
        #expect(done["groups"].list.map { $0["after"] } == [1, 1])
        #expect(
            try shell.run(split + ["--basis", shown["basis"].text, "--json"]).errorJSON()[
                "error"]["code"] == "roundChanged")
        _ = try shell.json("undo", done["operation"].text)
        #expect(try shell.json("group", "list")["groups"].list.count == 2)
        #expect(
            try shell.run(["split", world.yusuf, "--from", "Arabiska A"]).status == 64)
    }

    @Test func `a group pauses, resumes, closes and opens again`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        _ = try shell.text(
            "session", "plan", "--group", "Arabiska A", "--first", "2098-01-07", "--count", "3")
        let paused = try shell.json(
            "group", "pause", "Arabiska A", "--from", "2098-01-10", "--through", "2098-01-20",
            "--sessions", "remote")
        #expect(paused["sessions"].list.map { $0["effect"] } == ["remote"])
        let resumed = try shell.json("group", "resume", "Arabiska A", "--on", "2098-01-11")
        #expect(resumed["sessions"].list.map { $0["effect"] } == ["restored"])
        #expect(
            try shell.failure("group", "close", "Arabiska A", "--on", "2098-01-01")
                == ["73", "conflict", "groupNotEmpty"])
        let closed = try shell.json(
            "group", "close", "Arabiska A", "--on", "2098-01-01", "--waitlist", "--reason",
            "För få")
        #expect(closed["people"].list.count == 2)
        #expect(closed["sessions"].list.count == 3)
        _ = try shell.json("group", "open", "Arabiska A")
        #expect(try shell.json("group", "show", "Arabiska A")["closedOn"] == nil)
    }

    @Test func `another leader is planned, and the round's history tells it all`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        _ = try shell.text(
            "session", "plan", "--group", "Arabiska A", "--first", "2098-01-07", "--count", "2")
        let changed = try shell.json(
            "group", "leader", "Arabiska A", "--to", world.hodan, "--from", "2098-01-01",
            "--reason", "Sara slutar")
        #expect(
            changed["sessions"].list.map { $0["joining"] } == [
                [.string(world.hodan)], [.string(world.hodan)],
            ])
        #expect(changed["withoutRight"] == [.string(world.hodan)])
        let undone = try shell.json("undo", changed["operation"].text)
        let story = try shell.json("round", "history", "2020-spring")["operations"].list
        let last = try #require(story.suffix(2).first)
        #expect(last["kind"] == "changeLeader" && last["reason"] == "Sara slutar")
        #expect(last["undoneBy"] == undone["operation"])
        #expect(story.last?["undoes"] == changed["operation"])
        let text = try shell.text("round", "history", "2020-spring", "--language", "sv")
        #expect(text.contains("ny bemanning (ångrat)"))
    }
}
