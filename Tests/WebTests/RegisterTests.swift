import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

struct RegisterTests {
    @Test func `a submit saves the rows that were changed, and only those`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        let session = world.sessions[1].id
        world.time.advance(minutes: 60)
        try await world.visit(as: "sara") { browser in
            let address = "/sessions/\(session)"
            var form = FormFields(try await browser.get(address).body)
            form["value.\(world.people[0])"] = "present"
            form["late.\(world.people[0])"] = "١٠"
            form["value.\(world.people[1])"] = "notified"
            let answer = try await browser.post(address, form.fields)
            #expect(answer.status == .seeOther)
            #expect(answer.location == address + "?saved=2")
            let register = try await world.desk.register(of: session, as: .commandOperator)
            let marks = Dictionary(uniqueKeysWithValues: register.rows.map { ($0.person, $0) })
            #expect(
                marks[world.people[0]]?.mark
                    == Mark(
                        value: .present(lateMinutes: 10, leftEarlyMinutes: nil), mode: .onsite,
                        role: .member))
            #expect(marks[world.people[1]]?.mark?.value == .absent(.notified))
            #expect(marks[world.people[2]]?.mark == nil)
            #expect(marks[world.people[2]]?.version == 0)
            let page = try await browser.get(address + "?saved=2").body
            #expect(page.contains("2 ändringar sparade."))
        }
    }

    @Test func `the same submit twice saves once; going back and changing saves again`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        let session = world.sessions[1].id
        let person = world.people[0]
        world.time.advance(minutes: 60)
        try await world.visit(as: "sara") { browser in
            let address = "/sessions/\(session)"
            var form = FormFields(try await browser.get(address).body)
            form["value.\(person)"] = "present"
            _ = try await browser.post(address, form.fields)
            world.time.advance(minutes: 1)
            let again = try await browser.post(address, form.fields)
            #expect(again.location == address + "?saved=1")
            #expect(try await version(of: person, session, world) == 1)
            form["value.\(person)"] = "excused"
            _ = try await browser.post(address, form.fields)
            #expect(try await version(of: person, session, world) == 2)
        }
    }

    private func version(
        of person: Person.ID, _ session: Session.ID, _ world: TestWorld
    ) async throws -> Int? {
        try await world.desk.register(of: session, as: .commandOperator).rows
            .first { $0.person == person }?.version
    }

    @Test func `a mark that is set back to none is cleared`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        let session = world.sessions[1].id
        let person = world.people[0]
        world.time.advance(minutes: 60)
        try await world.visit(as: "sara") { browser in
            let address = "/sessions/\(session)"
            var form = FormFields(try await browser.get(address).body)
            form["value.\(person)"] = "present"
            _ = try await browser.post(address, form.fields)
            form = FormFields(try await browser.get(address).body)
            #expect(form["value.\(person)"] == "present")
            form["value.\(person)"] = ""
            #expect(try await browser.post(address, form.fields).location == address + "?saved=1")
            let register = try await world.desk.register(of: session, as: .commandOperator)
            #expect(register.unmarked == 3)
        }
    }

    @Test func `a form without the page's token is refused, and so is another site's`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        let session = world.sessions[1].id
        try await world.visit(as: "sara") { browser in
            let address = "/sessions/\(session)"
            var form = FormFields(try await browser.get(address).body)
            let foreign = try await browser.post(
                address, form.fields, [.origin: "https://evil.example"])
            #expect(foreign.status == .forbidden)
            let crossSite = try await browser.post(
                address, form.fields, [.secFetchSite: "cross-site"])
            #expect(crossSite.status == .forbidden)
            form["csrf"] = "0123456789abcdef0123456789abcdef"
            #expect(try await browser.post(address, form.fields).status == .forbidden)
        }
    }

    @Test func `what can't be saved stands in its fields again, and nothing is saved`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        let session = world.sessions[1].id
        world.time.advance(minutes: 60)
        try await world.visit(as: "sara") { browser in
            let address = "/sessions/\(session)"
            var form = FormFields(try await browser.get(address).body)
            form["value.\(world.people[0])"] = "present"
            form["value.\(world.people[1])"] = "notified"
            form["late.\(world.people[1])"] = "7"
            form["note"] = "Vi <började> sent"
            let answer = try await browser.post(address, form.fields)
            #expect(answer.status == .unprocessableContent)
            #expect(
                answer.body.contains("Minuter kan bara anges för den som är närvarande."))
            let typed = FormFields(answer.body)
            #expect(typed["value.\(world.people[0])"] == "present")
            #expect(typed["late.\(world.people[1])"] == "7")
            #expect(typed["note"] == "Vi <började> sent")
            let register = try await world.desk.register(of: session, as: .commandOperator)
            #expect(register.unmarked == 3)
            #expect(register.note == nil)
        }
    }

    @Test func `headcounts and the note are saved, and saved once`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        let session = world.sessions[1].id
        world.time.advance(minutes: 60)
        try await world.visit(as: "sara") { browser in
            let address = "/sessions/\(session)"
            var form = FormFields(try await browser.get(address).body)
            form["count.childcare,,,"] = "4"
            form["note"] = "Rad ett\r\nRad två"
            #expect(try await browser.post(address, form.fields).location == address + "?saved=2")
            form = FormFields(try await browser.get(address).body)
            #expect(form["count.childcare,,,"] == "4")
            #expect(form["note"] == "Rad ett\nRad två")
            #expect(try await browser.post(address, form.fields).location == address + "?saved=0")
        }
    }

    @Test func `a meeting that did not happen needs a reason and can be taken back`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        let session = world.sessions[1].id
        world.time.advance(minutes: 60)
        try await world.visit(as: "sara") { browser in
            let address = "/sessions/\(session)"
            var form = FormFields(try await browser.get(address).body)
            form["intent"] = "notHeld"
            #expect(
                try await browser.post(address, form.fields).status == .unprocessableContent)
            form["notHeldReason"] = "Lokalen var låst"
            #expect(try await browser.post(address, form.fields).location == address + "?saved=1")
            let page = try await browser.get(address).body
            #expect(page.contains("Träffen blev inte av. Ingen närvaro tas."))
            form = FormFields(page)
            form["intent"] = "held"
            #expect(try await browser.post(address, form.fields).location == address + "?saved=1")
            let register = try await world.desk.register(of: session, as: .commandOperator)
            #expect(!register.session.session.state.isCalledOff)
        }
    }

    @Test func `another browser's change meanwhile is reviewed, and said`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.addUser("amal", language: .arabic)
        let session = world.sessions[1].id
        let person = world.people[0]
        world.time.advance(minutes: 60)
        let other = try await world.token(of: "amal")
        try await world.visit(as: "sara") { browser in
            let address = "/sessions/\(session)"
            var mine = FormFields(try await browser.get(address).body)
            var second = browser
            second.token = other
            var theirs = FormFields(try await second.get(address).body)
            theirs["value.\(person)"] = "present"
            _ = try await second.post(address, theirs.fields)
            mine["value.\(person)"] = "notified"
            let answer = try await browser.post(address, mine.fields)
            #expect(answer.location == address + "?saved=0&review=1")
            let page = try await browser.get(address + "?saved=0&review=1").body
            #expect(page.contains("1 ändring behöver granskas"))
        }
    }

    @Test func `a present mark before the day is kept, and the page says why`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.visit(as: "sara") { browser in
            let address = "/sessions/\(world.sessions[2].id)"
            var form = FormFields(try await browser.get(address).body)
            form["value.\(world.people[0])"] = "present"
            let answer = try await browser.post(address, form.fields)
            #expect(answer.location == address + "?saved=0&kept=notYet")
            let page = try await browser.get(address + "?saved=0&kept=notYet").body
            #expect(page.contains("Träffens dag har inte kommit än."))
        }
    }
}
