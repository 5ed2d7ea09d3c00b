import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

struct PagesTests {
    @Test func `a leader sees own sessions, those not taken first`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.visit(as: "sara") { browser in
            let page = try await browser.get("/sessions").body
            let headings = page.matches(of: /<h2>([^<]*)<\/h2>/).map { String($0.output.1) }
            #expect(headings == ["Nästa träff", "Närvaro saknas", "Kommande"])
            #expect(!page.contains(world.otherSession.id.description))
            #expect(page.contains("0 av 3 markerade"))
        }
    }

    @Test func `an empty page names the next step`() async throws {
        let world = try await TestWorld.make()
        let empty = try await world.desk.addGroup(
            NewGroup(name: "Tom", round: world.round.code, languages: [.somali]),
            as: .commandOperator)
        try await world.addUser("nils", scope: .group(empty.id))
        try await world.visit(as: "nils") { browser in
            let page = try await browser.get("/sessions")
            #expect(page.body.contains("Be en administratör att lägga till dig."))
        }
    }

    @Test func `another leader's session is refused without saying what it is`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        let other = "/sessions/\(world.otherSession.id)"
        try await world.visit(as: "sara") { browser in
            let refused = try await browser.get(other)
            #expect(refused.status == .forbidden)
            #expect(refused.body.contains("Du har inte rätt att se den här sidan."))
            #expect(!refused.body.contains("Dari"))
            #expect(try await browser.get("/sessions/0000000000001").status == .notFound)
            #expect(try await browser.get("/sessions/x").status == .notFound)
            let missing = try await browser.get("/no-such-page")
            #expect(missing.status == .notFound)
            #expect(missing.body.contains("Sidan finns inte"))
        }
    }

    @Test func `an Arabic reader's page runs from right to left with native names first`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("amal", language: .arabic)
        try await world.visit(as: "amal") { browser in
            let page = try await browser.get("/sessions/\(world.sessions[1].id)").body
            #expect(page.contains(#"<html lang="ar" dir="rtl">"#))
            #expect(page.contains("<legend><bdi>أمل حسن</bdi> <bdi>Amal Hassan</bdi>"))
            let latin = try await browser.get("/sessions/\(world.sessions[1].id)?names=latin")
            #expect(latin.body.contains("<legend><bdi>Amal Hassan</bdi> <bdi>أمل حسن</bdi>"))
            #expect(latin.headers[.setCookie]?.hasPrefix("samsprak-names=latin") == true)
        }
    }

    @Test func `every answer tells browsers what not to do`() async throws {
        let world = try await TestWorld.make()
        try await world.visit { browser in
            for address in ["/sign-in", "/no-such-page", "/api/v1/sessions"] {
                let headers = try await browser.get(address).headers
                #expect(headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
                #expect(
                    headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
                #expect(headers[.xContentTypeOptions] == "nosniff")
                #expect(headers[.referrerPolicy] == "same-origin")
                #expect(headers[.cacheControl] == "no-store")
                #expect(headers[.strictTransportSecurity] == nil)
            }
            let page = try await browser.get("/sign-in").body
            let style = try #require(page.firstMatch(of: /\/assets\/[a-z0-9]+-samsprak.css/))
            let answer = try await browser.get(String(style.output))
            #expect(answer.status == .ok)
            #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
        }
    }

    @Test func `the language is asked for, chosen, and kept with the account`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.visit { browser in
            let asked = try await browser.get(
                "/sign-in", [.acceptLanguage: "xx, ckb;q=0.9, ar;q=0.8"])
            #expect(asked.body.contains(#"<html lang="ckb" dir="rtl">"#))
            let chosen = try await browser.get("/sign-in?language=ti")
            #expect(chosen.body.contains(#"<html lang="ti" dir="ltr">"#))
            let answer = try await browser.post(
                "/language", [("language", "prs"), ("next", "/sign-in")])
            #expect(answer.location == "/sign-in")
            #expect(answer.headers[.setCookie]?.hasPrefix("samsprak-language=fa-AF") == true)
        }
        try await world.visit(as: "sara") { browser in
            let token = try #require(FormFields(try await browser.get("/sessions").body)["csrf"])
            #expect(try await browser.post("/language", [("language", "so")]).status == .forbidden)
            _ = try await browser.post("/language", [("language", "so"), ("csrf", token)])
            #expect(
                try await browser.get("/sessions").body.contains(#"<html lang="so" dir="ltr">"#))
        }
    }

    @Test func `a manager starts with the term at a glance, and a rate shows its two numbers`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.addUser("maria", .manager, scope: .organisation)
        world.time.advance(minutes: 60)
        let session = world.sessions[1].id
        try await world.visit(as: "sara") { browser in
            var form = FormFields(try await browser.get("/sessions/\(session)").body)
            form["value.\(world.people[0])"] = "present"
            form["value.\(world.people[1])"] = "unnotified"
            _ = try await browser.post("/sessions/\(session)", form.fields)
        }
        try await world.visit(as: "maria") { browser in
            let start = try await browser.get("/").body
            #expect(start.contains("Nyckeltal för våren 2020"))
            #expect(start.contains("1 träff saknar närvaro och räknas inte än."))
            #expect(start.contains("1 av 2"))
            #expect(!start.contains(#"href="/review""#))
            let page = try await browser.get("/figures").body
            #expect(page.contains("Endast för internt bruk"))
            #expect(page.contains("1 av 2"))
            #expect(page.contains("1 träff saknar närvaro och räknas inte än."))
            #expect(try await browser.get("/sessions/\(session)").status == .forbidden)
        }
    }

    /// Without what each rendering makes anew.
    private func withoutIDs(_ page: String) -> String {
        page.replacing(/name="report" value="[0-9a-z]{13}"/, with: "")
    }

    @Test func `what the figures are broken down by and narrowed to lives in the address`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("maria", .manager, scope: .organisation)
        try await world.visit(as: "maria") { browser in
            let page = try await browser.get("/figures?by=language,month&language=ar&term=2020-vt")
            #expect(page.status == .ok)
            #expect(page.body.contains("Uppdelat på: Språk och Månad"))
            #expect(page.body.contains("Språk: arabiska"))
            #expect(page.body.contains("Termin: våren 2020"))
            #expect(page.body.contains(#"name="by" value="month" checked"#))
            #expect(page.body.contains(#"name="language" value="ar" checked"#))
            #expect(
                page.body.contains(
                    "/figures/table.csv?by=language,month&amp;term=VT2020&amp;language=ar"))
            #expect(!page.body.contains("dari ·"))
            let same = try await browser.get(
                "/figures?by=language&by=month&language=ar&term=VT2020")
            #expect(withoutIDs(same.body) == withoutIDs(page.body))
            let file = try await browser.get("/figures/table.csv?by=gender&language=ar")
            #expect(file.body.contains("language=ar"))
            let none = try await browser.get("/figures?language=fa-AF&month=2020-05")
            #expect(none.status == .badRequest)
            #expect(none.body.contains("2020-05"))
            let empty = try await browser.get("/figures?gender=man")
            #expect(empty.status == .ok)
            #expect(empty.body.contains("Inget att räkna i urvalet"))
        }
    }

    @Test func `figures stand beside those of the term before where that is asked for`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("maria", .manager, scope: .organisation)
        try await world.desk.addRound(
            of: "parent-support", code: "2019-autumn", name: "Hösten 2019",
            firstDay: TestWorld.today.adding(days: -200), as: .commandOperator)
        try await world.visit(as: "maria") { browser in
            let page = try await browser.get("/figures?term=VT2020&compare=1").body
            #expect(page.contains("Jämfört med hösten 2019, samma program."))
            #expect(page.contains("0 terminen före"))
            #expect(page.contains(#"name="compare" value="1" checked"#))
            #expect(page.contains("term=VT2020&amp;compare=1"))
            let all = try await browser.get("/figures?compare=1").body
            #expect(all.contains("Välj en termin för att jämföra totalen."))
            #expect(!(try await browser.get("/figures").body.contains("terminen före (")))
            let file = try await browser.get("/figures/table.csv?term=VT2020&compare=1").body
            #expect(file.contains("attendedBefore;attendedChange"))
        }
    }

    @Test(arguments: [
        ("/figures?language=xx", "xx"), ("/figures?by=shoeSize", "shoeSize"),
        ("/figures?colour=red", "colour"), ("/figures/table.xlsx?gender=w", "w"),
        ("/figures/county?gender=woman", "gender"), ("/figures?term=2031-vt", "2031-vt"),
        ("/figures?group=Nowhere", "Nowhere"),
    ])
    func `an address that asks for what there is not is refused by name`(
        _ address: String, _ named: String
    ) async throws {
        let world = try await TestWorld.make()
        try await world.addUser("maria", .manager, scope: .organisation)
        try await world.visit(as: "maria") { browser in
            let refused = try await browser.get(address)
            #expect(refused.status == .badRequest)
            #expect(refused.body.contains(named))
        }
    }

    @Test func `the county's table is one click from the figures, and comes as a file`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("maria", .manager, scope: .organisation)
        try await world.visit(as: "maria") { browser in
            #expect(try await browser.get("/figures").body.contains(#"href="/figures/county""#))
            let page = try await browser.get("/figures/county").body
            #expect(page.contains("Endast för internt bruk"))
            #expect(page.contains(#"href="/figures/county.xlsx""#))
            let file = try await browser.get("/figures/county.csv")
            #expect(file.status == .ok)
            #expect(file.body.contains("uniqueWomen"))
            #expect(try await browser.get("/figures/table.csv?by=shoeSize").status == .badRequest)
            #expect(try await browser.get("/figures/table.csv?by=term,mode").status == .ok)
        }
        try await world.visit { browser in
            let refused = try await browser.get("/figures/county.xlsx")
            #expect(refused.location?.hasPrefix("/sign-in") == true)
        }
    }
}
