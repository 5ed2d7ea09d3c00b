import Foundation
import Testing

@Suite struct DemoTests {
    @Test func `the demo tells who can sign in, and its figures are those of the course`() throws {
        let shell = try Shell()
        defer { shell.remove() }
        let demo = try shell.json("demo", "--no-serve")
        #expect(demo["database"] == "samsprak-demo.sqlite")
        #expect(demo["startsAt"] == "2020-04-21T15:00:00.000Z")
        #expect(demo["users"].list.contains { $0["roles"].list.contains("leader") })
        let figures = try shell.json("statistics", "--database", "samsprak-demo.sqlite")
        #expect(figures["rows"].list.map { $0["uniqueParticipants"] } == [63, 54, 46])
        #expect(figures["rows"].list.map { $0["completed"] } == [60, 50, 0])
        #expect(figures["total"]["uniqueParticipants"] == 156)
        let again = try shell.json("demo", "--no-serve", "--today", "2020-04-28")
        #expect(again["startsAt"] == "2020-04-28T15:00:00.000Z")
        #expect(again["users"] == demo["users"])
    }

    @Test func `a database that is no demo is left alone`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        #expect(
            try world.shell.failure("demo", "--no-serve", "--database", "samsprak.sqlite")
                == ["73", "conflict", "notADemo"])
    }
}
