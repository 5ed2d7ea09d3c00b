import Foundation
import Testing

@Suite struct BalanceTests {
    private static let problem = """
        {"version": 1,
         "groups": [{"id": "tis", "languages": ["ar"], "interpretedInto": [], "min": 1, "max": 2,
                     "slot": "tue", "childcarePlaces": 0, "openTo": "all", "closed": false},
                    {"id": "ons", "languages": ["so"], "interpretedInto": [], "min": 1, "max": 4,
                     "slot": "wed", "childcarePlaces": 0, "openTo": "all", "closed": true}],
         "parties": [{"id": "par", "members": [
                        {"id": "a", "languages": ["ar"], "gender": "woman"},
                        {"id": "b", "languages": ["so", "ar"], "gender": "man"}],
                      "interpreterOk": false, "slots": ["tue"], "childcare": 0,
                      "waitingDays": 9, "priority": 1, "unlocked": false},
                     {"id": "ensam", "members": [
                        {"id": "c", "languages": ["ar"], "gender": "unknown"}],
                      "interpreterOk": false, "slots": [], "childcare": 0,
                      "waitingDays": 4, "priority": 0, "lockedTo": "ons", "unlocked": false}],
         "apart": []}
        """

    @Test func `a proposal has the format's fields, and the checker agrees`() throws {
        let shell = try Shell()
        defer { shell.remove() }
        let solved = try shell.run(["balance", "solve", "-", "--json"], input: Self.problem)
        #expect(solved.status == 0)
        let proposal = try solved.json()
        #expect(proposal["version"] == 1)
        #expect(
            proposal["placements"] == [["party": "par", "group": "tis", "reason": "onlyFit"]])
        #expect(proposal["groups"] == [["id": "ons", "size": 0], ["id": "tis", "size": 2]])
        #expect(
            proposal["contradictions"] == [
                ["code": "lockIntoClosed", "parties": ["ensam"], "group": "ons"]
            ])
        let even: JSONValue = ["name": "even", "value": "2/1", "bound": "2/1", "optimal": true]
        #expect(proposal["levels"].list.last == even)
        try Data(Self.problem.utf8).write(to: shell.folder.appending(path: "problem.json"))
        try Data(solved.output.utf8).write(to: shell.folder.appending(path: "proposal.json"))
        #expect(
            try shell.json("balance", "check", "problem.json", "proposal.json")["ok"] == true)
        let tampered = solved.output.replacing("\"tis\"", with: "\"ons\"")
        try Data(tampered.utf8).write(to: shell.folder.appending(path: "proposal.json"))
        #expect(
            try shell.run(["balance", "check", "problem.json", "proposal.json"]).status == 73)
    }

    @Test(arguments: ["sv", "en", "ar", "so", "fa-AF", "ti", "ckb", "ku"])
    func `a proposal is worded in every language`(_ language: String) throws {
        let shell = try Shell()
        defer { shell.remove() }
        let solved = try shell.run(
            ["balance", "solve", "-", "--language", language], input: Self.problem)
        #expect(solved.status == 0)
        #expect(solved.errors.isEmpty)
        #expect(solved.output.contains("tis"))
        #expect(!solved.output.contains("command.balance"))
    }

    @Test func `broken JSON is refused with line and path, another order is obeyed`() throws {
        let shell = try Shell()
        defer { shell.remove() }
        let broken = try shell.run(
            ["balance", "solve", "-", "--language", "en"], input: "{\"version\": 1,\n\"groups\" []}"
        )
        #expect(broken.status == 65)
        #expect(broken.errors.contains("Line 2, character 10, groups"))
        let fewest = try shell.run(
            ["balance", "solve", "-", "--order", "fewest-moves", "--json"], input: Self.problem)
        #expect(try fewest.json()["levels"].list.first?["name"] == "moved")
        #expect(
            try shell.run(["balance", "solve", "-", "--order", "best"], input: "").status == 64)
    }
}
