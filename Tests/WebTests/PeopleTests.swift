import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

struct PeopleTests {
    private func world() async throws -> TestWorld {
        let world = try await TestWorld.make()
        for (name, born) in [("Cabdiraxmaan Jaamac", 1980), ("Abdi Rahman Jama", 1980)] {
            try await world.desk.addPerson(
                NewPerson(
                    name: PersonName(latin: [NamePart(.whole, name)]), birthYear: born),
                as: .commandOperator)
        }
        try await world.addUser("anna", .administrator, scope: .organisation)
        try await world.addUser("sara")
        return world
    }

    @Test func `the form works without scripts, and the script gets the same list`() async throws {
        let world = try await world()
        try await world.visit(as: "anna") { browser in
            let empty = try await browser.get("/people")
            #expect(empty.status == .ok)
            #expect(empty.body.contains("<p role=\"status\" data-count></p>"))
            let page = try await browser.get("/people?q=Abdurrahman%20Djama")
            #expect(page.body.contains("Cabdiraxmaan Jaamac"))
            #expect(page.body.contains("2 personer hittades"))
            #expect(page.body.contains("value=\"Abdurrahman Djama\""))
            let found = try await browser.get("/people/found?q=Abdurrahman%20Djama")
            #expect(!found.body.contains("<html"))
            #expect(page.body.contains(found.body))
            let odd = try await browser.get("/people?q=%3Cscript%3E%22")
            #expect(odd.body.contains("value=\"&lt;script&gt;&quot;\""))
        }
    }

    @Test func `likely duplicates stand together with why`() async throws {
        let world = try await world()
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get("/people/duplicates")
            #expect(page.body.contains("Abdi Rahman Jama"))
            #expect(page.body.contains("Samma födelseår"))
        }
    }

    @Test(arguments: ["/people?q=a", "/people/found?q=a", "/people/duplicates"])
    func `only administrators find people`(_ address: String) async throws {
        let world = try await world()
        try await world.visit(as: "sara") { browser in
            let refused = try await browser.get(address)
            #expect(refused.status == .forbidden)
            let sessions = try await browser.get("/sessions")
            #expect(!sessions.body.contains("/people"))
        }
    }
}
