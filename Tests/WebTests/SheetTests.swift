import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

struct SheetTests {
    @Test func `a group's sheet has a column for each session and a line for each member`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.visit(as: "sara") { browser in
            let page = try await browser.get("/groups/\(world.group.id)/sheet")
            #expect(page.status == .ok)
            #expect(page.body.contains("-sheet.css"))
            #expect(page.body.matches(of: /<th scope="col" class="sheet-even"/).count == 3)
            #expect(
                page.body.contains("Amal Hassan</bdi><span class=\"sheet-detail\"><bdi>أمل حسن"))
            let april = try await browser.get("/groups/\(world.group.id)/sheet?month=2020-04")
            #expect(april.body.matches(of: /<th scope="col" class="sheet-even"/).count == 3)
            let may = try await browser.get("/groups/\(world.group.id)/sheet?month=٢٠٢٠-٠٥")
            #expect(may.body.contains("Det finns inga träffar att skriva ut."))
            #expect(
                try await browser.get("/groups/\(world.other.id)/sheet").status == .forbidden)
        }
    }

    @Test func `marks stand on a sheet only when they are asked for`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        world.time.advance(minutes: 60)
        let address = "/sessions/\(world.sessions[1].id)"
        try await world.visit(as: "sara") { browser in
            var form = FormFields(try await browser.get(address + "/entry").body)
            form["key.\(world.people[0])"] = "5"
            form["late.\(world.people[0])"] = "10"
            _ = try await browser.post(address + "/entry", form.fields)
            let empty = try await browser.get(address + "/sheet").body
            #expect(!empty.contains("<td>5</td><td>10</td>"))
            let marked = try await browser.get(address + "/sheet?marks").body
            #expect(marked.contains("<td>5</td><td>10</td>"))
            #expect(marked.contains("Underskrift"))
        }
    }

    @Test func `a participation list has a page for each session, to be signed`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.desk.protect(
            world.people[0], level: .sekretessmarkering, as: .commandOperator)
        try await world.visit(as: "sara") { browser in
            let group = "/groups/\(world.group.id)"
            let page = try await browser.get(group + "/sheet?list").body
            #expect(page.matches(of: /<section class="sheet sheet-tall"/).count == 3)
            #expect(page.contains("<span>Projekt:</span>"))
            #expect(page.contains("Tillsammans, Våren 2020, Träff 2"))
            #expect(page.contains("2 (à 45 minuter)"))
            #expect(page.contains("Deltagare 1") && !page.contains("Amal"))
            #expect(!page.contains("class=\"sheet-codes\""))
            let one = try await browser.get("/sessions/\(world.sessions[1].id)/sheet?list").body
            #expect(one.matches(of: /<section class="sheet sheet-tall"/).count == 1)
            let month = try await browser.get(group + "/sheet?month=2020-03&list").body
            #expect(month.contains("Det finns inga träffar att skriva ut."))
            #expect(try await browser.get(group).body.contains("\(group)/sheet?list"))
            #expect(try await browser.get(group + "/short").status == .ok)
        }
    }

    @Test func `a protected person stands on paper as an alias`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.desk.protect(
            world.people[0], level: .sekretessmarkering, as: .commandOperator)
        try await world.visit(as: "sara") { browser in
            for address in [
                "/groups/\(world.group.id)/sheet", "/sessions/\(world.sessions[1].id)/sheet",
                "/sessions/\(world.sessions[1].id)/entry",
            ] {
                let page = try await browser.get(address).body
                #expect(page.contains("Deltagare 1"))
                #expect(!page.contains("Amal") && !page.contains("أمل"))
            }
        }
    }

    @Test func `a group leads to its sessions and its paper`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.visit(as: "sara") { browser in
            let list = try await browser.get("/groups").body
            #expect(list.contains("/groups/\(world.group.id)"))
            #expect(!list.contains("/groups/\(world.other.id)"))
            let page = try await browser.get("/groups/\(world.group.id)").body
            for path in [
                "/groups/\(world.group.id)/sheet?month=2020-04", "/groups/\(world.group.id)/calls",
                "/sessions/\(world.sessions[0].id)/sheet",
                "/sessions/\(world.sessions[0].id)/entry",
                "/sessions/\(world.sessions[0].id)/calls",
            ] {
                #expect(page.contains("href=\"\(path)\""))
            }
        }
    }

    @Test(arguments: [("2020-04", "2020-04"), ("٢٠٢٠-١٢", "2020-12"), ("۲۰۲۰-۰۱", "2020-01")])
    func `a month is read in digits of any script`(text: String, expected: String) {
        #expect(SheetMonth(text)?.description == expected)
        #expect(SheetMonth("2020-13") == nil)
        #expect(SheetMonth("april") == nil)
    }
}
