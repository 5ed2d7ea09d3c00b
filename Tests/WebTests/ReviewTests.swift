import Courses
import Desk
import FoundationEssentials
import HTTPTypes
import Testing

@testable import Web

struct ReviewTests {
    /// Somebody on no list was marked by phone, and two phones differ about somebody else.
    private func world() async throws -> (TestWorld, stranger: Person.ID) {
        let world = try await TestWorld.make()
        world.time.advance(minutes: 60)
        try await world.addUser("anna", .administrator, scope: .organisation)
        try await world.addUser("sara")
        let stranger = try await world.desk.addPerson(
            NewPerson(name: PersonName(latin: [NamePart(.whole, "Mona <Eid>")])),
            as: .commandOperator)
        let present = Attendance.present(lateMinutes: nil, leftEarlyMinutes: nil)
        try await send(present, stranger, 1, from: "one", world)
        try await send(present, world.people[0], 2, from: "one", world)
        try await send(.absent(.unnotified), world.people[0], 1, from: "two", world)
        return (world, stranger)
    }

    private func send(
        _ value: Attendance, _ person: Person.ID, _ number: Int, from device: String,
        _ world: TestWorld
    ) async throws {
        let mark = Mark(value: value, mode: .onsite, role: .member)
        let act = Act(
            id: ActID(contentOf: "\(device) \(number)"), sequence: number,
            session: world.sessions[1].id, at: world.time.clock.now(),
            statement: .mark(person, mark, base: 0, reason: nil))
        let batch = ActBatch(
            batch: "\(device)\(number)", device: device, sentAt: world.time.clock.now(),
            items: [.act(act, raw: act.wireText)])
        _ = try await world.desk.save(batch, by: .commandOperator)
    }

    private func form(
        _ page: String, about text: String, _ settlement: Settlement
    ) throws -> FormFields {
        let form = try #require(
            page.components(separatedBy: "<form class=\"card stack review\"").dropFirst()
                .first { $0.contains(text) })
        var fields = FormFields(form)
        fields["settlement"] = settlement.rawValue
        return fields
    }

    @Test func `alike statements stand together, each with what was said and what counts`()
        async throws
    {
        let (world, _) = try await world()
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get("/review")
            #expect(page.status == .ok)
            let forms = page.body.components(separatedBy: "<form class=\"card stack review\"")
            #expect(forms.count == 3)
            #expect(page.body.contains("Mona &lt;Eid&gt;"))
            #expect(page.body.contains("Personen står inte på listan den dagen."))
            #expect(page.body.contains("Någon annan hann säga något annat."))
            #expect(page.body.contains("oanmäld frånvaro"))
        }
    }

    @Test func `taking in, as a guest and setting aside say what was done`() async throws {
        let (world, stranger) = try await world()
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get("/review").body
            let guest = try await browser.post(
                "/review", try form(page, about: "Mona", .asGuest).fields)
            #expect(guest.location == "/review?takenIn=1")
            let after = try await browser.get("/review?takenIn=1")
            #expect(after.body.contains("1 uppgift är intagen och räknas nu."))
            #expect(!after.body.contains("Mona"))
            let aside = try await browser.post(
                "/review", try form(page, about: "Amal", .setAside).fields)
            #expect(aside.location == "/review?setAside=1")
            let again = try await browser.post(
                "/review", try form(page, about: "Amal", .takeIn).fields)
            #expect(again.location == "/review?settledBefore=1")
            #expect(try await browser.get("/review").body.contains("Ingenting väntar"))
        }
        let rows = try await world.desk.register(
            of: world.sessions[1].id, as: .commandOperator
        ).rows
        #expect(rows.first { $0.person == stranger }?.mark?.role == .guest)
        #expect(rows.first { $0.person == world.people[0] }?.mark?.value.isPresent == true)
    }

    @Test func `what could not be taken in says that it waits, and why`() async throws {
        let (world, _) = try await world()
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get("/review").body
            let refused = try await browser.post(
                "/review", try form(page, about: "Mona", .takeIn).fields)
            #expect(refused.location == "/review?against.notOnRoster=1")
            let after = try await browser.get("/review?against.notOnRoster=1").body
            #expect(after.contains("1 uppgift väntar fortfarande."))
            #expect(after.contains("Mona"))
            let none = try form(page, about: "Mona", .takeIn).fields.filter {
                !$0.name.hasPrefix("act.")
            }
            #expect(try await browser.post("/review", none).location == "/review?none=1")
        }
    }

    @Test func `only administrators review`() async throws {
        let (world, _) = try await world()
        try await world.visit(as: "sara") { browser in
            #expect(try await browser.get("/review").status == .forbidden)
            let sessions = try await browser.get("/sessions")
            #expect(!sessions.body.contains("/review"))
        }
    }
}
