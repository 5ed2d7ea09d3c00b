import Testing

@Suite struct BalanceRoundTests {
    @Test func `a round is balanced from its own people, applied, and undone`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let omar = try shell.json(
            "participant", "add", "--round", "2020-spring", "--name", "Omar", "--course-language",
            "ar")["id"].text
        let proposed = try shell.json("balance", "propose", "2020-spring")
        let places = proposed["placements"].list
        #expect(places.map { $0["party"].text }.contains(omar))
        #expect(proposed["unplaced"].list.map { $0["party"] } == [.string(world.hodan)])
        let text = try shell.text("balance", "propose", "2020-spring")
        #expect(text.contains("Omar") && text.contains("Arabiska B"))
        let locked = try shell.json(
            "balance", "apply", "2020-spring", "--lock", "\(omar)=Arabiska B", "--only", omar,
            "--basis", proposed["basis"].text)
        #expect(locked["kind"] == "balance" && locked["people"] == [.string(omar)])
        #expect(locked["groups"].list.map { $0["name"] } == ["Arabiska B"])
        #expect(
            try shell.failure(
                "balance", "apply", "2020-spring", "--only", omar, "--basis",
                proposed["basis"].text) == ["65", "invalid", "nobodyNamed"])
        _ = try shell.json("undo", locked["operation"].text)
    }
}
