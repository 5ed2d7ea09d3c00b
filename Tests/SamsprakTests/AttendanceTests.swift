import Testing

@Suite struct AttendanceTests {
    @Test func `unknown is not absent until a mark is made, and again when it is cleared`()
        async throws
    {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let before = try shell.json("attendance", "show", "Arabiska A/1")
        #expect(before["unmarked"] == 2)
        #expect(before["status"] == "notTaken")
        let marked = try shell.json(
            "attendance", "mark", "Arabiska A/1", world.amina, "present", "--late", "١٠")
        #expect(marked["outcome"] == "accepted")
        #expect(marked["value"] == "present")
        #expect(marked["session"] == before["session"])
        let register = try shell.json("attendance", "show", "Arabiska A/1")
        #expect(register["unmarked"] == 1)
        #expect(register["status"] == "taken")
        let row = register["roster"].list.first { $0["person"] == .string(world.amina) }
        #expect(row?["value"] == "present")
        #expect(row?["lateMinutes"] == 10)
        #expect(row?["role"] == "member")
        #expect(row?["version"] == marked["version"])
        _ = try shell.text("attendance", "clear", "Arabiska A/1", world.amina)
        #expect(try shell.json("attendance", "show", "Arabiska A/1")["unmarked"] == 2)
    }

    @Test func `the same again changes nothing and says so`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let mark = ["attendance", "mark", "Arabiska A/1", world.yusuf, "notified", "--json"]
        let first = try world.shell.run(mark).json()
        let second = try world.shell.run(mark).json()
        #expect(second["outcome"] == "merged")
        #expect(second["version"] == first["version"])
    }

    @Test func `what breaks a rule is kept, and the rule is named`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let outcome = try world.shell.run([
            "attendance", "mark", "Arabiska A/1", world.hodan, "present", "--json",
        ])
        #expect(outcome.status == 73)
        #expect(try outcome.json()["outcome"] == "kept")
        #expect(try outcome.json()["reason"] == "notOnRoster")
        let register = try world.shell.json("attendance", "show", "Arabiska A/1")
        #expect(register["waiting"] == 1)
        #expect(register["others"] == [])
        let guest = try world.shell.json(
            "attendance", "mark", "Arabiska A/1", world.hodan, "present", "--role", "guest")
        #expect(guest["outcome"] == "accepted")
        let after = try world.shell.json("attendance", "show", "Arabiska A/1")
        #expect(after["others"][0]["role"] == "guest")
    }

    @Test func `what waits is listed and settled`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        _ = try shell.run(["attendance", "mark", "Arabiska A/1", world.hodan, "present"])
        let waiting = try shell.json("attendance", "waiting")["waiting"]
        #expect(waiting.list.count == 1)
        #expect(waiting[0]["rule"] == "notOnRoster")
        #expect(waiting[0]["canTakeIn"] == false)
        #expect(waiting[0]["canTakeInAsGuest"] == true)
        guard case .string(let act) = waiting[0]["act"] else {
            Issue.record("no id")
            return
        }
        #expect(try shell.text("attendance", "waiting").contains("eller ta in som gäst"))
        let refused = try shell.run(["attendance", "settle", act, "--take-in", "--json"])
        #expect(refused.status == 73)
        #expect(try refused.json()["settled"][0]["rule"] == "notOnRoster")
        let settled = try shell.json("attendance", "settle", act, "--as-guest")
        #expect(settled["settled"][0]["outcome"] == "takenIn")
        #expect(try shell.json("attendance", "waiting")["waiting"] == [])
        let shown = try shell.json("attendance", "show", "Arabiska A/1")
        #expect(shown["others"][0]["role"] == "guest")
    }

    @Test func `after the sign-off a change is a correction with a reason`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        _ = try shell.text("attendance", "mark", "Arabiska A/1", world.amina, "present")
        _ = try shell.text("attendance", "sign-off", "Arabiska A/1")
        let refused = try shell.run([
            "attendance", "mark", "Arabiska A/1", world.amina, "excused", "--json",
        ])
        #expect(refused.status == 73)
        #expect(try refused.json()["reason"] == "signedOff")
        let corrected = try shell.json(
            "attendance", "correct", "Arabiska A/1", world.amina, "excused", "--reason",
            "Läkarbesök")
        #expect(corrected["outcome"] == "accepted")
        let register = try shell.json("attendance", "show", "Arabiska A/1")
        #expect(register["signedOff"] == true)
        #expect(register["roster"].list.contains { $0["value"] == "excused" })
        let text = try shell.text("attendance", "show", "Arabiska A/1", "--language", "en")
        #expect(
            text.contains(
                """
                Corrected after the sign-off: Amina Haddad. The signed list said: present. \
                Reason: Läkarbesök
                """))
    }

    @Test func `a make-up names the session that it stands in for`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        _ = try shell.text(
            "session", "plan", "--group", "Arabiska B", "--first", "2020-02-06", "--weekday",
            "thursday", "--start", "17:30", "--end", "19:30", "--count", "1")
        let made = try shell.json(
            "attendance", "mark", "Arabiska B/1", world.amina, "present", "--make-up-for",
            "Arabiska A/1")
        #expect(made["outcome"] == "accepted")
        let other = try shell.json("attendance", "show", "Arabiska B/1")["others"][0]
        #expect(other["role"] == "makeUp")
        #expect(
            other["makeUpFor"]
                == (try shell.json("attendance", "show", "Arabiska A/1")["session"]))
        #expect(
            try shell.failure(
                "attendance", "mark", "Arabiska B/1", world.amina, "present", "--role",
                "makeUp") == ["65", "invalid", "makeUpWithoutSession"])
        #expect(
            try shell.failure(
                "attendance", "mark", "Arabiska A/1", world.amina, "excused", "--late", "5")
                == ["65", "invalid", "minutesOfAbsent"])
    }

    @Test func `a headcount replaces the one before`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        _ = try shell.text("headcount", "Arabiska A/1", "childcare", "4")
        let changed = try shell.json("headcount", "Arabiska A/1", "childcare", "6")
        #expect(changed["value"] == 6)
        let counts = try shell.json("attendance", "show", "Arabiska A/1")["headcounts"]
        #expect(counts.list.count == 1)
        #expect(counts[0]["count"] == 6)
    }
}
