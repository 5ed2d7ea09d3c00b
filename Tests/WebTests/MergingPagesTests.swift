import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

struct MergingPagesTests {
    private struct Two {
        let world: TestWorld
        let one: Person.ID
        let other: Person.ID

        init() async throws {
            world = try await TestWorld.make()
            var ids: [Person.ID] = []
            for name in ["Cabdiraxmaan Jaamac", "Abdi Rahman Jama"] {
                ids.append(
                    try await world.desk.addPerson(
                        NewPerson(
                            name: PersonName(latin: [NamePart(.whole, name)]), birthYear: 1980),
                        as: .commandOperator))
            }
            (one, other) = (ids[0], ids[1])
            try await world.addUser("anna", .administrator, scope: .organisation)
            try await world.addUser("sara")
        }
    }

    @Test func `a pair is looked at, merged and taken apart again, without scripts`() async throws {
        let two = try await Two()
        try await two.world.visit(as: "anna") { browser in
            let list = try await browser.get("/people/duplicates")
            let address = try #require(
                list.body.firstMatch(of: /href="(\/people\/merge[^"]*)"/)?.output.1
            )
            .replacing("&amp;", with: "&")
            let page = try await browser.get(String(address))
            #expect(page.body.contains("Cabdiraxmaan Jaamac"))
            #expect(page.body.contains("Namn som personen också hittas på: 1"))
            var form = FormFields(page.body)
            // Another choice than was shown is shown first.
            let chosen = form["kept"] == two.one.description ? two.other : two.one
            form["kept"] = chosen.description
            let again = try await browser.post("/people/merge", form.fields)
            #expect(again.status == .seeOther)
            let second = try await browser.get(try #require(again.location))
            form = FormFields(second.body)
            #expect(form["kept"] == chosen.description)
            form["show"] = nil
            form["reason"] = "samma mamma"
            let done = try await browser.post("/people/merge", form.fields)
            let merged = try #require(done.location)
            #expect(merged.hasPrefix("/people/merges/"))
            let told = try await browser.get(merged)
            #expect(told.body.contains("Ångra sammanslagningen"))
            // What goes back to whom is told before it is done.
            #expect(told.body.contains("Om sammanslagningen ångras"))
            #expect(told.body.contains("<h3><bdi>Abdi Rahman Jama</bdi></h3>"))
            #expect(try await browser.get("/people/duplicates").body.contains("Inga möjliga"))
            let undone = try await browser.post(merged + "/undo", FormFields(told.body).fields)
            #expect(undone.status == .seeOther)
            let back = try await browser.get(merged)
            #expect(back.body.contains("Sammanslagningen är ångrad"))
            #expect(try await browser.get("/people/duplicates").body.contains("Abdi Rahman"))
        }
    }

    @Test func `nothing is merged on what was not shown`() async throws {
        let two = try await Two()
        try await two.world.visit(as: "anna") { browser in
            let address = "/people/merge?one=\(two.one)&other=\(two.other)"
            var form = FormFields(try await browser.get(address).body)
            form["show"] = nil
            form["basis"] = "0"
            let refused = try await browser.post("/people/merge", form.fields)
            let location = try #require(refused.location)
            #expect(location.hasSuffix("&changed"))
            #expect(try await browser.get(location).body.contains("Något har ändrats"))
        }
    }

    @Test func `two who are not the same are left out until that is taken back`() async throws {
        let two = try await Two()
        try await two.world.visit(as: "anna") { browser in
            let list = try await browser.get("/people/duplicates")
            let said = try await browser.post("/people/distinct", FormFields(list.body).fields)
            let after = try await browser.get(try #require(said.location))
            #expect(after.body.contains("De två föreslås inte igen."))
            #expect(!after.body.contains("Abdi Rahman"))
            let merge = try await browser.get(
                "/people/merge?one=\(two.one)&other=\(two.other)")
            #expect(merge.body.contains("De kan vara samma person"))
            var form = FormFields(after.body)
            form["ended"] = "1"
            _ = try await browser.post("/people/distinct", form.fields)
            #expect(try await browser.get("/people/duplicates").body.contains("Abdi Rahman"))
        }
    }

    @Test func `the buttons that take back a merge or a keeping take back nothing else`()
        async throws
    {
        let two = try await Two()
        let merged = try await two.world.desk.mergePeople(
            two.other, into: two.one, as: .commandOperator)
        try await two.world.visit(as: "anna") { browser in
            let token = FormFields(try await browser.get("/people/merges/\(merged.operation)").body)
            let refused = try await browser.post(
                "/people/keepings/\(merged.operation)/undo", token.fields)
            #expect(refused.status == .notFound)
            let stands = try await two.world.desk.mergedPeople(
                by: merged.operation, as: .commandOperator)
            #expect(!stands.isUndone)
            let undone = try await browser.post(
                "/people/merges/\(merged.operation)/undo", token.fields)
            #expect(undone.status == .seeOther)
        }
    }

    @Test(arguments: ["/people/unmatched", "/people/merge?one=1&other=2", "/people/merges/1"])
    func `only administrators merge`(_ address: String) async throws {
        let two = try await Two()
        let asked = address.replacing("one=1", with: "one=\(two.one)")
            .replacing("other=2", with: "other=\(two.other)")
            .replacing("merges/1", with: "merges/\(two.one)")
        try await two.world.visit(as: "sara") { browser in
            let refused = try await browser.get(asked)
            #expect(refused.status == .forbidden)
        }
    }
}
