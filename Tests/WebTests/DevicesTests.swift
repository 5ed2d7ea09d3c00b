import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

struct DevicesTests {
    private static let phone =
        "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
        + "Chrome/126.0.0.0 Mobile Safari/537.36"

    /// Signs in as a browser does, and gives it.
    private func signIn(
        _ userName: String, _ browser: Browser, agent: String
    ) async throws -> Browser {
        let answer = try await browser.post(
            "/sign-in", [("userName", userName), ("password", TestWorld.password)],
            [.userAgent: agent])
        let cookie = try #require(answer.headers[.setCookie])
        var signedIn = browser
        signedIn.token = String(cookie.dropFirst("samsprak=".count).prefix(64))
        return signedIn
    }

    @Test func `a device that was lost is signed out, and both its page and its calls are refused`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.visit(as: "sara") { browser in
            let lost = try await signIn("sara", browser, agent: Self.phone)
            let page = try await browser.get("/devices")
            #expect(page.body.contains("Chrome på Android"))
            #expect(page.body.contains("Den här enheten"))
            #expect(page.body.contains("Senast använd 21 april 2020"))
            let token = try #require(FormFields(page.body)["csrf"])
            let action = try #require(
                page.body.firstMatch(of: /\/devices\/[0-9a-z]{13}\/sign-out/)
            ).output
            #expect(
                try await browser.post(String(action), []).status == .forbidden)
            let answer = try await browser.post(String(action), [("csrf", token)])
            #expect(answer.location == "/devices?done")
            #expect(try await lost.get("/").location == "/sign-in")
            #expect(try await lost.get("/api/v1/sessions").status == .unauthorized)
            #expect(try await browser.get("/api/v1/sessions").status == .ok)
            #expect(try await browser.post(String(action), [("csrf", token)]).status == .notFound)
        }
    }

    @Test func `an administrator signs a user out everywhere, and others may not look`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.addUser("karin", .administrator, scope: .organisation)
        let sara = try #require(
            try await world.desk.accounts(as: .commandOperator).first { $0.userName == "sara" })
        let karin = try #require(
            try await world.desk.accounts(as: .commandOperator).first { $0.userName == "karin" })
        try await world.visit(as: "sara") { leader in
            _ = try await signIn("sara", leader, agent: Self.phone)
            #expect(try await leader.get("/users").status == .forbidden)
            #expect(
                try await leader.get("/users/\(karin.person)/devices").status == .forbidden)
            let administrator = try await signIn("karin", leader, agent: Self.phone)
            let users = try await administrator.get("/users")
            let address = "/users/\(sara.person)/devices"
            #expect(users.body.contains(address))
            let page = try await administrator.get(address)
            let token = try #require(FormFields(page.body)["csrf"])
            let answer = try await administrator.post(
                address + "/sign-out", [("csrf", token)])
            #expect(answer.location == address + "?done")
            #expect(try await leader.get("/").location == "/sign-in")
            #expect(try await administrator.get(address).body.contains("Ingen enhet är inloggad."))
        }
    }

    @Test func `all other devices go at once and this one stays`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.visit(as: "sara") { browser in
            for _ in 1...2 { _ = try await signIn("sara", browser, agent: Self.phone) }
            let token = try #require(FormFields(try await browser.get("/devices").body)["csrf"])
            _ = try await browser.post("/devices/sign-out", [("csrf", token)])
            let page = try await browser.get("/devices?done").body
            #expect(page.matches(of: /<li class="card stack">/).count == 1)
            #expect(page.contains("Den här enheten"))
        }
    }

    @Test func `a day's first visit is remembered`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.visit(as: "sara") { browser in
            world.time.advance(minutes: 8 * 60)
            let page = try await browser.get("/devices").body
            #expect(page.contains("Senast använd 22 april 2020"))
        }
    }

    @Test(arguments: [
        (Self.phone, BrowserKind(.chrome, .android)),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
                + "(KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
            BrowserKind(.safari, .iPhone)
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                + "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0", BrowserKind(.edge, .windows)
        ),
        (
            "Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-S918B) AppleWebKit/537.36 (KHTML, like "
                + "Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
            BrowserKind(.samsung, .android)
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
            BrowserKind(.firefox, .linux)
        ),
        ("curl/8.5.0", .unknown), ("", .unknown),
    ])
    func `a browser is known by what it says`(agent: String, kind: BrowserKind) {
        #expect(BrowserKind(userAgent: agent) == kind)
    }
}
