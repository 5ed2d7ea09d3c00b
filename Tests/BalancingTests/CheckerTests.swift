import Balancing
import Courses
import Testing

@Suite struct CheckerTests {
    private static let problem = Problem(
        groups: [.sample("g", max: 1), .sample("h", [.somali])],
        parties: [.sample("a"), .sample("b").with { $0.currentGroup = "g" }])

    private func violations(_ change: (inout Claims) -> Void) throws -> [Violation] {
        var claims = Claims(try Balancer().propose(Self.problem))
        change(&claims)
        return Checker.violations(of: claims, in: Self.problem)
    }

    @Test func `a right proposal holds`() throws {
        #expect(try violations { _ in } == [])
    }

    @Test func `each kind of mistake is found`() throws {
        #expect(
            try violations { $0.placements[0].group = "h" }.contains(
                .rule(.language, party: "b", group: "h")))
        #expect(
            try violations { $0.placements.append(("a", "g")) }.contains(
                .rule(.full, party: "a", group: "g")))
        #expect(try violations { $0.placements = [] }.contains(.lostPlace(party: "b", group: "g")))
        #expect(try violations { $0.placements = [] }.contains(.unaccounted("b")))
        #expect(try violations { $0.placements.append(("b", "g")) }.contains(.placedTwice("b")))
        #expect(try violations { $0.placements.append(("z", "g")) }.contains(.unknownParty("z")))
        #expect(
            try violations { $0.groups = [("g", 7)] }
                == [.size(group: "g", claimed: 7, actual: 1)])
        #expect(
            try violations { $0.levels = [] }.contains(.levelMissing("even")))
        #expect(
            try violations { $0.kept = [("b", "g", "full")] }
                == [.wronglyReported(party: "b", group: "g")])
    }

    @Test func `a level's figures are held against each other`() throws {
        let better = try violations { claims in
            claims.levels = claims.levels?.map { level in
                guard level.name == "waiting" else { return level }
                return .init(
                    name: level.name, value: .whole(5), bound: .whole(3), optimal: true)
            }
        }
        #expect(
            better == [
                .level("waiting", claimed: .whole(5), actual: .whole(0)), .bound("waiting"),
                .optimal("waiting"),
            ])
    }
}
