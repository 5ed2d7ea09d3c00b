import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

/// Listed reasons where a reason is asked for, and where they are set up.
struct ReasonTests {
    private func world() async throws -> TestWorld {
        let world = try await TestWorld.make()
        try await world.addUser("anna", .administrator, scope: .organisation)
        try await world.addUser("sara", language: .arabic)
        try await world.desk.addStandardReasons(as: .commandOperator)
        world.time.advance(minutes: 60)
        return world
    }

    private func row(_ world: TestWorld) async throws -> Register.Row? {
        try await world.desk.register(of: world.sessions[1].id, as: .commandOperator).rows
            .first { $0.person == world.people[0] }
    }

    @Test func `a register's list excuses an absence, in the leader's language`() async throws {
        let world = try await world()
        let address = "/sessions/\(world.sessions[1].id)"
        let (value, why) = ("value.\(world.people[0])", "why.\(world.people[0])")
        try await world.visit(as: "sara") { browser in
            let page = try await browser.get(address).body
            #expect(page.contains(#"<option value="work">عمل أو تدريب عملي</option>"#))
            var answer = try await browser.submit(address) { form in
                form[value] = "excused"
                form[why] = "work"
            }
            #expect(answer.location == address + "?saved=1")
            #expect(try await row(world)?.listed?.code == "work")
            // The same again says nothing; another reason alone is a change.
            answer = try await browser.submit(address) { _ in }
            #expect(answer.location?.contains("saved=1") == false)
            _ = try await browser.submit(address) { $0[why] = "exam" }
            #expect(try await row(world)?.listed?.code == "exam")
            _ = try await browser.submit(address) { $0[why] = "" }
            #expect(try await row(world)?.listed == nil)
            #expect(try await row(world)?.mark?.value == .absent(.excused))
        }
    }

    @Test func `a page made before there were lists still saves`() async throws {
        let world = try await world()
        let address = "/sessions/\(world.sessions[1].id)"
        try await world.visit(as: "sara") { browser in
            var form = FormFields(try await browser.get(address).body)
            form["value.\(world.people[0])"] = "excused"
            let fields = form.fields.filter { !$0.0.hasPrefix("why.") }
            let answer = try await browser.post(address, fields)
            #expect(answer.location == address + "?saved=1")
            #expect(try await row(world)?.mark?.value == .absent(.excused))
            #expect(try await row(world)?.listed == nil)
        }
    }

    @Test func `a session was not held for a listed reason, which the page tells`() async throws {
        let world = try await world()
        let address = "/sessions/\(world.sessions[0].id)"
        try await world.visit(as: "sara") { browser in
            let none = try await browser.submit(address) { $0["intent"] = "notHeld" }
            #expect(none.status == .unprocessableContent)
            let answer = try await browser.submit(address) { form in
                form["intent"] = "notHeld"
                form["notHeldReason.listed"] = "weather"
                form["notHeldReason"] = "Snö"
            }
            #expect(answer.status == .seeOther)
            let page = try await browser.get(address).body
            #expect(page.contains("الطقس: ") && page.contains("Snö"))
        }
    }

    @Test func `a session that was called off tells its listed reason, and no words`() async throws
    {
        let world = try await world()
        let session = world.sessions[2].id
        try await world.desk.cancelSession(
            session, reason: "weather: Rana fastnade", as: .commandOperator)
        try await world.visit(as: "sara") { browser in
            let page = try await browser.get("/sessions/\(session)").body
            #expect(page.contains("الطقس") && !page.contains("Rana"))
        }
    }

    @Test func `somebody withdraws for a listed reason, shown before it is done`() async throws {
        let world = try await world()
        let enrolment = "/rounds/2020-spring/enrolment"
        try await world.visit(as: "anna") { browser in
            let step = enrolment + "/step?kind=withdraw&person=\(world.people[0])"
            let page = try await browser.get(step).body
            #expect(page.contains(#"<option value="moved">Har flyttat</option>"#))
            #expect(!page.contains("Fel person markerad"))
            var form = FormFields(page)
            form["reason.listed"] = "moved"
            form["reason"] = "till <Flen>"
            let shown = try await browser.post(enrolment + "/preview", form.fields)
            #expect(shown.body.contains(#"<option value="moved" selected>"#))
            #expect(shown.body.contains(#"value="till &lt;Flen&gt;""#))
            let done = try await browser.post(
                enrolment + "/take", FormFields(shown.body).fields)
            #expect(done.status == .seeOther)
            let history = try await browser.get("/rounds/2020-spring/history").body
            #expect(history.contains("Skäl: Har flyttat: till &lt;Flen&gt;"))
        }
    }

    @Test func `what is written is no listed reason, whatever it begins with`() async throws {
        let world = try await world()
        let enrolment = "/rounds/2020-spring/enrolment"
        try await world.visit(as: "anna") { browser in
            let step = enrolment + "/step?kind=withdraw&person=\(world.people[0])"
            var form = FormFields(try await browser.get(step).body)
            form["reason"] = "moved: till Flen"
            let shown = try await browser.post(enrolment + "/preview", form.fields)
            #expect(!shown.body.contains(#"<option value="moved" selected>"#))
            #expect(shown.body.contains(#"value="moved: till Flen""#))
            let done = try await browser.post(
                enrolment + "/take", FormFields(shown.body).fields)
            #expect(done.status == .seeOther)
            var history = try await browser.get("/rounds/2020-spring/history").body
            #expect(history.contains("Skäl: moved: till Flen"))
            try await world.desk.protect(
                world.people[0], level: .sekretessmarkering, as: .commandOperator)
            history = try await browser.get("/rounds/2020-spring/history").body
            #expect(!history.contains("Flen") && !history.contains("Har flyttat"))
        }
    }

    @Test func `a reason is listed, worded anew and closed on its page`() async throws {
        let world = try await world()
        try await world.visit(as: "anna") { browser in
            let wrong = try await browser.submit("/setup/reasons/new", to: "/setup/reasons") {
                $0["code"] = "bus-strike"
            }
            #expect(wrong.status == .badRequest && wrong.body.contains("minst ett språk"))
            var answer = try await browser.submit("/setup/reasons/new", to: "/setup/reasons") {
                form in
                form["kind"] = "session"
                form["code"] = "bus-strike"
                form["words.sv"] = "Bussarna <går> inte"
            }
            #expect(answer.location == "/setup/reasons/bus-strike?done")
            let address = "/setup/reasons/bus-strike"
            let list = try await browser.get("/setup/reasons").body
            #expect(list.contains("Bussarna &lt;går"))
            answer = try await browser.submit(address) { form in
                form["words.so"] = "Basasku ma shaqeeyaan"
                form["until"] = "2020-04-20"
            }
            #expect(answer.location == address + "?done")
            let reason = try await world.desk.reason("bus-strike", as: .commandOperator).value
            #expect(reason.listed.texts.texts.count == 2)
            #expect(!reason.isOpen(on: TestWorld.today))
            // Saved again as it stands it says nothing more.
            _ = try await browser.submit(address) { _ in }
            let same = try await world.desk.reason("bus-strike", as: .commandOperator).value
            #expect(same == reason)
            _ = try await browser.submit(address) { $0["until"] = "" }
            let again = try await world.desk.reason("bus-strike", as: .commandOperator).value
            #expect(again.isOpen(on: TestWorld.today) && again.said.count == 3)
        }
    }

    @Test func `who may not organise everything sets up no reasons`() async throws {
        let world = try await world()
        try await world.visit(as: "sara") { browser in
            let page = try await browser.get("/setup/reasons")
            #expect(page.status == .forbidden)
        }
    }
}
