import Testing

@Suite struct PersonMergeTests {
    @Test func `two people are made one, tried out first, and undone`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let twin = try shell.json(
            "participant", "add", "--name", "Aminah Hadad", "--external-id", "X-17", "--round",
            "2020-spring")["id"].text
        let merge = ["person", "merge", world.amina, twin, "--reason", "samma person"]
        let trial = try shell.run(merge + ["--dry-run", "--json"]).json()
        #expect(trial["operation"] == nil && trial["kept"].text == world.amina)
        #expect(trial["joined"].list == ["Våren 2020"] && trial["externalIDs"] == 1)
        #expect(try shell.json("person", "find", "Aminah Hadad")["people"].list.count == 2)
        let done = try shell.run(merge + ["--json"]).json()
        let found = try shell.json("person", "find", "X-17")["people"].list
        #expect(found.map { $0["id"].text } == [world.amina])
        #expect(try shell.failure("person", "merge", world.amina, twin).last == "mergeObstacles")
        let undone = try shell.json("undo", done["operation"].text)
        #expect(undone["undone"] == done["operation"])
        #expect(try shell.json("person", "find", "X-17")["people"][0]["id"].text == twin)
        #expect(try shell.json("doctor")["ok"] == true)
        let text = try shell.text(
            "person", "merge", world.amina, twin, "--dry-run", "--language", "en")
        #expect(text.contains("The two entries are now one person"))
        #expect(text.contains("may no longer be possible to undo"))
    }

    @Test func `what stands in the way is named, each by itself`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let outcome = try world.shell.run([
            "person", "merge", world.amina, world.yusuf, "--json", "--language", "en",
        ])
        let error = try outcome.errorJSON()["error"]
        #expect(outcome.status == 73 && error["code"] == "mergeObstacles")
        #expect(
            error["details"].list.map(\.text) == [
                "Both have a place or an offer in Våren 2020. End one of them first."
            ])
    }

    @Test func `whoever waits to be matched is listed, and two can be said not to be one`()
        async throws
    {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        #expect(try shell.json("person", "unmatched")["unmatched"].list.isEmpty)
        #expect(try shell.failure("person", "keep", world.amina).last == "notUnmatched")
        let twin = try shell.json("participant", "add", "--name", "Aminah Haddad")["id"].text
        let pair = { try shell.json("person", "duplicates")["duplicates"].list.count }
        #expect(try pair() == 1)
        _ = try shell.text("person", "distinct", world.amina, twin)
        #expect(try pair() == 0)
        #expect(try shell.failure("person", "merge", world.amina, twin).last == "mergeObstacles")
        _ = try shell.text("person", "distinct", twin, world.amina, "--end")
        #expect(try pair() == 1)
    }
}
