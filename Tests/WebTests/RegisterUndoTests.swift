import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

struct RegisterUndoTests {
    private static func begun() async throws -> (TestWorld, address: String) {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        world.time.advance(minutes: 60)
        return (world, "/sessions/\(world.sessions[1].id)")
    }

    private static func register(_ world: TestWorld) async throws -> Register {
        try await world.desk.register(of: world.sessions[1].id, as: .commandOperator)
    }

    /// The values of a page's undo buttons, the notice's first.
    private static func undos(_ page: String) -> [String] {
        page.matches(of: /name="undo" value="([^"]*)"/).map { String($0.output.1) }
    }

    @Test func `right after a save one button takes back all of it, and again brings it back`()
        async throws
    {
        let (world, address) = try await Self.begun()
        try await world.visit(as: "sara") { browser in
            _ = try await browser.submit(address) { $0["value.\(world.people[0])"] = "notified" }
            world.time.advance(minutes: 1)
            let saved = try await browser.submit(address) { $0["intent"] = "rest" }
            let page = try await browser.get(try #require(saved.location)).body
            var form = FormFields(page)
            form["undo"] = Self.undos(page).first
            world.time.advance(minutes: 1)
            let undone = try await browser.post(address, form.fields)
            #expect(undone.location == address + "?saved=0&undone=2")
            #expect(try await Self.register(world).unmarked == 2)
            let after = try await browser.get(address + "?saved=0&undone=2").body
            #expect(after.contains("2 ändringar ångrade."))
            form = FormFields(after)
            form["undo"] = Self.undos(after).first
            world.time.advance(minutes: 1)
            _ = try await browser.post(address, form.fields)
            #expect(try await Self.register(world).unmarked == 0)
        }
    }

    @Test func `each of the latest changes can be taken back by itself`() async throws {
        let (world, address) = try await Self.begun()
        try await world.visit(as: "sara") { browser in
            _ = try await browser.submit(address) { form in
                form["value.\(world.people[0])"] = "present"
                form["count.guest,,,"] = "2"
                form["note"] = "Vi började sent"
            }
            let page = try await browser.get(address).body
            #expect(Self.undos(page).count == 3)
            for (index, undo) in Self.undos(page).enumerated() {
                world.time.advance(minutes: 1)
                let answer = try await browser.submit(address) { $0["undo"] = undo }
                #expect(answer.location == address + "?saved=0&undone=1", "\(index)")
            }
            let register = try await Self.register(world)
            #expect(register.unmarked == 3)
            #expect(register.headcounts.map(\.count) == [0])
            #expect(register.note == nil)
        }
    }

    @Test func `undoing somebody added on the spot removes them with their mark`() async throws {
        let (world, address) = try await Self.begun()
        try await world.visit(as: "sara") { browser in
            let saved = try await browser.submit(address) { $0["new.latin"] = "Huda" }
            let page = try await browser.get(try #require(saved.location)).body
            world.time.advance(minutes: 1)
            let undo = try #require(Self.undos(page).first)
            let answer = try await browser.submit(address) { $0["undo"] = undo }
            #expect(answer.location == address + "?saved=0&undone=2")
            #expect(try await world.desk.unmatchedPeople(as: .commandOperator) == [])
            #expect(try await !browser.get(address).body.contains("Huda"))
            #expect(try await Self.register(world).rows.count == 3)
        }
    }

    @Test func `that a meeting did not happen can be taken back, and its reason is shown`()
        async throws
    {
        let (world, address) = try await Self.begun()
        try await world.visit(as: "sara") { browser in
            _ = try await browser.submit(address) { form in
                form["intent"] = "notHeld"
                form["notHeldReason"] = "Lokalen var låst"
            }
            let page = try await browser.get(address).body
            #expect(page.contains("Lokalen var låst"))
            let undo = try #require(Self.undos(page).first)
            world.time.advance(minutes: 1)
            _ = try await browser.submit(address) { $0["undo"] = undo }
            #expect(try await !Self.register(world).session.session.state.isCalledOff)
        }
    }

    @Test func `a signed list has nothing to undo`() async throws {
        let (world, address) = try await Self.begun()
        try await world.visit(as: "sara") { browser in
            _ = try await browser.submit(address) { $0["value.\(world.people[0])"] = "present" }
            let page = try await browser.get(address).body
            let undo = try #require(Self.undos(page).first)
            _ = try await browser.submit(address + "/sign-off") { _ in }
            #expect(Self.undos(try await browser.get(address).body) == [])
            let answer = try await browser.submit(address) { $0["undo"] = undo }
            #expect(answer.location == address + "?saved=0&kept=signedOff")
        }
    }
}
