import Balancing
import Courses
import Testing

@Suite struct ContradictionTests {
    /// Everything at once, and one party that nothing is wrong with.
    private static let problem = Problem(
        groups: [
            .sample("open", max: 9), .sample("twice"), .sample("twice"),
            .sample("upside-down", min: 9, max: 3),
            Problem.Group(id: "closed", languages: [.arabic], max: 9, closed: true),
            .sample("small", max: 1), .sample("somali", [.somali]),
        ],
        parties: [
            .sample("well"), .sample("same"), .sample("same"),
            .sample("nobody", size: 0),
            .sample("to-closed").with { $0.lockedTo = "closed" },
            .sample("to-full-1").with { $0.lockedTo = "small" },
            .sample("to-full-2").with { $0.lockedTo = "small" },
            .sample("to-nowhere").with { $0.lockedTo = "nowhere" },
            .sample("to-somali").with { $0.lockedTo = "somali" },
            .sample("from-nowhere").with { $0.currentGroup = "nowhere" },
            .sample("torn"),
            .sample("couple", size: 2).with {
                $0.members[0].slots = ["mon"]
                $0.members[1].slots = ["tue"]
            },
        ],
        apart: [Problem.Apart("torn", "torn"), Problem.Apart("well", "stranger")])

    @Test func `all that contradicts itself is named, and everything else is placed`() throws {
        let proposal = try Balancer().propose(Self.problem)
        #expect(
            Set(proposal.contradictions) == [
                .duplicateGroup("twice"), .duplicateParty("same"), .nobodyInParty("nobody"),
                .minAboveMax(group: "upside-down"),
                .lockIntoClosed(party: "to-closed", group: "closed"),
                .lockIntoFull(party: "to-full-2", group: "small"),
                .unknownLock(party: "to-nowhere", group: "nowhere"),
                .lockAgainstRule(party: "to-somali", group: "somali", rule: .language),
                .unknownCurrentGroup(party: "from-nowhere", group: "nowhere"),
                .togetherAndApart(party: "torn"), .unknownApart(party: "stranger"),
                .noCommonSlot(party: "couple"),
            ])
        #expect(proposal.places["well"] == "open")
        #expect(proposal.places["to-full-1"] == "small")
        #expect(Checker.violations(of: Claims(proposal), in: Self.problem) == [])
    }

    @Test func `somebody in two parties is in neither`() throws {
        let problem = Problem(
            groups: [.sample("g")],
            parties: [
                Problem.Party(
                    id: "a", members: [Problem.Member(id: "m", languages: [.arabic])]),
                Problem.Party(
                    id: "b", members: [Problem.Member(id: "m", languages: [.arabic])]),
                .sample("c"),
            ])
        let proposal = try Balancer().propose(problem)
        #expect(proposal.contradictions == [.duplicateMember("m", parties: ["a", "b"])])
        #expect(proposal.places == ["c": "g"])
    }

    @Test func `two who must not meet, locked into one group, are named`() throws {
        let problem = Problem(
            groups: [.sample("g")],
            parties: ["a", "b"].map { Problem.Party.sample($0).with { $0.lockedTo = "g" } },
            apart: [Problem.Apart("a", "b")])
        let proposal = try Balancer().propose(problem)
        #expect(
            proposal.contradictions == [
                .lockedTogetherAndApart(first: "a", second: "b", group: "g")
            ])
        #expect(proposal.placements.count == 1)
    }
}
