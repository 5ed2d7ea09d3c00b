import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

/// A register that is submitted after the sign-in has expired.
struct KeptFormTests {
    @Test func `what was typed comes back after signing in again, and is saved then`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        world.time.advance(minutes: 60)
        let (session, person) = (world.sessions[1].id, world.people[0])
        let address = "/sessions/\(session)"
        try await world.visit(as: "sara") { browser in
            var form = FormFields(try await browser.get(address).body)
            form["value.\(person)"] = "present"
            form["late.\(person)"] = "5"
            form["new.latin"] = "Huda <b>"
            form["note"] = "Rad ett\r\nRad två"
            world.time.advance(minutes: 24 * 60)
            let expired = try await browser.post(address, form.fields)
            #expect(expired.status == .unauthorized)
            #expect(expired.headers[.cacheControl] == "no-store")
            #expect(expired.body.contains("Inloggningen hade gått ut."))
            var signIn = FormFields(expired.body)
            #expect(signIn["kept.csrf"] == nil)
            signIn["userName"] = "sara"
            signIn["password"] = "a wrong password"
            let wrong = try await browser.post("/sign-in", signIn.fields)
            #expect(FormFields(wrong.body)["kept.new.latin"] == "Huda <b>")
            signIn["password"] = TestWorld.password
            let again = try await browser.post("/sign-in", signIn.fields)
            #expect(again.status == .ok)
            #expect(again.body.contains("Det du skrev står kvar men är inte sparat än."))
            let typed = FormFields(again.body)
            #expect(typed["value.\(person)"] == "present")
            #expect(typed["late.\(person)"] == "5")
            #expect(typed["new.latin"] == "Huda <b>")
            #expect(typed["note"] == "Rad ett\r\nRad två")
            let register = try await world.desk.register(of: session, as: .commandOperator)
            #expect(register.unmarked == 3)
            var signedIn = browser
            let cookie = try #require(again.headers[.setCookie])
            signedIn.token = cookie.firstMatch(of: /samsprak=([0-9a-f]+)/).map {
                String($0.output.1)
            }
            let saved = try await signedIn.post(address, typed.fields)
            #expect(saved.location == address + "?saved=4")
        }
    }

    @Test func `whoever may not see the session does not get the register back`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.addUser("farid", scope: .group(world.other.id))
        let address = "/sessions/\(world.sessions[1].id)"
        try await world.visit(as: "sara") { browser in
            var form = FormFields(try await browser.get(address).body)
            form["note"] = "Vi började sent"
            world.time.advance(minutes: 24 * 60)
            var signIn = FormFields(try await browser.post(address, form.fields).body)
            signIn["userName"] = "farid"
            signIn["password"] = TestWorld.password
            let answer = try await browser.post("/sign-in", signIn.fields)
            #expect(answer.status == .seeOther)
            #expect(answer.location == address)
        }
    }

    @Test func `only a register's own fields are carried, and not without end`() {
        var form = Form()
        form["value.1"] = "present"
        form["csrf"] = "secret"
        form["intent"] = "signOff"
        form["undo"] = "1"
        let address = "/sessions/0000000000001"
        #expect(KeptForm(form, submittedTo: address)?.form["value.1"] == "present")
        #expect(KeptForm(form, submittedTo: address)?.fields.count == 1)
        #expect(KeptForm(form, submittedTo: "/language") == nil)
        #expect(KeptForm(form, submittedTo: "/sessions/x") == nil)
        form["note"] = String(repeating: "x", count: 70_000)
        #expect(KeptForm(form, submittedTo: address) == nil)
    }
}
