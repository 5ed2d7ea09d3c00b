import Courses
import Desk
import FoundationEssentials
import HTTPTypes
import Localisation
import Testing

@testable import Web

struct PhoneTests {
    private struct Brought: Decodable {
        struct Session: Decodable {
            let session: String
            let expires: Int64
            let html: String
        }
        struct Part: Decodable {
            let html: String
        }
        let account: String
        let now: Int64
        let list: Part
        let sessions: [Session]
    }

    @Test func `a phone is brought the coming two weeks' registers without a form's token`()
        async throws
    {
        let world = try await TestWorld.make()
        let sara = try await world.addUser("sara")
        try await world.visit(as: "sara") { browser in
            let answer = try await browser.get("/api/v1/phone")
            #expect(answer.headers[.cacheControl] == "no-store")
            let brought = try JSONDecoder().decode(Brought.self, from: Data(answer.body.utf8))
            #expect(brought.account == sara.description)
            #expect(brought.now == world.desk.clock.now().milliseconds)
            // The first was a week ago.
            let coming = world.sessions.dropFirst()
            #expect(brought.sessions.map(\.session) == coming.map(\.id.description))
            for (session, kept) in zip(coming, brought.sessions) {
                #expect(kept.expires == session.endsAt.milliseconds + 86_400_000)
                #expect(kept.html.contains("Amal Hassan"))
                #expect(FormFields(kept.html)["csrf"]?.isEmpty == true)
            }
            #expect(!brought.list.html.contains("csrf"))
        }
    }

    @Test func `a phone is brought nothing before anybody is signed in`() async throws {
        let world = try await TestWorld.make()
        try await world.visit { browser in
            let status = try await browser.get("/api/v1/phone").status
            #expect(status == .unauthorized)
        }
    }

    @Test func `another account's batch is refused as a whole`() async throws {
        let world = try await TestWorld.make()
        let sara = try await world.addUser("sara")
        let nils = try await world.addUser("nils")
        let batch: @Sendable (Person.ID) -> String = { account in
            """
            {"version":1,"batch":"b","device":"d","sentAt":"2020-04-21T15:00:00Z",
             "account":"\(account)","acts":[]}
            """
        }
        try await world.visit(as: "nils") { browser in
            let own = try await browser.postJSON("/api/v1/acts", batch(nils))
            #expect(own.status == .ok)
            let others = try await browser.postJSON("/api/v1/acts", batch(sara))
            #expect(others.status == .forbidden)
            #expect(others.body.contains("otherAccount"))
        }
    }

    @Test func `the shell has no account, no token and no way to sign out`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.visit(as: "sara") { browser in
            let shell = try await browser.get("/phone/shell").body
            #expect(shell.contains("id=\"shell\""))
            for secret in ["sara", "csrf", "data-account", "/sign-out"] {
                #expect(!shell.contains(secret))
            }
        }
    }

    @Test(arguments: Language.catalogue)
    func `a sentence with a number reads right for each count`(_ language: Language) throws {
        struct Sentence: Decodable {
            let forms: [String]
            let form: [Int]
        }
        struct Words: Decodable {
            let saved: Sentence
            let unmarked: Sentence
            let numbers: [String]
            let mine: [String: String]
            let kept: [String: String]

            /// As the script fills it in.
            func filled(_ sentence: Sentence, _ count: Int) -> String {
                sentence.forms[sentence.form[count]]
                    .replacing(CountedSentence.place, with: numbers[count])
            }
        }
        let localiser = Localiser.localiser(for: language)
        let json = PhoneWords(localiser).json
        let words = try JSONDecoder().decode(Words.self, from: Data(json.utf8))
        for count in PhoneWords.counts {
            #expect(
                words.filled(words.saved, count)
                    == localiser(Message("phone.saved", ["count": .number(count)])))
            #expect(
                words.filled(words.unmarked, count)
                    == localiser(Message("register.unmarked", ["count": .number(count)])))
        }
        // No more than a language has plurals, and one for a number that stands alone.
        #expect(words.saved.forms.count <= 7)
        #expect(words.saved.form.count == 201)
        #expect(Set(words.kept.keys) == Set(KeptRule.allCases.map(\.rawValue)))
        #expect(words.mine.count == 5)
    }

    @Test func `the script is all modules, and nothing of what tells them apart`() throws {
        for module in PhoneScript.modules {
            let text = try #require(WebFile.all.first { $0.name == module + ".js" }).text
            // What a module imports comes before it, or is used only once all is read.
            for match in text.matches(of: /import .* from "\.\/([\w-]+)\.js"/) {
                #expect(PhoneScript.modules.contains(String(match.output.1)))
            }
        }
        let script = PhoneScript.text(in: .swedish)
        #expect(!script.contains("\nimport ") && !script.contains("\nexport "))
        #expect(script.hasPrefix("const words = {"))
    }

    @Test func `what is compressed is smaller and only for those who read it`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        try await world.visit(as: "sara") { browser in
            let page = "/sessions/\(world.sessions[1].id)"
            let plain = try await browser.get(page)
            #expect(plain.headers[.contentEncoding] == nil)
            let refused = try await browser.get(page, [.acceptEncoding: "br, gzip;q=0"])
            #expect(refused.headers[.contentEncoding] == nil)
        }
        let text = Array(String(repeating: "närvaro ", count: 100).utf8)
        let small = try #require(Gzip.compressed(text, .most))
        #expect(small.count < text.count / 5)
        #expect(small.prefix(2) == [0x1F, 0x8B])
        #expect(small == Gzip.compressed(text, .most))
    }
}
