import Testing

@Suite struct EnrolmentTests {
    private func standings(_ shell: Shell, _ options: String...) throws -> [String: String] {
        let outcome = try shell.run(
            ["enrolment", "list", "--round", "2020-spring", "--json"] + options)
        let rows = try outcome.json()["enrolments"].list
        return Dictionary(
            rows.map { ($0["person"].text, $0["standing"].text) }, uniquingKeysWith: { a, _ in a })
    }

    @Test func `somebody is offered a place, accepts it and is on the list`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let offer = [
            "enrolment", "offer", world.hodan, "--group", "Arabiska B", "--until", "2098-01-10",
            "--in-spite-of-rules", "--reason", "Förstår arabiska",
        ]
        let trial = try shell.run(offer + ["--dry-run", "--json"]).json()
        #expect(trial["groups"][0]["offered"] == 1)
        #expect(try standings(shell)[world.hodan] == "applied")
        let real = try shell.run(
            offer + ["--basis", trial["basis"].text, "--text", "--json"]
        ).json()
        #expect(real["letters"][0]["language"] == "so")
        #expect(real["letters"][0]["text"].text.contains("Hodan Warsame"))
        #expect(try standings(shell, "--unplaced").isEmpty)
        let accepted = try shell.json(
            "enrolment", "accept", world.hodan, "--round", "2020-spring")
        #expect(accepted["kind"] == "accept")
        #expect(accepted["groups"][0]["after"] == 1)
        #expect(try standings(shell)[world.hodan] == "placed")
    }

    @Test func `an application has its wishes, the waiting list its priority and its reason`()
        async throws
    {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let omar = try shell.json(
            "participant", "add", "--name", "Omar", "--course-language", "ar")["id"].text
        _ = try shell.json(
            "enrolment", "apply", omar, "--round", "2020-spring", "--languages", "so", "ar",
            "--slot", "tuesday@17:30-19:30", "wednesday", "--no-interpreter-ok", "--childcare",
            "2")
        _ = try shell.json(
            "enrolment", "waitlist", omar, "--round", "2020-spring", "--priority", "2")
        #expect(
            try shell.failure(
                "enrolment", "waitlist", omar, "--round", "2020-spring", "--priority", "3")
                == ["65", "invalid", "reasonNeeded"])
        _ = try shell.json(
            "enrolment", "priority", omar, "--round", "2020-spring", "--priority", "3",
            "--reason", "Barn i förskola")
        let row = try shell.json("enrolment", "list", "--round", "2020-spring", "--waiting")[
            "enrolments"
        ].list.first { $0["person"].text == omar }
        #expect(row?["standing"] == "waitlisted")
        #expect(row?["priority"] == 3)
        #expect(row?["languages"] == ["so", "ar"])
        #expect(row?["childcare"] == 2)
        #expect(
            row?["wishes"]["slots"] == [
                ["weekday": "tuesday", "start": "17:30", "end": "19:30"],
                ["weekday": "wednesday", "start": nil, "end": nil],
            ])
    }

    @Test func `a step that can't be taken says what to do first`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        #expect(
            try shell.failure("enrolment", "accept", world.hodan, "--round", "2020-spring")
                == ["73", "conflict", "notOffered"])
        #expect(
            try shell.failure("enrolment", "apply", world.amina, "--round", "2020-spring")
                == ["73", "conflict", "stepImpossible"])
        #expect(
            try shell.failure(
                "enrolment", "offer", world.hodan, "--group", "Arabiska B", "--until",
                "2020-01-01") == ["65", "invalid", "lastDayPast"])
        let withdrawn = try shell.json(
            "enrolment", "withdraw", world.hodan, "--round", "2020-spring", "--reason", "Arbete")
        #expect(withdrawn["kind"] == "withdraw")
        #expect(try standings(shell)[world.hodan] == "withdrawn")
    }
}
