import Balancing
import Courses
import Testing

@Suite struct RuleTests {
    @Test func `nobody loses a place to somebody of higher priority, unless unlocked`() throws {
        let problem = Problem(
            groups: [.sample("g", max: 1)],
            parties: [
                .sample("old").with { $0.currentGroup = "g" },
                .sample("new").with { $0.priority = 9 },
            ])
        #expect(try Balancer().propose(problem).places == ["old": "g"])
        var unlocked = problem
        unlocked.parties[0].unlocked = true
        #expect(try Balancer().propose(unlocked).places == ["new": "g"])
    }

    @Test func `somebody is moved when that makes room for one more`() throws {
        let problem = Problem(
            groups: [.sample("a", max: 1), .sample("b", [.arabic, .somali], max: 1)],
            parties: [
                .sample("old").with { $0.currentGroup = "b" }, .sample("new", [.somali]),
            ])
        let proposal = try Balancer().propose(problem)
        #expect(proposal.places == ["old": "a", "new": "b"])
        #expect(proposal.value("moved") == .whole(1))
        let unmoved = try Balancer(order: .fewestMoves).propose(problem)
        #expect(unmoved.places == ["old": "b"])
        #expect(unmoved.levels.map(\.name).first == "moved")
    }

    @Test func `a present placement that breaks a rule is kept and reported`() throws {
        var problem = Problem(
            groups: [.sample("g", [.somali], max: 1), .sample("h", max: 9)],
            parties: [
                .sample("a").with { $0.currentGroup = "g" },
                .sample("b", [.somali]).with { $0.currentGroup = "g" },
            ])
        let proposal = try Balancer().propose(problem)
        #expect(proposal.places == ["a": "g", "b": "g"])
        #expect(
            proposal.kept == [
                .init(party: "a", group: "g", brokenRule: .language),
                .init(party: "b", group: "g", brokenRule: .full),
            ])
        #expect(proposal.placements.map(\.reason) == [.kept, .kept])
        problem.parties[0].unlocked = true
        #expect(try Balancer().propose(problem).places == ["a": "h", "b": "g"])
    }

    @Test func `people take part in at most two of a group's languages`() throws {
        let problem = Problem(
            groups: [.sample("g", [.arabic, .somali, .tigrinya], max: 9)],
            parties: [
                .sample("a", [.arabic]), .sample("s", [.somali]), .sample("t", [.tigrinya]),
            ])
        #expect(try Balancer().propose(problem).value("placed:0") == .whole(2))
    }

    @Test func `those who wait longest go first, each person counted`() throws {
        let problem = Problem(
            groups: [.sample("g", max: 2)],
            parties: [
                .sample("couple", size: 2).with { $0.waitingDays = 10 },
                .sample("one").with { $0.waitingDays = 12 },
                .sample("two").with { $0.waitingDays = 7 },
            ])
        let proposal = try Balancer().propose(problem)
        #expect(proposal.places == ["couple": "g"])
        #expect(proposal.value("waiting") == .whole(20))
    }

    @Test func `a group without a slot meets whenever, and no slots mean any`() throws {
        let problem = Problem(
            groups: [.sample("any", max: 1), .sample("tue", max: 1, slot: "tue")],
            parties: [
                .sample("mon").with { $0.slots = ["mon"] }, .sample("whenever"),
            ])
        #expect(try Balancer().propose(problem).places == ["mon": "any", "whenever": "tue"])
    }

    @Test func `even groups are compared as exact fractions`() throws {
        let problem = Problem(
            groups: [.sample("a", max: 3), .sample("b", max: 7)],
            parties: (0..<4).map { .sample("p\($0)") })
        let proposal = try Balancer().propose(problem)
        #expect(proposal.groups.map(\.size) == [1, 3])
        #expect(proposal.value("even").map { "\($0)" } == "fraction(34/21)")
        #expect(proposal.levels.map(\.optimal).contains(false) == false)
    }

    @Test func `a time limit that has struck gives a valid proposal that says so`() throws {
        let problem = RandomProblem.make(seed: 4)
        let balancer = try Balancer(deadline: Deadline(seconds: 0) { 0 })
        let proposal = balancer.propose(problem)
        #expect(proposal.stoppedEarly)
        #expect(Checker.violations(of: Claims(proposal), in: problem) == [])
    }
}
