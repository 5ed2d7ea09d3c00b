import Courses
import Cryptography
import Desk
import Foundation
import HTTPTypes
import Localisation
import Statistics
import Testing

@testable import Web

/// Freezing what figures say, and what stands still afterwards.
struct FrozenTests {
    /// Sara has taken one session; anna may do everything, maria reads all figures.
    private func taken() async throws -> TestWorld {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.addUser("anna", .administrator, scope: .organisation)
        try await world.addUser("maria", .manager, scope: .organisation)
        try await mark(world, [0: "present", 1: "unnotified"])
        return world
    }

    /// As sara does it, at today's session, which has begun.
    private func mark(_ world: TestWorld, _ values: [Int: String]) async throws {
        world.time.advance(minutes: 60)
        let session = world.sessions[1].id
        try await world.visit(as: "sara") { browser in
            let sent = try await browser.submit("/sessions/\(session)") { form in
                for (index, value) in values { form["value.\(world.people[index])"] = value }
            }
            #expect(sent.status == .seeOther)
        }
    }

    private func frozen(_ world: TestWorld) async throws -> FrozenReport {
        try await world.desk.freezeReport(.county, rounds: [], as: .commandOperator)
    }

    private func reports(_ world: TestWorld) async throws -> [FrozenReport] {
        try await world.desk.reports(as: .commandOperator)
    }

    // MARK: Freezing

    @Test func `what the page asks is frozen, and its file has the checksum that it says`()
        async throws
    {
        let world = try await taken()
        try await world.visit(as: "maria") { browser in
            let asked = "/figures?by=group,gender&round=2020-spring&language=ar"
            let page = try await browser.get(asked).body
            #expect(page.contains(#"href="/figures/frozen""#))
            #expect(page.contains("Frys som rapport"))
            let action = "/figures/frozen?round=2020-spring&language=ar"
            #expect(page.contains(action.replacing("&", with: "&amp;")))
            let sent = try await browser.submit(asked, to: action) { _ in }
            #expect(sent.status == .seeOther)

            let report = try #require(try await reports(world).last)
            #expect(sent.location == "/figures/frozen/\(report.id)")
            #expect(report.parameters.kind == .figures)
            #expect(report.parameters.dimensions == ["group", "gender"])
            #expect(report.parameters.rounds == [world.round.id])
            #expect(report.parameters.filter == ["language=ar"])

            let shown = try await browser.get(sent.location ?? "").body
            #expect(shown.contains("byte för byte densamma"))
            #expect(shown.contains("Omgångar: Våren 2020") && shown.contains("Språk: arabiska"))
            #expect(shown.contains("Fryst 21 april 2020 18:00 av maria"))
            #expect(shown.contains("Små tal är inte dolda"))
            #expect(shown.contains("Arabiska 1"))
            #expect(shown.contains(report.hashText))
            let list = try await browser.get("/figures/frozen/\(report.id)/table.csv")
            #expect(Array(list.body.utf8) == report.content)
            let hash = SHA256.hash(Array(list.body.utf8))
            #expect(hash.map { String(format: "%02x", $0) }.joined() == report.hashText)
            #expect(list.headers[.contentDisposition]?.contains("fryst-\(report.id)") == true)
        }
    }

    @Test func `all that was frozen stands on the page, and in each file`() async throws {
        let world = try await taken()
        let report = try await world.desk.freezeReport(
            .figures, rounds: [], by: [.group], as: .commandOperator)
        try await world.visit(as: "maria") { browser in
            let address = "/figures/frozen/\(report.id)"
            let page = try await browser.get(address).body
            let worded = try report.worded(.localiser(for: .swedish))
            for column in worded.columns where column.kind != .name {
                #expect(page.contains(">\(column.heading)</th>"), "\(column.code)")
            }
            #expect(page.contains("Tabell, del 1 av "))
            #expect(page.contains("Fryst 21 april 2020 18:00 med kommandot"))
            let json = try await browser.get(address + "/table.json")
            let told = try #require(
                try JSONSerialization.jsonObject(with: Data(json.body.utf8)) as? [String: Any])
            let rows = try #require(told["rows"] as? [[String: Any]])
            #expect(rows.last?["group"] as? String == "total")
            #expect(rows.last?["attended"] as? Int == 1)
            #expect(rows.last?.count == worded.columns.count)
            #expect(told["use"] as? String == "internal")
            let book = try await browser.get(address + "/table.xlsx")
            #expect(book.status == .ok)
            #expect(book.headers[.contentType]?.hasSuffix("spreadsheetml.sheet") == true)
            #expect(try await browser.get(address + "/table.txt").status == .notFound)
        }
    }

    @Test func `a form sent twice makes one report, and another page's form another`()
        async throws
    {
        let world = try await taken()
        try await world.visit(as: "maria") { browser in
            let form = FormFields(try await browser.get("/figures/county").body)
            #expect(form["what"] == "county")
            let first = try await browser.post("/figures/frozen", form.fields)
            world.time.advance(minutes: 1)
            let second = try await browser.post("/figures/frozen", form.fields)
            #expect(first.status == .seeOther && second.location == first.location)
            #expect(try await reports(world).count == 1)
            let third = try await browser.submit("/figures/county", to: "/figures/frozen") { _ in }
            #expect(third.status == .seeOther && third.location != first.location)
            let list = try await browser.get("/figures/frozen").body
            let places = try [third, first].map { answer in
                try #require(list.firstRange(of: answer.location ?? "-")).lowerBound
            }
            #expect(places[0] < places[1], "the last first")
            #expect(list.matches(of: /Oförändrad/).count == 2)
        }
    }

    @Test func `somebody else's id makes a report of its own`() async throws {
        let world = try await taken()
        let theirs = try await frozen(world)
        try await world.visit(as: "maria") { browser in
            let sent = try await browser.submit("/figures/county", to: "/figures/frozen") { form in
                form["report"] = theirs.id.description
            }
            #expect(sent.status == .seeOther)
            #expect(sent.location?.hasSuffix(theirs.id.description) == false)
            #expect(try await reports(world).count == 2)
        }
    }

    @Test(arguments: [("what", "shoeSize"), ("what", ""), ("csrf", "guessed")])
    func `a form that is none of ours freezes nothing`(
        _ field: String, _ value: String
    ) async throws {
        let world = try await taken()
        try await world.visit(as: "maria") { browser in
            let sent = try await browser.submit("/figures/county", to: "/figures/frozen") { form in
                form[field] = value
            }
            #expect(sent.status == (field == "csrf" ? .forbidden : .badRequest))
            #expect(try await reports(world).isEmpty)
        }
    }

    // MARK: Whose they are

    @Test func `a leader is led to no report, and gets none`() async throws {
        let world = try await taken()
        let report = try await frozen(world)
        try await world.visit(as: "sara") { browser in
            let page = try await browser.get("/figures").body
            #expect(!page.contains("/figures/frozen") && !page.contains("Frys"))
            let token = try #require(FormFields(page)["csrf"])
            let address = "/figures/frozen/\(report.id)"
            for path in [
                "/figures/frozen", address, address + "/table.csv", address + "/table.xlsx",
                address + "/table.json", address + "/restate",
            ] {
                #expect(try await browser.get(path).status == .forbidden, "\(path)")
            }
            for (path, what) in [
                ("/figures/frozen", "county"), ("/figures/frozen?round=2020-spring", "group"),
                ("/figures/frozen?group=\(world.group.id)", "group"), (address + "/restate", ""),
            ] {
                let sent = try await browser.post(path, [("csrf", token), ("what", what)])
                #expect(sent.status == .forbidden, "\(path)")
            }
            #expect(try await reports(world).count == 1)
        }
        try await world.visit { browser in
            let answer = try await browser.get("/figures/frozen/\(report.id)")
            #expect(answer.location?.hasPrefix("/sign-in") == true)
        }
    }

    @Test func `a round's manager freezes and reads that round's figures alone`() async throws {
        let world = try await taken()
        let other = try await world.desk.addRound(
            of: "parent-support", code: "2019-autumn", name: "Hösten 2019",
            firstDay: TestWorld.today.adding(days: -200), as: .commandOperator)
        try await world.addUser("ronja", .manager, scope: .round(world.round.id))
        try await world.addUser("otto", .manager, scope: .round(other.id))
        let whole = try await frozen(world)
        try await world.visit(as: "ronja") { browser in
            let asked = "/figures?by=language"
            let sent = try await browser.submit(
                asked, to: "/figures/frozen?round=2020-spring"
            ) { _ in }
            #expect(try await browser.get(asked).body.contains("frozen?round=2020-spring\""))
            #expect(sent.status == .seeOther)
            #expect(try await browser.get(sent.location ?? "").status == .ok)
            #expect(try await browser.get("/figures/frozen/\(whole.id)").status == .forbidden)
            let list = try await browser.get("/figures/frozen").body
            #expect(list.contains(sent.location ?? "-"))
            #expect(!list.contains(whole.id.description))
            let all = try await browser.submit(asked, to: "/figures/frozen") { _ in }
            #expect(all.status == .forbidden)
        }
        let own = try #require(try await reports(world).last)
        #expect(own.parameters.rounds == [world.round.id])
        try await world.visit(as: "otto") { browser in
            let list = try await browser.get("/figures/frozen")
            #expect(list.status == .ok && list.body.contains("Ingen rapport är fryst än"))
            let address = "/figures/frozen/\(own.id)"
            for path in [address, address + "/table.csv", address + "/restate"] {
                #expect(try await browser.get(path).status == .forbidden)
            }
        }
    }

    @Test(arguments: ["x", "0000000000000", "zzzzzzzzzzzzz", "..", "%20"])
    func `an id that no report has is answered in the reader's language`(
        _ id: String
    ) async throws {
        let world = try await TestWorld.make()
        try await world.addUser("anna", .administrator, scope: .organisation, language: .arabic)
        try await world.visit(as: "anna") { browser in
            for path in ["", "/restate", "/table.csv"] {
                let answer = try await browser.get("/figures/frozen/\(id)\(path)")
                #expect(answer.status == .notFound)
                #expect(answer.body.contains(#"<html lang="ar" dir="rtl">"#))
            }
        }
    }

    // MARK: Counting anew

    @Test func `a report that would be the same can't be restated`() async throws {
        let world = try await taken()
        let report = try await frozen(world)
        world.time.advance(minutes: 60)
        try await world.visit(as: "maria") { browser in
            let address = "/figures/frozen/\(report.id)/restate"
            let page = try await browser.get(address).body
            #expect(page.contains("Omräknad blir rapporten likadan."))
            #expect(page.contains("Inget som rör rapporten har registrerats sedan dess."))
            #expect(!page.contains("Frys omräkningen"))
            let sent = try await browser.submit(address) { _ in }
            #expect(sent.status == .conflict)
            #expect(try await reports(world) == [report])
        }
    }

    @Test func `what differs is told with what was recorded, and is kept once beside the first`()
        async throws
    {
        let world = try await taken()
        let report = try await frozen(world)
        try await mark(world, [1: "present"])
        try await world.visit(as: "maria") { browser in
            let address = "/figures/frozen/\(report.id)"
            let page = try await browser.get(address + "/restate").body
            #expect(page.contains("tal skiljer sig"))
            #expect(page.contains("Deltaganden"))
            #expect(page.contains("Närvaro") && page.contains("21 april 2020 19:00"))
            #expect(page.contains("Arabiska 1") && page.contains("sara"))
            #expect(try await reports(world) == [report], "looking keeps nothing")

            let form = FormFields(page)
            let first = try await browser.post(address + "/restate", form.fields)
            let second = try await browser.post(address + "/restate", form.fields)
            #expect(first.status == .seeOther && second.location == first.location)
            let kept = try await reports(world)
            #expect(kept.count == 2 && kept[0] == report && kept[1].restates == report.id)

            let restated = try await browser.get(first.location ?? "").body
            #expect(restated.contains(#"href="\#(address)""#))
            #expect(restated.contains("tal skiljer sig"))
            let original = try await browser.get(address).body
            #expect(original.contains(#"href="\#(first.location ?? "-")""#))
            #expect(original.contains("byte för byte densamma"))
            #expect(!original.contains("tal skiljer sig"))
        }
    }
}
