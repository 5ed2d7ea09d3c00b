import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

struct CallsTests {
    /// A world in which two have a phone, and one of them is protected.
    private func world() async throws -> (TestWorld, open: Person.ID, hidden: Person.ID) {
        let world = try await TestWorld.make()
        var added: [Person.ID] = []
        for (name, phone) in [("Hodan Warsame", "+46701740605"), ("Leyla Demir", "+46701740606")] {
            added.append(
                try await world.desk.addPerson(
                    NewPerson(
                        name: PersonName(latin: [NamePart(.whole, name)]),
                        courseLanguages: [.arabic],
                        contacts: [PersonContact(kind: .phone, value: phone)]),
                    as: .commandOperator))
        }
        _ = try await world.desk.place(
            PlaceRequest(
                people: added, group: world.group.id, from: TestWorld.today.adding(days: -20)),
            as: .commandOperator)
        try await world.desk.protect(
            added[1], level: .sekretessmarkering, as: .commandOperator)
        return (world, added[0], added[1])
    }

    @Test func `a leader calls members, the protected ones left out and said so`() async throws {
        let (world, _, _) = try await world()
        try await world.addUser("sara")
        try await world.visit(as: "sara") { browser in
            for address in [
                "/sessions/\(world.sessions[1].id)/calls", "/groups/\(world.group.id)/calls",
            ] {
                let page = try await browser.get(address)
                #expect(page.status == .ok)
                #expect(page.headers[.cacheControl] == "no-store")
                #expect(
                    page.body.contains(
                        #"<a href="tel:+46701740605" dir="ltr">+46701740605</a>"#))
                #expect(page.body.contains("1 deltagare visas inte här."))
                #expect(!page.body.contains("46701740606"))
                #expect(!page.body.contains("Leyla"))
            }
        }
    }

    @Test func `a named reader sees the protected ones too`() async throws {
        let (world, _, _) = try await world()
        try await world.addUser("sara")
        try await world.desk.grant(
            Grant(
                role: .protectedReader, scope: .group(world.group.id), from: .distantPast,
                until: nil), to: "sara", as: .commandOperator)
        try await world.visit(as: "sara") { browser in
            let page = try await browser.get("/groups/\(world.group.id)/calls")
            #expect(page.body.contains("tel:+46701740606"))
            #expect(page.body.contains("Leyla Demir"))
            #expect(!page.body.contains("visas inte här"))
        }
    }

    @Test func `only who leads the group today may call`() async throws {
        let (world, _, _) = try await world()
        try await world.addUser("sara")
        try await world.addUser("maria", .manager, scope: .organisation)
        try await world.addUser("nils", scope: .group(world.other.id))
        for user in ["maria", "nils"] {
            try await world.visit(as: user) { browser in
                for address in [
                    "/sessions/\(world.sessions[1].id)/calls", "/groups/\(world.group.id)/calls",
                ] {
                    let answer = try await browser.get(address)
                    #expect(answer.status == .forbidden)
                }
            }
        }
        try await world.visit { browser in
            let address = "/groups/\(world.group.id)/calls"
            let answer = try await browser.get(address)
            #expect(answer.location == "/sign-in?next=" + address)
        }
    }

    @Test func `whoever has left the group is not called`() async throws {
        let (world, open, _) = try await world()
        try await world.addUser("sara")
        _ = try await world.desk.withdraw(
            open, from: world.round.id, on: TestWorld.today, as: .commandOperator)
        try await world.visit(as: "sara") { browser in
            let page = try await browser.get("/sessions/\(world.sessions[0].id)/calls")
            #expect(!page.body.contains("tel:+46701740605"))
        }
    }
}
