import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

struct SubstituteTests {
    private static func world() async throws -> TestWorld {
        let world = try await TestWorld.make()
        try await world.addUser("anna", .administrator, scope: .organisation)
        try await world.addUser("nadia", scope: .group(world.other.id))
        return world
    }

    private static func person(_ user: String, _ world: TestWorld) async throws -> Person.ID {
        let accounts = try await world.desk.accounts(as: .commandOperator)
        return try #require(accounts.first { $0.userName == user }).person
    }

    @Test func `a substitute has the right to one session, from its day, for the days given`()
        async throws
    {
        let world = try await Self.world()
        let session = world.sessions[2]
        let address = "/sessions/\(session.id)"
        let nadia = try await Self.person("nadia", world)
        try await world.visit(as: "anna") { browser in
            let answer = try await browser.submit(address, to: address + "/substitute") { form in
                form["person"] = nadia.description
                form["days"] = "2"
            }
            #expect(answer.location == address + "?saved=1")
            #expect(try await browser.get(address).body.contains("Vikarie</small>"))
        }
        for (day, status) in [(-1, false), (0, true), (2, true), (3, false)] {
            world.time.set(
                WallClock.instant(session.date.adding(days: day), TestWorld.clock("20:00")))
            try await world.visit(as: "nadia") { browser in
                let page = try await browser.get(address)
                #expect((page.status == .ok) == status, "\(day)")
                let list = try await browser.get("/sessions").body
                #expect(list.contains(session.id.description) == status, "\(day)")
                let other = "/sessions/\(world.sessions[1].id)"
                #expect(try await browser.get(other).status == .forbidden)
            }
        }
    }

    @Test func `the right follows a session that moves, and comes back with it`() async throws {
        let world = try await Self.world()
        let session = world.sessions[2]
        let nadia = try await Self.person("nadia", world)
        let grants = { @Sendable in
            try await world.desk.accounts(as: .commandOperator)
                .first { $0.person == nadia }?.grants
                .filter { $0.scope == .session(session.id) }.map { [$0.from, $0.until] }
        }
        try await world.desk.substitute(nadia, at: session.id, days: 2, as: .commandOperator)
        // One that is not about the session's day stays as it is.
        let long = Grant(
            role: .leader, scope: .session(session.id), from: session.date.adding(days: -9),
            until: nil)
        try await world.desk.grant(long, to: "nadia", as: .commandOperator)
        let before = try await grants()
        #expect(
            before == [[session.date, session.date.adding(days: 2)], [long.from, nil]])
        let moved = try await world.desk.moveSession(
            session.id, to: session.date.adding(days: 9), as: .commandOperator)
        #expect(
            try await grants()
                == [
                    [session.date.adding(days: 9), session.date.adding(days: 11)],
                    [long.from, nil],
                ])
        _ = try await world.desk.undo(moved.id, as: .commandOperator)
        #expect(try await grants() == before)
    }

    @Test func `what a substitute records counts, and they stand as not planned`() async throws {
        let world = try await Self.world()
        let session = world.sessions[1].id
        let nadia = try await Self.person("nadia", world)
        try await world.desk.substitute(nadia, at: session, as: .commandOperator)
        world.time.advance(minutes: 60)
        let address = "/sessions/\(session)"
        try await world.visit(as: "nadia") { browser in
            let answer = try await browser.submit(address) { $0["intent"] = "rest" }
            #expect(answer.location == address + "?saved=3")
            _ = try await browser.submit(address + "/sign-off") { _ in }
        }
        let staff = try await world.desk.register(of: session, as: .commandOperator).day.staff
        #expect(staff.map(\.person) == [nadia])
        #expect(staff.map(\.wasPlanned) == [false])
        #expect(staff.map(\.wasThere) == [true])
    }

    @Test func `only an administrator names substitutes, and for sixty days at most`()
        async throws
    {
        let world = try await Self.world()
        try await world.addUser("sara")
        let address = "/sessions/\(world.sessions[1].id)"
        let nadia = try await Self.person("nadia", world)
        try await world.visit(as: "sara") { browser in
            let page = try await browser.get(address).body
            #expect(!page.contains("/substitute"))
            let answer = try await browser.submit(address, to: address + "/substitute") { form in
                form["person"] = nadia.description
                form["days"] = "7"
            }
            #expect(answer.status == .forbidden)
        }
        try await world.visit(as: "anna") { browser in
            let answer = try await browser.submit(address, to: address + "/substitute") {
                $0["days"] = "61"
            }
            #expect(answer.status == .unprocessableContent)
            #expect(answer.body.contains("Ange mellan 0 och 60 dagar."))
        }
    }
}
