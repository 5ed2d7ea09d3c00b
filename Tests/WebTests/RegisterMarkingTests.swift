import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

/// What the register's buttons do without scripts.
struct RegisterMarkingTests {
    private static func begun() async throws -> (TestWorld, address: String) {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        world.time.advance(minutes: 60)
        return (world, "/sessions/\(world.sessions[1].id)")
    }

    private static func register(_ world: TestWorld) async throws -> Register {
        try await world.desk.register(of: world.sessions[1].id, as: .commandOperator)
    }

    @Test func `the rest are present touches only those of whom nothing is said`() async throws {
        let (world, address) = try await Self.begun()
        try await world.visit(as: "sara") { browser in
            _ = try await browser.submit(address) { $0["value.\(world.people[0])"] = "notified" }
            let answer = try await browser.submit(address) { form in
                form["value.\(world.people[1])"] = "unnotified"
                form["intent"] = "rest"
            }
            #expect(answer.location == address + "?saved=2")
            let rows = try await Self.register(world).rows
            let values = Dictionary(uniqueKeysWithValues: rows.map { ($0.person, $0.mark?.value) })
            #expect(values[world.people[0]] == .absent(.notified))
            #expect(values[world.people[1]] == .absent(.unnotified))
            #expect(
                values[world.people[2]] == .present(lateMinutes: nil, leftEarlyMinutes: nil))
            #expect(rows.first { $0.person == world.people[0] }?.version == 1)
            #expect(try await browser.get(address).body.contains("Alla är markerade"))
        }
    }

    @Test func `minutes late say that somebody of whom nothing was said is present`()
        async throws
    {
        let (world, address) = try await Self.begun()
        try await world.visit(as: "sara") { browser in
            _ = try await browser.submit(address) { $0["late.\(world.people[0])"] = "۱۵" }
            let row = try await Self.register(world).rows.first { $0.person == world.people[0] }
            #expect(row?.mark?.value == .present(lateMinutes: 15, leftEarlyMinutes: nil))
        }
    }

    @Test func `a stepper counts one more and one less, and never below none`() async throws {
        let (world, address) = try await Self.begun()
        try await world.visit(as: "sara") { browser in
            for (intent, count) in [
                ("more", 1), ("more", 2), ("less", 1), ("less", 0), ("less", 0),
            ] {
                let answer = try await browser.submit(address) {
                    $0["intent"] = "\(intent).childcare,,,"
                }
                #expect(answer.location?.hasSuffix("#counts") == true)
                #expect(try await Self.register(world).headcounts.first?.count == count)
            }
        }
    }

    @Test func `somebody added on the spot is a present guest whom an administrator finds`()
        async throws
    {
        let (world, address) = try await Self.begun()
        try await world.visit(as: "sara") { browser in
            let add = { (form: inout FormFields) in
                form["new.native"] = "هدى <ب>"
                form["new.latin"] = "Huda"
                form["intent"] = "add"
            }
            var form = FormFields(try await browser.get(address).body)
            add(&form)
            #expect(try await browser.post(address, form.fields).location == address + "?saved=2")
            // The same submit again adds nobody.
            #expect(try await browser.post(address, form.fields).location == address + "?saved=2")
            let guests = try await Self.register(world).rows.filter { !$0.isOnRoster }
            #expect(guests.map(\.mark?.role) == [.guest])
            #expect(guests.map(\.name) == [DisplayName(native: "هدى <ب>", latin: "Huda")])
            let unmatched = try await world.desk.unmatchedPeople(as: .commandOperator)
            #expect(unmatched.map(\.id) == guests.map(\.person))
            #expect(try await !world.desk.people(as: .commandOperator).contains(unmatched[0]))
            let page = try await browser.get(address).body
            #expect(page.contains("<bdi>Huda</bdi> <bdi>هدى &lt;ب&gt;</bdi> <small"))
            _ = try await browser.submit(address) { $0["value.\(guests[0].person)"] = "excused" }
            let row = try await Self.register(world).rows.first { !$0.isOnRoster }
            #expect(row?.mark?.value == .absent(.excused))
            #expect(row?.mark?.role == .guest)
        }
    }

    @Test func `adding needs a name, and says so`() async throws {
        let (world, address) = try await Self.begun()
        try await world.visit(as: "sara") { browser in
            let answer = try await browser.submit(address) { $0["intent"] = "add" }
            #expect(answer.status == .unprocessableContent)
            #expect(answer.body.contains("Skriv ett namn, med den ena skriften eller båda."))
        }
    }

    @Test func `in a hybrid session each person is there or remote`() async throws {
        let (world, address) = try await Self.begun()
        try await world.desk.moveSession(
            world.sessions[1].id, to: TestWorld.today, mode: .hybrid, as: .commandOperator)
        try await world.visit(as: "sara") { browser in
            _ = try await browser.submit(address) { form in
                form["mode.\(world.people[0])"] = "remote"
                form["intent"] = "rest"
            }
            let rows = try await Self.register(world).rows
            let modes = Dictionary(uniqueKeysWithValues: rows.map { ($0.person, $0.mark?.mode) })
            #expect(modes[world.people[0]] == .remote)
            #expect(modes[world.people[1]] == .onsite)
            _ = try await browser.submit(address) { $0["mode.\(world.people[1])"] = "remote" }
            let moved = try await Self.register(world).rows
            #expect(moved.first { $0.person == world.people[1] }?.mark?.mode == .remote)
        }
    }

    @Test func `an absence told before the start is shown as told`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        let address = "/sessions/\(world.sessions[1].id)"
        try await world.visit(as: "sara") { browser in
            _ = try await browser.submit(address) { $0["value.\(world.people[0])"] = "notified" }
            #expect(try await browser.get(address).body.contains("Anmält i förväg"))
            #expect(try await browser.get("/sessions").body.contains("1 har anmält frånvaro"))
            world.time.advance(minutes: 60)
            _ = try await browser.submit(address) { $0["value.\(world.people[1])"] = "notified" }
            let tags = try await browser.get(address).body.matches(of: /Anmält i förväg/)
            #expect(tags.count == 1)
        }
    }

    @Test func `a page carries what scripts need`() async throws {
        let (world, address) = try await Self.begun()
        try await world.visit(as: "sara") { browser in
            let page = try await browser.get(address).body
            let session = world.sessions[1].id
            #expect(page.contains(#"data-session="\#(session)" data-date="2020-04-21""#))
            #expect(page.contains(#"data-person="\#(world.people[0])" data-base="0" data-was="""#))
            #expect(page.contains(#"<output id="unmarked">3 utan markering</output>"#))
            #expect(page.contains(#"<p id="phone-status" role="status" aria-live="polite">"#))
            #expect(page.contains(#"<template id="person-row"><fieldset class="person""#))
        }
    }
}
