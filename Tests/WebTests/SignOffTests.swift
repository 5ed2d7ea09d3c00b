import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

struct SignOffTests {
    private static func register(_ world: TestWorld) async throws -> Register {
        try await world.desk.register(of: world.sessions[1].id, as: .commandOperator)
    }

    @Test func `signing saves what is marked, shows a summary, and locks the list`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        world.time.advance(minutes: 60)
        let address = "/sessions/\(world.sessions[1].id)"
        try await world.visit(as: "sara") { browser in
            let saved = try await browser.submit(address) { form in
                form["value.\(world.people[0])"] = "present"
                form["value.\(world.people[1])"] = "excused"
                form["count.childcare,,,"] = "4"
                form["note"] = "Bra träff"
                form["intent"] = "signOff"
            }
            #expect(saved.location == address + "/sign-off?saved=4")
            #expect(try await !Self.register(world).isSignedOff)
            let summary = try await browser.get(address + "/sign-off?saved=4").body
            for text in [
                "<dt>Närvarande</dt><dd>1 av 3</dd>", "<dt>Giltig frånvaro</dt><dd>1</dd>",
                "<dt>Ingen markering</dt><dd>1</dd>", "<dt>Barn i barnpassningen</dt><dd>4</dd>",
                "Bra träff", "1 deltagare saknar markering.",
            ] { #expect(summary.contains(text), "\(text)") }
            let signed = try await browser.post(
                address + "/sign-off", FormFields(summary).fields)
            #expect(signed.location == address + "?saved=1")
            #expect(try await Self.register(world).isSignedOff)
            #expect(try await browser.get(address + "/sign-off").location == address)
        }
    }

    @Test func `after the sign-off a change needs a reason, and what was signed stays beside it`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        world.time.advance(minutes: 60)
        let (address, person) = ("/sessions/\(world.sessions[1].id)", world.people[0])
        try await world.visit(as: "sara") { browser in
            _ = try await browser.submit(address) { $0["value.\(person)"] = "present" }
            _ = try await browser.submit(address + "/sign-off") { _ in }
            var form = FormFields(try await browser.get(address).body)
            form["value.\(person)"] = "excused"
            let refused = try await browser.post(address, form.fields)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("Skriv ett skäl: listan är signerad."))
            form["reason"] = "Fel person"
            #expect(try await browser.post(address, form.fields).location == address + "?saved=1")
            let page = try await browser.get(address).body
            #expect(page.contains("Signerat: Närvarande. Skäl till rättelsen: Fel person"))
            let row = try await Self.register(world).rows.first { $0.person == person }
            #expect(row?.mark?.value == .absent(.excused))
        }
    }

    @Test func `signing says who of the staff was there`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.addUser("olle")
        let accounts = try await world.desk.accounts(as: .commandOperator)
        let session = world.sessions[1].id
        for account in accounts {
            try await world.desk.planStaff(
                account.person, role: "leader", at: session, as: .commandOperator)
        }
        world.time.advance(minutes: 60)
        let address = "/sessions/\(session)"
        let olle = try #require(accounts.first { $0.userName == "olle" }).person
        try await world.visit(as: "sara") { browser in
            _ = try await browser.submit(address + "/sign-off") { form in
                form["there.leader.\(olle)"] = nil
            }
            let staff = try await Self.register(world).day.staff
            #expect(staff.count == 2)
            #expect(staff.allSatisfy { $0.wasThere == ($0.person != olle) && $0.wasPlanned })
            #expect(try await browser.get(address).body.contains("Var inte där"))
        }
    }
}
