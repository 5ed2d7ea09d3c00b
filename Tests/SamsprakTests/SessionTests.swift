import Testing

@Suite struct SessionTests {
    @Test func `a plan skips holidays and breaks, says why, and goes on in the numbers`()
        async throws
    {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let plan = try world.shell.json(
            "session", "plan", "--group", "Arabiska B", "--first", "2020-02-11", "--count",
            "2", "--break", "2020-02-17..2020-02-21:sportlov")
        #expect(plan["sessions"].list.map { $0["date"] } == ["2020-02-11", "2020-02-25"])
        #expect(
            plan["skipped"] == [
                ["date": "2020-02-18", "reason": "schoolBreak", "name": "sportlov"]
            ])
        let more = try world.shell.json(
            "session", "plan", "--group", "Arabiska B", "--first", "2020-04-10", "--weekday",
            "friday", "--start", "9.00", "--end", "11:00", "--count", "1")
        #expect(more["skipped"][0]["reason"] == "goodFriday")
        #expect(more["sessions"][0]["groups"][0]["number"] == 3)
        #expect(more["sessions"][0]["start"] == "09:00")
    }

    @Test func `a trial plans nothing`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let plan = try world.shell.json(
            "session", "plan", "--group", "Arabiska A", "Arabiska B", "--first",
            "2020-03-03", "--dry-run")
        #expect(plan["dryRun"] == true)
        #expect(plan["operation"] == nil)
        #expect(plan["sessions"].list.count == 8)
        #expect(plan["sessions"][0]["groups"].list.count == 2)
        #expect(try world.shell.json("session", "list")["sessions"].list.count == 3)
    }

    @Test func `sessions are listed within a group, a round and days`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let all = try world.shell.json("session", "list", "--round", "2020-spring")
        #expect(
            all["sessions"].list.map { $0["date"] }
                == ["2020-02-04", "2020-02-11", "2020-02-18"])
        #expect(all["sessions"].list.allSatisfy { $0["status"] == "notTaken" })
        #expect(all["sessions"].list.allSatisfy { $0["expected"] == 2 })
        let some = try world.shell.json(
            "session", "list", "--group", "Arabiska A", "--from", "2020-02-05", "--through",
            "2020-02-11")
        #expect(some["sessions"].list.map { $0["date"] } == ["2020-02-11"])
        let none = try world.shell.json("session", "list", "--group", "Arabiska B")
        #expect(none["sessions"] == [])
    }

    @Test func `a moved session keeps its id and its number`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let before = try world.shell.json("session", "list")["sessions"][1]
        let moved = try world.shell.json(
            "session", "move", "Arabiska A/2", "--to", "2020-02-13", "--start", "18:00")
        #expect(moved["kind"] == "moveSession")
        let after = try world.shell.json("session", "list")["sessions"][1]
        #expect(after["id"] == before["id"])
        #expect(after["groups"] == before["groups"])
        #expect(after["date"] == "2020-02-13")
        #expect(after["start"] == "18:00")
        #expect(after["end"] == "20:00")
    }

    @Test func `a session is called off before its start, and not held after it`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        #expect(
            try world.shell.failure("session", "cancel", "Arabiska A/1")
                == ["73", "conflict", "alreadyBegun"])
        let said = try world.shell.json(
            "session", "not-held", "Arabiska A/1", "--reason", "Ledaren var sjuk")
        #expect(said["outcome"] == "accepted")
        _ = try world.shell.text(
            "session", "plan", "--group", "Arabiska B", "--first", "2098-02-04", "--count",
            "1")
        let cancelled = try world.shell.json(
            "session", "cancel", "Arabiska B/1", "--reason", "Lokalen är stängd")
        #expect(cancelled["kind"] == "cancelSession")
        let states = try world.shell.json("session", "list")["sessions"].list
        #expect(
            states.map { $0["status"] }
                == ["notHeld", "notTaken", "notTaken", "cancelled"])
    }

    @Test func `a session that is not there is told from a word that is no id`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        #expect(
            try world.shell.failure("session", "move", "Arabiska A/9", "--to", "2020-02-13")
                == ["66", "notFound", "unknownSession"])
        #expect(
            try world.shell.failure("session", "move", "tisdag", "--to", "2020-02-13")
                == ["65", "invalid", "malformedID"])
        #expect(
            try world.shell.failure(
                "session", "move", "0000000000000", "--to", "2020-02-13")
                == ["66", "notFound", "unknown.session"])
    }

    @Test func `a substitute is named by user or id, for seven days unless told`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let named = try world.shell.json("session", "substitute", "Arabiska A/1", "anna")
        #expect(named["from"] == "2020-02-04")
        #expect(named["until"] == "2020-02-11")
        let again = try world.shell.json(
            "session", "substitute", "Arabiska A/2", named["person"].text, "--days", "0",
            "--role", "interpreter")
        #expect(again["until"] == "2020-02-11")
        #expect(again["role"] == "interpreter")
        #expect(
            try world.shell.failure("session", "substitute", "Arabiska A/1", "nobody")
                == ["66", "notFound", "unknownUser"])
        #expect(
            try world.shell.failure(
                "session", "substitute", "Arabiska A/1", "anna", "--days", "61")
                == ["65", "invalid", "substituteDays"])
    }
}
