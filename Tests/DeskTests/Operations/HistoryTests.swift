import Courses
import Desk
import Testing

@Suite struct HistoryTests {
    @Test func `a round's history tells who did what, why, and what was undone`() async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let amal = try await world.person("Amal")
        let applied = try await desk.apply(
            NewApplication(people: [amal], round: "2020-spring"), as: office)
        world.time.turn(to: "2020-01-06T09:00:00Z")
        let placed = try await desk.place(
            PlaceRequest(
                people: [amal], group: world.arabic.id, from: day("2020-01-07"),
                reason: "Väntat länge"), as: office)
        let moved = try await desk.transfer(
            amal, to: world.somali.id, on: day("2020-01-09"), as: office)
        let undone = try await desk.undo(moved.id, as: office)
        let history = try await desk.history(of: "2020-spring", as: office)
        #expect(history.entries.map(\.id) == [applied.id, placed.id, moved.id, undone.id])
        #expect(history.entries.map(\.kind) == [.apply, .place, .transfer, .undo])
        #expect(history.entries.map(\.people) == Array(repeating: [amal], count: 4))
        #expect(history.entries[1].reason.text == "Väntat länge")
        #expect(history.entries[1].at == moment("2020-01-06T09:00:00Z"))
        #expect(history.entries[2].undoneBy == undone.id)
        #expect(history.entries[3].undoes == moved.id)
        let flows = history.entries[2].groups
        #expect(
            Set(flows.map { "\($0.name) +\($0.joined) -\($0.left)" })
                == ["Somaliska +1 -0", "Arabiska +0 -1"])
        #expect(history.names[amal]?.primary == "Amal")
        let since = try await desk.history(of: "2020-spring", since: moved.id, as: office)
        #expect(since.entries.map(\.id) == [undone.id])
    }

    @Test func `the history shows a protected person by their alias`() async throws {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        try await world.desk.protect(amal, level: .sekretessmarkering, as: world.office)
        let history = try await world.desk.history(of: "2020-spring", as: world.office)
        #expect(history.names[amal]?.alias != nil)
        #expect(history.names[amal]?.latin == nil)
    }
}
