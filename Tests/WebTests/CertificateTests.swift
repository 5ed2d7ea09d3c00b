import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

struct CertificateTests {
    /// A round that has ended, with one session, which its two people attended; `anna` may do
    /// everything.
    private func ended() async throws -> (TestWorld, Group) {
        let world = try await TestWorld.make()
        let office = Actor.commandOperator
        try await world.desk.addProgramme(
            code: "short", name: "Kort <kurs>",
            rules: CourseRules(sessions: 1, sessionMinutes: 120, completionThreshold: 1),
            as: office)
        try await world.desk.addRound(
            of: "short", code: "short", name: "Kort",
            firstDay: TestWorld.today.adding(days: -9), as: office)
        let group = try await world.desk.addGroup(
            NewGroup(name: "Korta", round: "short", languages: [.arabic]), as: office)
        let people = Array(world.people.prefix(2))
        try await world.desk.place(
            PlaceRequest(
                people: people, group: group.id, from: TestWorld.today.adding(days: -9)),
            as: office)
        let session = try await world.desk.addSessions(
            [
                NewSession(
                    number: 1, date: TestWorld.today.adding(days: -3),
                    start: TestWorld.clock("17:30"), end: TestWorld.clock("19:30"))
            ], groups: [group.id], as: office
        ).sessions[0]
        try await world.addUser("anna", .administrator, scope: .organisation)
        try await world.visit(as: "anna") { browser in
            let address = "/sessions/\(session.id)/entry"
            var form = FormFields(try await browser.get(address).body)
            for person in people { form["key.\(person)"] = "1" }
            _ = try await browser.post(address, form.fields)
        }
        _ = try await world.desk.endRound(
            "short", on: TestWorld.today.adding(days: -1), as: office)
        return (world, group)
    }

    private func numbers(in page: String) -> [String] {
        page.matches(of: /href="\/certificates\/([0-9A-Z-]{14})"/).map { String($0.output.1) }
    }

    @Test func `an administrator issues all, prints them one a page, and withdraws one`()
        async throws
    {
        let (world, group) = try await ended()
        try await world.visit(as: "anna") { browser in
            let address = "/rounds/short/certificates"
            var page = try await browser.get(address).body
            #expect(page.contains("Utfärda 2 intyg"))
            let token = ("csrf", FormFields(page)["csrf"] ?? "")
            let sent = try await browser.post(address, [token, ("kind", "issue")])
            #expect(sent.status == .seeOther)
            page = try await browser.get(sent.location ?? "").body
            #expect(page.contains("2 intyg är utfärdade."))
            let found = numbers(in: page)
            #expect(found.count == 2)

            let papers = try await browser.get("/groups/\(group.id)/certificates")
            #expect(papers.headers[.cacheControl] == "no-store")
            #expect(papers.body.matches(of: /<article class="certificate\b/).count == 2)
            #expect(papers.body.contains("<bdi>Amal Hassan</bdi>"))
            #expect(papers.body.contains("<bdi>أمل حسن</bdi>"))
            #expect(papers.body.contains("Kort &lt;kurs&gt;"))
            let one = try await browser.get("/certificates/\(found[0])").body
            #expect(one.matches(of: /<article class="certificate\b/).count == 1)

            let gone = try await browser.post(
                address, [token, ("kind", "withdraw"), ("number", found[0])])
            page = try await browser.get(gone.location ?? "").body
            #expect(page.contains("Intyg \(found[0]) är tillbakadraget."))
            #expect(numbers(in: page) == [found[1]])
            #expect(try await browser.get("/certificates/\(found[0])").status == .conflict)
        }
    }

    @Test func `one that is no longer right is left out of the prints, which say so`()
        async throws
    {
        let (world, group) = try await ended()
        let issued = try await world.desk.issueCertificates(in: "short", as: .commandOperator)
        let amal = try #require(issued.issued.first { $0.person == world.people[0] })
        let session = try #require(
            try await world.desk.sessions(
                SessionFilter(group: group.id), as: .commandOperator
            ).first)
        try await world.visit(as: "anna") { browser in
            let address = "/sessions/\(session.session.id)"
            _ = try await browser.submit(address) {
                $0["value.\(world.people[0])"] = "unnotified"
            }

            let list = try await browser.get("/rounds/short/certificates").body
            #expect(list.contains("Uppfyller inte kraven"))
            #expect(!numbers(in: list).contains(amal.number.description))
            #expect(numbers(in: list).count == 1)
            // Nor does the group's own way to its papers stand in its place.
            #expect(list.matches(of: /href="\/groups\/[^"]*\/certificates"/).count == 1)
            for address in ["/rounds/short/certificates/paper", "/groups/\(group.id)/certificates"]
            {
                let papers = try await browser.get(address).body
                #expect(papers.matches(of: /<article class="certificate\b/).count == 1)
                #expect(papers.contains("1 intyg är utelämnat, för det stämmer inte längre."))
                #expect(!papers.contains("Amal"))
            }
            let one = try await browser.get("/certificates/\(amal.number)")
            #expect(one.status == .conflict)
            #expect(one.body.contains("inte längre genomfört omgången"))
            #expect(!one.body.contains("<article"))
        }
    }

    @Test func `without signing in a number is checked, and no name is told`() async throws {
        let (world, _) = try await ended()
        let issued = try await world.desk.issueCertificates(in: "short", as: .commandOperator)
        let number = try #require(issued.issued.first).number
        try await world.visit { browser in
            let page = try await browser.get("/certificates?number=\(number.plain)")
            #expect(page.status == .ok)
            #expect(page.body.contains("Intyget är giltigt"))
            #expect(!page.body.contains("Amal") && !page.body.contains("أمل"))
            #expect(!page.body.contains("Yousef"))
            let wrong = try await browser.get("/certificates?number=7XK2-9QMD").body
            #expect(wrong.contains("Numret är felskrivet"))
            let unknown = CertificateNumber(bits: 5)
            let none = try await browser.get("/certificates?number=\(unknown)").body
            #expect(none.contains("Det finns inget intyg med det numret"))
            #expect(try await browser.get("/certificates/\(number)").status == .seeOther)
        }
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get("/certificates?number=\(number)").body
            #expect(page.contains("Amal Hassan") || page.contains("Yousef Ali"))
        }
    }

    @Test func `a leader is led to no certificates, and gets none`() async throws {
        let (world, group) = try await ended()
        try await world.addUser("sara", scope: .group(group.id))
        try await world.visit(as: "sara") { browser in
            #expect(try await browser.get("/rounds/short/certificates").status == .forbidden)
            #expect(try await browser.get("/groups/\(group.id)/certificates").status == .forbidden)
            let page = try await browser.get("/groups/\(group.id)").body
            #expect(!page.contains("/certificates"))
        }
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get("/groups/\(group.id)").body
            #expect(page.contains("/groups/\(group.id)/certificates"))
        }
    }

    @Test func `a protected person's certificate is printed by nobody but a named reader`()
        async throws
    {
        let (world, group) = try await ended()
        let issued = try await world.desk.issueCertificates(in: "short", as: .commandOperator)
        let amal = try #require(issued.issued.first { $0.person == world.people[0] })
        try await world.desk.protect(
            world.people[0], level: .sekretessmarkering, as: .commandOperator)
        try await world.visit(as: "anna") { browser in
            let papers = try await browser.get("/groups/\(group.id)/certificates").body
            #expect(papers.contains("1 intyg är för en person med skyddade personuppgifter."))
            #expect(!papers.contains("Amal") && !papers.contains("Deltagare 1"))
            let one = try await browser.get("/certificates/\(amal.number)")
            #expect(one.status == .forbidden)
            #expect(one.body.contains("skyddade personuppgifter"))
        }
    }

    @Test(arguments: [
        ("Kort.", "Kort."), ("Första.\n\nAndra.", "Första."),
        ("En mening. En till. Och en tredje som är lång.", "En mening. En till. …"),
        ("Enmeningutanmellanslagsomaldrigtarslut", "Enmeningutanmellanslagsomaldrigt…"),
        ("Ord ett två tre fyra fem sex sju åtta", "Ord ett två tre fyra fem sex …"),
    ])
    func `a text is cut at a sentence, and says so`(_ text: String, _ expected: String) {
        #expect(excerpt(of: text, letters: 32) == expected)
    }
}
