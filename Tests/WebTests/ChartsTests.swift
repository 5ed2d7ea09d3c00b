import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

struct ChartsTests {
    /// One present and one absent of three at today's session, the first protected.
    private func world() async throws -> TestWorld {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.addUser("anna", .administrator, scope: .organisation)
        try await world.addUser("maria", .manager, scope: .organisation)
        world.time.advance(minutes: 60)
        let session = world.sessions[1].id
        try await world.visit(as: "sara") { browser in
            var form = FormFields(try await browser.get("/sessions/\(session)").body)
            form["value.\(world.people[0])"] = "present"
            form["value.\(world.people[1])"] = "unnotified"
            _ = try await browser.post("/sessions/\(session)", form.fields)
        }
        try await world.desk.protect(
            world.people[0], level: .sekretessmarkering, as: .commandOperator)
        return world
    }

    @Test func `a figure's file has the numbers of its table`() async throws {
        let world = try await world()
        try await world.visit(as: "maria") { browser in
            let page = try await browser.get("/figures/charts?round=2020-spring").body
            #expect(page.contains("Alla deltagare våren 2020 hade arabiska: 1."))
            let link = #"href="/figures/chart/participation.csv?round=2020-spring""#
            #expect(page.contains(link))
            let file = try await browser.get("/figures/chart/participation.csv?round=2020-spring")
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(
                file.headers[.contentDisposition]
                    == #"attachment; filename="samsprak-participation-2020-spring-2020-04-21.csv""#)
            #expect(file.body.contains("ar;VT2020;1;1;2020-04-21;1;2020-spring;internal\r\n"))
        }
    }

    @Test func `an unknown figure is not found, and the strip is for those who read registers`()
        async throws
    {
        let world = try await world()
        try await world.visit(as: "maria") { browser in
            for file in ["shoes.csv", "capacity", "attendance.csv"] {
                let answer = try await browser.get("/figures/chart/\(file)")
                #expect(answer.status == .notFound)
            }
            let page = try await browser.get("/figures/charts").body
            #expect(!page.contains("chart-attendance"))
        }
    }

    @Test func `a leader sees the strip of their own group, a protected person as an alias`()
        async throws
    {
        let world = try await world()
        try await world.visit(as: "sara") { browser in
            let page = try await browser.get("/figures/charts?group=\(world.other.id)").body
            #expect(page.contains("Närvarande var 1 av 3 väntade, räknat vid varje träff."))
            #expect(page.contains("Deltagare "))
            #expect(!page.contains("Amal"))
            #expect(!page.contains("أمل"))
            #expect(page.contains("Yousef Ali"))
            let file = try await browser.get("/figures/chart/attendance.csv").body
            #expect(file.contains("unnotified"))
            #expect(!file.contains("Yousef"))
        }
    }

    @Test func `a picture has no styles of its own, which the pages' policy forbids`()
        async throws
    {
        let world = try await world()
        try await world.visit(as: "anna") { browser in
            for address in ["/", "/figures/charts", "/figures/report"] {
                let page = try await browser.get(address).body
                #expect(page.contains("<svg role=\"img\""))
                #expect(!page.contains("style=\""))
            }
        }
    }

    @Test func `the printed report is headed internal, its tables open`() async throws {
        let world = try await world()
        try await world.visit(as: "maria") { browser in
            let page = try await browser.get("/figures/report?round=2020-spring").body
            #expect(page.contains("Omgångar: Våren 2020"))
            #expect(page.matches(of: /<details class="fold" open>/).count == 4)
            #expect(!page.contains("<details class=\"fold\">"))
            let style = try #require(page.firstMatch(of: /\/assets\/[a-z0-9]+-report-sv.css/))
            let css = try await browser.get(String(style.output)).body
            #expect(css.contains(#"@top-center { content: "Endast för internt bruk";"#))
        }
    }

    @Test func `a manager of one round or one group starts with as much as they may see`()
        async throws
    {
        let world = try await world()
        try await world.addUser("rut", .manager, scope: .round(world.round.id))
        try await world.addUser("gun", .manager, scope: .group(world.other.id))
        for (user, participants) in [("rut", "1"), ("gun", "0")] {
            try await world.visit(as: user) { browser in
                let page = try await browser.get("/")
                #expect(page.status == .ok)
                let unique = page.body.firstMatch(
                    of: /Unika deltagare<\/dt><dd><bdi class="fact-value">(\d+)</)
                #expect(unique.map { String($0.output.1) } == participants)
            }
        }
    }

    @Test func `an administrator starts with what needs doing, a leader with sessions`()
        async throws
    {
        let world = try await world()
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get("/").body
            #expect(page.contains("<h1>Översikt</h1>"))
            #expect(
                page.contains(
                    #"<a href="/sessions">1 träff saknar närvaro och räknas inte än.</a>"#))
            #expect(page.contains(#"<a class="brand" href="/">"#))
            #expect(page.contains("Olika personer bland deltagandena."))
        }
        try await world.visit(as: "sara") { browser in
            let start = try await browser.get("/")
            #expect(start.location == "/sessions")
            let page = try await browser.get("/sessions").body
            #expect(page.contains(#"<a class="brand" href="/sessions">"#))
        }
    }
}

/// Which term the front page is about.
struct GlanceTests {
    private func round(_ code: String, _ first: String, ended: String? = nil) throws -> Round {
        Round(
            id: Round.ID(bits: UInt64(code.utf8.count)), code: code, name: code,
            programme: Programme.ID(bits: 1),
            rules: CourseRules(sessions: 10, sessionMinutes: 120, completionThreshold: 7),
            firstDay: try #require(LocalDate(first)), endedOn: ended.flatMap { LocalDate($0) })
    }

    @Test(arguments: [
        ("2020-04-21", ["c", "dd"]), ("2019-12-31", ["bbb"]), ("2019-01-01", ["bbb"]),
        ("2021-03-01", ["c", "dd"]),
    ])
    func `this term, else the last before, else the next`(day: String, codes: [String]) throws {
        let rounds = [
            try round("bbb", "2019-08-20", ended: "2019-12-01"), try round("c", "2020-01-07"),
            try round("dd", "2020-02-01"),
        ]
        let today = try #require(LocalDate(day))
        let glance = Glance(rounds, on: today)
        #expect(glance.codes == codes)
        #expect(glance.codesUnderWay == ["c", "dd"])
        #expect(Glance([], on: today).codes.isEmpty)
    }
}
