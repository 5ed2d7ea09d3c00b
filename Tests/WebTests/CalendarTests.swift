import Courses
import Desk
import HTTPTypes
import Localisation
import Testing

@testable import Web

struct CalendarTests {
    /// Makes an address on the page and gives its path.
    private func make(_ browser: Browser) async throws -> String {
        let token = try #require(FormFields(try await browser.get("/calendar").body)["csrf"])
        let page = try await browser.post("/calendar/make", [("csrf", token)])
        #expect(page.headers[.cacheControl] == "no-store")
        let match = try #require(page.body.firstMatch(of: /\/calendar\/[0-9a-f]{64}\.ics/))
        return String(match.output)
    }

    @Test func `one's own sessions and nobody who takes part stand in the calendar`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.visit(as: "sara") { browser in
            let address = try await make(browser)
            var stranger = browser
            stranger.token = nil
            let answer = try await stranger.get(address)
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType] == "text/calendar; charset=utf-8")
            for session in world.sessions {
                #expect(answer.body.contains("UID:\(session.id)@samsprak\r\n"))
            }
            #expect(!answer.body.contains(world.otherSession.id.description))
            #expect(
                answer.body.contains("DTSTART;TZID=Europe/Stockholm:20200421T173000\r\n"))
            #expect(answer.body.contains("SUMMARY:Arabiska 1\\, träff 2\r\n"))
            #expect(answer.body.contains("LOCATION:Åbrogården\r\n"))
            for name in ["Amal", "Hassan", "أمل", "Yousef", "Mariam", "sara"] {
                #expect(!answer.body.contains(name))
            }
        }
    }

    @Test func `an address is shown once, known by its tag, and ends when its owner says so`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.visit(as: "sara") { browser in
            let first = try await make(browser)
            let page = try await browser.get("/calendar").body
            #expect(!page.contains(first))
            let tag = try #require(try await browser.get(first).headers[.eTag])
            let unchanged = try await browser.get(first, [.ifNoneMatch: "\"x\", W/" + tag])
            #expect(unchanged.status == .notModified)
            #expect(unchanged.body.isEmpty)
            let second = try await make(browser)
            #expect(try await browser.get(first).status == .notFound)
            #expect(try await browser.get(second).status == .ok)
            let token = try #require(FormFields(try await browser.get("/calendar").body)["csrf"])
            #expect(try await browser.post("/calendar/end", []).status == .forbidden)
            _ = try await browser.post("/calendar/end", [("csrf", token)])
            #expect(try await browser.get(second).status == .notFound)
        }
    }

    @Test func `a session that is moved or called off keeps its id and says so`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.visit(as: "sara") { browser in
            let address = try await make(browser)
            let before = try await browser.get(address)
            let third = world.sessions[2]
            _ = try await world.desk.moveSession(
                third.id, to: third.date.adding(days: 1), start: third.start, end: third.end,
                as: .commandOperator)
            _ = try await world.desk.cancelSession(
                third.id, reason: nil, as: .commandOperator)
            let after = try await browser.get(address)
            #expect(after.headers[.eTag] != before.headers[.eTag])
            let event = try #require(
                after.body.components(of: "VEVENT").first { $0.contains(third.id.description) })
            #expect(event.contains("SEQUENCE:2\r\n"))
            #expect(event.contains("STATUS:CANCELLED\r\n"))
            #expect(event.contains(":20200429T173000\r\n"))
            #expect(
                before.body.contains("STATUS:CONFIRMED")
                    && !before.body.contains("STATUS:CANCELLED"))
        }
    }

    @Test func `the log never holds the address`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        let log = KeptLog()
        let token = try await world.desk.signIn(
            userName: "sara", password: TestWorld.password
        ).token
        let client = RouterClient(try await world.application(logger: log.logger))
        let browser = Browser(client: client, token: token)
        let address = try await make(browser)
        let secret = String(address.dropFirst("/calendar/".count).prefix(64))
        _ = try await browser.get(address)
        _ = try await browser.get(address + "x")
        #expect(log.lines.contains { $0.contains("/calendar/{secret}") })
        #expect(!log.lines.contains { $0.contains(secret) })
    }

    @Test func `half past five stays half past five over both changes of the clock`() throws {
        let days = ["2020-03-28", "2020-03-30", "2020-10-24", "2020-10-26"]
        let entries = try days.enumerated().map { index, day in
            CalendarEntry(
                session: Session(
                    id: Session.ID(bits: UInt64(index)),
                    groups: [SessionGroup(group: Samples.group.id, number: index + 1)],
                    date: try #require(LocalDate(day)), start: TestWorld.clock("17:30"),
                    end: TestWorld.clock("19:30"), mode: .onsite, recording: .both,
                    state: .planned),
                groups: [Samples.group], revision: 0, changedAt: Instant(milliseconds: 0))
        }
        let text = CalendarFeed(language: .arabic, entries: entries).text(named: "Samspråk")
        let starts = text.matches(of: /DTSTART;TZID=Europe\/Stockholm:(\d{8}T\d{6})\r\n/)
        #expect(
            starts.map { String($0.output.1) } == [
                "20200328T173000", "20200330T173000", "20201024T173000", "20201026T173000",
            ])
        let zone = try #require(text.components(of: "VTIMEZONE").first)
        for part in [
            "TZID:Europe/Stockholm", "TZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        ] {
            #expect(zone.contains(part))
        }
    }

    @Test(arguments: ["å", "أ", "ሰ", "👩‍👧", "e\u{301}"])
    func `long lines are folded between characters`(_ letter: String) {
        var text = CalendarText()
        let value = "x" + String(repeating: letter, count: 120)
        text.line("SUMMARY", value)
        let lines = text.text.components(separatedByLineEnds: ())
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        let unfolded = lines.enumerated().map { $0 == 0 ? $1 : String($1.dropFirst()) }.joined()
        #expect(unfolded == "SUMMARY:" + value)
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" " + letter) })
    }

    @Test func `signs that mean something are escaped`() {
        #expect(CalendarText.escaped("a,b;c\\d\r\ne") == "a\\,b\\;c\\\\d\\ne")
    }
}

extension String {
    /// What stands between each BEGIN and END of a name.
    fileprivate func components(of name: String) -> [String] {
        ranges(of: "BEGIN:\(name)\r\n").map { start in
            let rest = self[start.upperBound...]
            return String(rest[..<(rest.firstRange(of: "END:\(name)")?.lowerBound ?? endIndex)])
        }
    }

    fileprivate func components(separatedByLineEnds: Void) -> [String] {
        split(separator: "\r\n").map(String.init)
    }
}
