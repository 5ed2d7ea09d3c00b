import Courses
import HTTPTypes
import Statistics
import Testing

@testable import Desk
@testable import Web

struct FigureRowsTests {
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

    /// Where the numbers of a table lead.
    private static func links(_ page: String) -> [String] {
        page.matches(of: /<td class="figure"><a href="([^"]+)">/).map {
            String($0.output.1).replacing("&amp;", with: "&")
        }
    }

    @Test func `each number of the figures leads to a list that says the same number`()
        async throws
    {
        let world = try await world()
        for user in ["anna", "sara"] {
            try await world.visit(as: user) { browser in
                for address in ["/figures", "/figures?by=group,language&term=VT2020"] {
                    let page = try await browser.get(address).body
                    #expect(page.contains("Välj en siffra i tabellen för att se raderna bakom"))
                    let numbers = page.matches(
                        of: /<td class="figure"><a href="([^"]+)"><bdi>([^<]+)</)
                    #expect(numbers.count > 8)
                    for number in numbers where !number.output.2.hasSuffix("%") {
                        let link = String(number.output.1).replacing("&amp;", with: "&")
                        let rows = try await browser.get(link)
                        #expect(rows.status == .ok, "\(link)")
                        let told = "<dd><bdi class=\"fact-value\">\(number.output.2)<"
                        #expect(rows.body.contains("<dt>Siffran</dt>" + told), "\(link)")
                    }
                }
            }
        }
    }

    @Test func `a list says what it stands behind and names people, protected ones by alias`()
        async throws
    {
        let world = try await world()
        try await world.visit(as: "anna") { browser in
            let answer = try await browser.get(
                "/figures/rows?by=group&term=VT2020&measure=expected&key.group=\(world.group.id)")
            #expect(answer.headers[.cacheControl] == "no-store")
            let page = answer.body
            #expect(page.contains("<h1>Väntade</h1>"))
            #expect(page.contains("<b><bdi>Arabiska 1</bdi></b>"))
            #expect(page.contains("Som det ser ut 21 april 2020"))
            #expect(page.contains("Termin: "))
            #expect(page.contains("sparas vem som läste den och när"))
            #expect(page.contains("Yousef Ali") && page.contains("Mariam Khalil"))
            #expect(page.contains("Deltagare 1"))
            #expect(!page.contains("Amal") && !page.contains("أمل"))
            #expect(page.contains("oanmäld frånvaro") && page.contains("Utan markering"))
            #expect(page.contains("href=\"/sessions/\(world.sessions[1].id)\""))
            #expect(page.contains("href=\"/figures?by=group&amp;term=VT2020\""))
            let file = try await browser.get(
                "/figures/rows.csv?measure=expected&key.group=\(world.group.id)")
            #expect(
                file.headers[.contentDisposition]?.contains("samsprak-rader-expected") ?? false)
            #expect(file.body.contains(world.people[1].description))
            #expect(!file.body.contains("Yousef") && !file.body.contains("Amal"))
        }
        let women = "/figures/rows?measure=expected&key.gender=unknown"
        try await world.visit(as: "anna") { browser in
            let answer = try await browser.get(women)
            #expect(answer.status == .forbidden)
            #expect(answer.body.contains("Någon har skyddade personuppgifter"))
            #expect(!answer.body.contains("Deltagare 1"))
            #expect(!answer.body.contains("\(world.people[0])"))
        }
    }

    @Test func `a manager sees numbers without links, and no rows by any address`() async throws {
        let world = try await world()
        try await world.visit(as: "maria") { browser in
            let page = try await browser.get("/figures").body
            #expect(page.contains("<td class=\"figure\"><bdi>3</bdi>"))
            #expect(!page.contains("/figures/rows"))
            #expect(!page.contains("Välj en siffra"))
            for address in ["/figures/rows?measure=expected", "/figures/rows.csv?measure=guests"] {
                let answer = try await browser.get(address)
                #expect(answer.status == .forbidden)
                #expect(!answer.body.contains("Yousef"))
            }
        }
        try await world.visit { browser in
            let answer = try await browser.get("/figures/rows?measure=expected")
            #expect(answer.status != .ok)
            #expect(!answer.body.contains("Yousef"))
        }
    }

    @Test func `a leader opens the numbers of their own group and no other's`() async throws {
        let world = try await world()
        try await world.visit(as: "sara") { browser in
            let links = Self.links(try await browser.get("/figures").body)
            #expect(links.contains { $0.contains("key.group=\(world.group.id)") })
            #expect(!links.contains { $0.contains("\(world.other.id)") })
            for link in links {
                let answer = try await browser.get(link)
                #expect(answer.status == .ok, "\(link)")
            }
            let other = try await browser.get(
                "/figures/rows?measure=expected&key.group=\(world.other.id)")
            #expect(other.status == .forbidden)
        }
    }

    @Test(arguments: [
        ("sv", "Det finns inget mått som heter"), ("en", "There is no measure called"),
        ("ar", "لا يوجد مقياس اسمه"), ("ku", "Pîvaneke bi navê"),
    ])
    func `what there is not is refused in the reader's language`(language: String, words: String)
        async throws
    {
        let world = try await world()
        try await world.addUser(
            "eva", .administrator, scope: .organisation, language: Language(rawValue: language))
        try await world.visit(as: "eva") { browser in
            let answer = try await browser.get("/figures/rows?measure=shoes")
            #expect(answer.status == .badRequest)
            #expect(answer.body.contains(words))
            for query in [
                "measure=attended&key.gender=shoes", "measure=attended&key.shoes=1",
                "measure=completed&key.mode=onsite", "measure=attended&shoes=1",
                "measure=attended&language=ar&key.language=fa-AF",
            ] {
                #expect(
                    try await browser.get("/figures/rows?" + query).status == .badRequest,
                    "\(query)")
            }
            for query in ["page=0", "page=99", "page=x", "measure=attended&key.municipality=0428"] {
                #expect(try await browser.get("/figures/rows?" + query).status == .ok, "\(query)")
            }
        }
    }

    @Test func `the request's log tells nothing of whom a list names`() async throws {
        let world = try await world()
        let log = KeptLog()
        let token = try await world.token(of: "anna")
        let client = RouterClient(try await world.application(logger: log.logger))
        let browser = Browser(client: client, token: token)
        _ = try await browser.get("/figures/rows?measure=expected&key.language=ar")
        let text = log.lines.joined(separator: "\n")
        #expect(text.contains("/figures/rows"))
        for secret in ["Yousef", "Amal", "key.language"] + world.people.map(\.description) {
            #expect(!text.contains(secret))
        }
    }
}
