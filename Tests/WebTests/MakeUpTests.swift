import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

struct MakeUpTests {
    /// A leader of the round's other group.
    private static func other() async throws -> (TestWorld, address: String) {
        let world = try await TestWorld.make()
        try await world.addUser("farid", scope: .group(world.other.id))
        world.time.advance(minutes: 60)
        return (world, "/sessions/\(world.otherSession.id)")
    }

    @Test func `somebody of another group makes up for the session that they missed`()
        async throws
    {
        let (world, address) = try await Self.other()
        let (person, missed) = (world.people[0], world.sessions[0].id)
        try await world.visit(as: "farid") { browser in
            let saved = try await browser.submit(address) { form in
                form["note"] = "En gäst"
                form["intent"] = "makeUp"
            }
            #expect(saved.location == address + "/make-up?saved=1")
            let people = try await browser.get(address + "/make-up").body
            #expect(people.contains("make-up?person=\(person)"))
            #expect(people.contains("<bdi>Amal Hassan</bdi>"))
            let choice = address + "/make-up?person=\(person)"
            let form = FormFields(try await browser.get(choice).body)
            #expect(form["missed"] == world.sessions[1].id.description)
            let answer = try await browser.submit(choice, to: address + "/make-up") {
                $0["missed"] = missed.description
            }
            #expect(answer.location == address + "?saved=1")
            let register = try await world.desk.register(
                of: world.otherSession.id, as: .commandOperator)
            #expect(register.rows.map(\.mark?.role) == [.makeUp(for: missed)])
            #expect(try await browser.get(address).body.contains("Tar igen träff 1"))
        }
    }

    @Test func `what was attended, called off or made up already can't be chosen`() async throws {
        let (world, address) = try await Self.other()
        try await world.addUser("sara")
        let person = world.people[0]
        try await world.visit(as: "sara") { browser in
            _ = try await browser.submit("/sessions/\(world.sessions[0].id)") {
                $0["value.\(person)"] = "present"
            }
        }
        try await world.visit(as: "farid") { browser in
            let choice = address + "/make-up?person=\(person)"
            let page = try await browser.get(choice).body
            #expect(page.contains(world.sessions[1].id.description))
            #expect(!page.contains(world.sessions[0].id.description))
            #expect(!page.contains(world.sessions[2].id.description))
            _ = try await browser.submit(choice, to: address + "/make-up") { _ in }
            let again = try await browser.get(choice).body
            #expect(again.contains("Personen har inte missat någon träff som kan tas igen."))
        }
    }

    @Test func `a protected person stands among them as an alias`() async throws {
        let (world, address) = try await Self.other()
        try await world.desk.protect(
            world.people[0], level: .sekretessmarkering, as: .commandOperator)
        try await world.visit(as: "farid") { browser in
            let page = try await browser.get(address + "/make-up").body
            #expect(!page.contains("Amal"))
            #expect(page.contains("Deltagare 1"))
        }
    }

    @Test func `only who records attendance there sees the other groups' people`() async throws {
        let (world, address) = try await Self.other()
        try await world.addUser("sara")
        try await world.visit(as: "sara") { browser in
            let refused = try await browser.get(address + "/make-up")
            #expect(refused.status == .forbidden)
        }
    }
}
