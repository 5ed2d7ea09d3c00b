import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

struct SignInTests {
    @Test func `whoever is not signed in is sent to the sign-in and back again`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        let address = "/sessions/\(world.sessions[1].id)"
        try await world.visit { browser in
            let refused = try await browser.get(address)
            #expect(refused.status == .seeOther)
            #expect(refused.location == "/sign-in?next=\(address)")
            let page = try await browser.get("/sign-in?next=\(address)")
            #expect(page.body.contains(#"name="next" value="\#(address)""#))
            let answer = try await browser.post(
                "/sign-in",
                [("userName", "sara"), ("password", TestWorld.password), ("next", address)])
            #expect(answer.status == .seeOther)
            #expect(answer.location == address)
            let cookie = try #require(answer.headers[.setCookie])
            #expect(cookie.hasPrefix("samsprak="))
            #expect(cookie.contains("HttpOnly"))
            #expect(cookie.contains("SameSite=Lax"))
            #expect(cookie.contains("Path=/"))
            #expect(!cookie.contains("Secure"))
            var signedIn = browser
            signedIn.token = String(cookie.dropFirst("samsprak=".count).prefix(64))
            #expect(try await signedIn.get(address).status == .ok)
        }
    }

    @Test func `behind a proxy the cookie and the browser stay with TLS`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        let proxy = try #require(
            Proxy(addressHeader: "X-Forwarded-For", addresses: Proxy.loopback))
        try await world.visit(proxy: proxy) { browser in
            let answer = try await browser.post(
                "/sign-in", [("userName", "sara"), ("password", TestWorld.password)])
            #expect(answer.headers[.setCookie]?.contains("Secure") == true)
            #expect(answer.headers[.strictTransportSecurity] == "max-age=31536000")
        }
    }

    @Test(arguments: ["//evil.example", "https://evil.example", "/\\evil.example", "", "/sign-in"])
    func `only an address of this service is led back to`(next: String) {
        #expect(LocalAddress.checked(next) == nil)
    }

    @Test func `a wrong name and a wrong password get the same answer`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.visit { browser in
            let wrong = try await browser.post(
                "/sign-in", [("userName", "sara"), ("password", "something else")])
            let unknown = try await browser.post(
                "/sign-in", [("userName", "nobo"), ("password", "something else")])
            #expect(wrong.status == .unprocessableContent)
            #expect(unknown.status == wrong.status)
            #expect(
                unknown.body.replacing("nobo", with: "sara") == wrong.body)
            #expect(wrong.body.contains("Användarnamnet eller lösenordet stämmer inte."))
            #expect(wrong.headers[.setCookie] == nil)
        }
    }

    @Test func `guessing has to wait, and waiting helps`() {
        let limiter = SignInLimiter()
        let keys = SignInLimiter.keys(address: "192.0.2.1", userName: "sara")
        let start = Instant(milliseconds: 0)
        for _ in 1...5 { #expect(limiter.begin(keys, at: start) == nil) }
        #expect(limiter.begin(keys, at: start) == 15)
        let otherAddress = SignInLimiter.keys(address: "192.0.2.2", userName: "Sara")
        #expect(limiter.begin(otherAddress, at: start) == 15)
        let later = start.adding(milliseconds: 15_000)
        #expect(limiter.begin(keys, at: later) == nil)
        #expect(limiter.begin(keys, at: later) == 30)
    }

    @Test func `signing in clears a user's tries and not the address's`() {
        let limiter = SignInLimiter()
        let now = Instant(milliseconds: 0)
        let victim = SignInLimiter.keys(address: "192.0.2.1", userName: "victim")
        let own = SignInLimiter.keys(address: "192.0.2.1", userName: "own")
        for _ in 1...4 { #expect(limiter.begin(victim, at: now) == nil) }
        #expect(limiter.begin(own, at: now) == nil)
        limiter.succeeded(own)
        #expect(limiter.begin(own, at: now) == nil)
        #expect(limiter.begin(own, at: now) == 15)
    }

    @Test func `too many tries are told with how long to wait`() async throws {
        let world = try await TestWorld.make()
        try await world.visit { browser in
            for _ in 1...5 {
                let answer = try await browser.post(
                    "/sign-in", [("userName", "sara"), ("password", "x")])
                #expect(answer.status == .unprocessableContent)
            }
            let answer = try await browser.post(
                "/sign-in", [("userName", "sara"), ("password", "x")])
            #expect(answer.status == .tooManyRequests)
            #expect(answer.headers[.retryAfter] == "15")
        }
    }

    @Test func `signing out ends the sign-in and needs the form's token`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.visit(as: "sara") { browser in
            #expect(try await browser.post("/sign-out", []).status == .forbidden)
            #expect(try await browser.get("/sessions").status == .ok)
            let formToken = try #require(
                FormFields(try await browser.get("/sessions").body)["csrf"])
            let answer = try await browser.post("/sign-out", [("csrf", formToken)])
            #expect(answer.location == "/sign-in")
            #expect(answer.headers[.setCookie]?.contains("Max-Age=0") == true)
            #expect(try await browser.get("/").location == "/sign-in")
        }
    }
}
