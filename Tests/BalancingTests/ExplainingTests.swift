import Balancing
import Courses
import Testing

@Suite struct ExplainingTests {
    private func remedy(_ group: Problem.Group, _ party: Problem.Party) throws -> Remedy? {
        try Balancer().propose(Problem(groups: [group], parties: [party])).unplaced.first?.remedy
    }

    @Test func `the smallest change that would give a place is found`() throws {
        #expect(
            try remedy(.sample("g", max: 1), .sample("p", size: 2)) == .chair(group: "g", count: 1))
        #expect(
            try remedy(.sample("g", slot: "tue"), .sample("p").with { $0.slots = ["mon"] })
                == .slot("tue", group: "g"))
        #expect(
            try remedy(.sample("g"), .sample("p").with { $0.childcare = 2 })
                == .childcare(group: "g", count: 2))
        #expect(
            try remedy(.sample("g", [.somali]), .sample("p"))
                == .group(languages: ["ar"], slot: nil, joining: 1))
        var interpreted = Problem.Group.sample("g", [.swedish])
        interpreted.interpretedInto = [.arabic]
        #expect(try remedy(interpreted, .sample("p")) == .interpreter(group: "g"))
    }

    @Test func `one chair is enough where somebody else moves over for it`() throws {
        let problem = Problem(
            groups: [.sample("so", [.somali], max: 2), .sample("ar", max: 2)],
            parties: [
                .sample("able", [.somali, .arabic]).with { $0.priority = 1 },
                .sample("one", [.somali]).with { $0.priority = 1 },
                .sample("couple", [.somali], size: 2),
            ])
        let proposal = try Balancer().propose(problem)
        #expect(proposal.places == ["able": "so", "one": "so"])
        #expect(proposal.unplaced.map(\.remedy) == [.chair(group: "so", count: 1)])
    }

    @Test func `a new group says how many would join, at the time that most can`() throws {
        let problem = Problem(
            groups: [.sample("g", [.somali], max: 3, slot: "mon")],
            parties: [
                .sample("a").with { $0.slots = ["tue", "wed"] },
                .sample("b").with { $0.slots = ["wed"] },
                .sample("c", size: 2).with { $0.slots = ["wed"] },
            ])
        #expect(
            try Balancer().propose(problem).unplaced.map(\.remedy)
                == Array(
                    repeating: .group(languages: ["ar"], slot: "wed", joining: 3), count: 3))
    }

    @Test func `each rule in the way is counted over the groups`() throws {
        var closed = Problem.Group.sample("closed", max: 9)
        closed.closed = true
        let problem = Problem(
            groups: [closed, .sample("full", max: 0), .sample("somali", [.somali])],
            parties: [.sample("p")])
        #expect(
            try Balancer().propose(problem).unplaced.first?.blockers == [
                .init(code: .language, groups: 1), .init(code: .full, groups: 1),
                .init(code: .closed, groups: 1),
            ])
    }

    @Test func `a reason is the first level at which every other group was worse`() throws {
        let problem = Problem(
            groups: [
                .sample("ar", max: 9), .sample("so", [.somali], max: 9),
                .sample("ti", [.tigrinya], max: 9),
            ],
            parties: [
                .sample("ranked", [.arabic, .somali]), .sample("only", [.tigrinya]),
                .sample("locked", [.somali, .arabic]).with { $0.lockedTo = "ar" },
            ])
        let reasons = try Balancer().propose(problem).placements.map {
            "\($0.party) \($0.reason.code)"
        }
        #expect(reasons == ["locked lock", "only onlyFit", "ranked rank"])
    }
}
