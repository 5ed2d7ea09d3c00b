import Courses
import Desk
import Testing

/// The plan that a group opened by a split gets.
@Suite struct SplitPlanTests {
    private func split(
        _ world: TestWorld, on date: String, slot: Slot?
    ) async throws -> [Session] {
        let salma = try await world.member("Salma", of: world.arabic)
        let split = try await world.desk.split(
            SplitRequest(
                people: [salma], group: world.arabic.id,
                target: .new(
                    NewGroup(
                        name: "Arabiska 2", round: "2020-spring", languages: [.arabic],
                        maximum: 4, slot: slot)),
                on: day(date), copiesPlan: true), as: world.office)
        return split.sessions.map(\.session)
    }

    private func monday() throws -> Slot {
        try #require(Slot(weekday: .monday, start: clock("10:00"), end: clock("12:00")))
    }

    @Test func `a split on a session's day loses no week, though the new slot is past`()
        async throws
    {
        let world = try await TestWorld()
        for (number, date) in [(2, "2020-01-14"), (3, "2020-01-21")] {
            _ = try await world.session(world.arabic, on: date, number: number)
        }
        let copied = try await split(world, on: "2020-01-14", slot: try monday())
        #expect(copied.map(\.date) == [day("2020-01-14"), day("2020-01-20")])
        #expect(copied.flatMap(\.groups).map(\.number) == [2, 3])
        #expect(copied.map(\.start) == [clock("17:30"), clock("10:00")])
    }

    @Test func `a slot that is past on the very day is not taken`() async throws {
        let world = try await TestWorld()
        _ = try await world.session(world.arabic, on: "2020-01-06", number: 1)
        world.time.turn(to: "2020-01-06T12:00:00Z")
        let copied = try await split(world, on: "2020-01-06", slot: try monday())
        #expect(copied.map(\.date) == [day("2020-01-06")])
        #expect(copied.map(\.start) == [clock("17:30")])
    }

    @Test func `in a week with two sessions neither falls on the other`() async throws {
        let world = try await TestWorld()
        for (number, date) in [(2, "2020-01-14"), (3, "2020-01-16")] {
            _ = try await world.session(world.arabic, on: date, number: number)
        }
        let copied = try await split(world, on: "2020-01-10", slot: try monday())
        #expect(copied.map(\.date) == [day("2020-01-14"), day("2020-01-16")])
    }
}
