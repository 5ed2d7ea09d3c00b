import Courses
import Desk
import FoundationEssentials
import HTTPTypes
import Testing

@testable import Web

struct ActsTests {
    private struct Told: Decodable, Equatable {
        struct Result: Decodable, Equatable {
            var id: String
            var outcome: String
            var first: String?
            var reason: String?
            var version: Int?
            var value: String?
            var lateMinutes: Int?
        }
        var batch: String
        var results: [Result]
    }

    private static func batch(_ acts: [String], device: String = "d1", at: String) -> String {
        """
        {"version":1,"batch":"b1","device":"\(device)","sentAt":"\(at)","acts":[\(acts.joined(separator: ","))]}
        """
    }

    private static let at = "2020-04-21T18:00:00+02:00"

    private static func id(_ number: Int) -> String {
        "00000000-0000-4000-8000-00000000000\(number)"
    }

    private static func mark(
        _ number: Int, _ person: Person.ID, _ session: Session.ID, base: Int = 0,
        value: String = "present", more: String = ""
    ) -> String {
        """
        {"id":"\(id(number))","seq":\(number),"session":"\(session)","at":"\(at)","kind":"mark","person":"\(person)","base":\(base),"value":"\(value)","mode":"onsite","role":"member"\(more)}
        """
    }

    private func send(
        _ acts: [String], device: String = "d1", _ browser: Browser
    ) async throws -> [Told.Result] {
        let answer = try await browser.postJSON(
            "/api/v1/acts", Self.batch(acts, device: device, at: Self.at))
        #expect(answer.status == .ok)
        let told = try JSONDecoder().decode(Told.self, from: Data(answer.body.utf8))
        #expect(told.batch == "b1")
        return told.results
    }

    private static func begun() async throws -> TestWorld {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        world.time.advance(minutes: 60)
        return world
    }

    @Test func `an act is accepted, repeated, merged, and settled after a review`() async throws {
        let world = try await Self.begun()
        let session = world.sessions[1].id
        let person = world.people[0]
        try await world.visit(as: "sara") { browser in
            let late = Self.mark(1, person, session, more: #","lateMinutes":5"#)
            let first = try await send([late], browser)
            #expect(
                first == [
                    .init(
                        id: Self.id(1), outcome: "accepted", version: 1, value: "present",
                        lateMinutes: 5)
                ])
            let again = try await send([late], browser)
            #expect(again.first?.outcome == "repeated")
            #expect(again.first?.first == "accepted")
            #expect(again.first?.version == 1)
            let same = Self.mark(2, person, session, base: 1, more: #","lateMinutes":5"#)
            #expect(try await send([same], browser).first?.outcome == "merged")
            let stale = Self.mark(3, person, session, base: 0, value: "notified")
            let review = try await send([stale], device: "d2", browser)
            #expect(review.first?.outcome == "needsReview")
            #expect(review.first?.value == "present")
            #expect(review.first?.version == 1)
            let settling = Self.mark(4, person, session, base: 1, value: "notified")
            #expect(try await send([settling], device: "d2", browser).first?.outcome == "accepted")
            let overview = try await world.desk.session(session, as: .commandOperator)
            #expect(overview.waiting == 0)
        }
    }

    @Test func `what waits is settled by a later act of the same batch`() async throws {
        let world = try await Self.begun()
        let session = world.sessions[1].id
        let person = world.people[0]
        try await world.visit(as: "sara") { browser in
            _ = try await send([Self.mark(1, person, session)], browser)
            let results = try await send(
                [
                    Self.mark(2, person, session, base: 0, value: "notified"),
                    Self.mark(3, person, session, base: 1, value: "notified"),
                ], device: "d2", browser)
            #expect(results.map(\.outcome) == ["needsReview", "accepted"])
            let overview = try await world.desk.session(session, as: .commandOperator)
            #expect(overview.waiting == 0)
        }
    }

    @Test func `each broken rule is told by its code, and keeps nothing else back`() async throws {
        let world = try await Self.begun()
        let session = world.sessions[1].id
        let people = world.people
        let stranger = Person.ID(bits: 1)
        let unknown = Session.ID(bits: 1)
        try await world.visit(as: "sara") { browser in
            let results = try await send(
                [
                    Self.mark(1, stranger, session), Self.mark(2, people[0], unknown),
                    Self.mark(3, people[0], world.sessions[2].id),
                    Self.mark(4, people[0], world.otherSession.id),
                    Self.mark(5, people[0], session, value: "dancing"), #"{"id":"x"}"#, "7",
                    Self.mark(6, people[1], session),
                ], browser)
            #expect(
                results.map { $0.reason ?? $0.outcome } == [
                    "unknownPerson", "unknownSession", "notYet", "outsideRight", "malformed",
                    "malformed", "malformed", "accepted",
                ])
            #expect(results[5].id == "x")
            #expect(results[6].id == "")
            let again = try await send([#"{"id":"x"}"#], browser)
            #expect(again.first?.outcome == "repeated")
            #expect(again.first?.first == "kept")
            #expect(again.first?.reason == "malformed")
        }
    }

    @Test func `what is said of a called-off or signed list waits`() async throws {
        let world = try await Self.begun()
        let (first, second) = (world.sessions[0].id, world.sessions[1].id)
        let signOff = """
            {"id":"\(Self.id(1))","seq":1,"session":"\(second)","at":"\(Self.at)","kind":"signOff","base":0}
            """
        let notHeld = """
            {"id":"\(Self.id(2))","seq":2,"session":"\(first)","at":"\(Self.at)","kind":"sessionState","state":"notHeld","reason":"sjuk ledare","base":0}
            """
        try await world.visit(as: "sara") { browser in
            let results = try await send(
                [
                    signOff, notHeld, Self.mark(3, world.people[0], second),
                    Self.mark(4, world.people[0], first),
                    Self.mark(5, world.people[0], second, more: #","reason":"glömd""#),
                ], browser)
            #expect(
                results.map { $0.reason ?? $0.outcome } == [
                    "accepted", "accepted", "signedOff", "calledOff", "accepted",
                ])
        }
    }

    @Test(arguments: [
        "", "[]", "{", #"{"version":2,"batch":"b","device":"d","sentAt":"x","acts":[]}"#,
        #"{"version":1,"batch":"b","device":"d","acts":[]}"#,
        #"{"version":1,"batch":"","device":"d","sentAt":"2020-04-21T18:00:00Z","acts":[]}"#,
        String(repeating: "[", count: 100_000),
    ])
    func `only a broken envelope is refused as a whole`(_ json: String) async throws {
        let world = try await Self.begun()
        try await world.visit(as: "sara") { browser in
            let answer = try await browser.postJSON("/api/v1/acts", json)
            #expect(answer.status == .badRequest)
            #expect(answer.body.contains(#""kind":"invalid""#))
        }
    }

    @Test func `too much is refused, and so is another's form, and whoever is not signed in`()
        async throws
    {
        let world = try await Self.begun()
        try await world.visit(as: "sara") { browser in
            let many = Self.batch(Array(repeating: "1", count: 201), at: Self.at)
            #expect(
                try await browser.postJSON("/api/v1/acts", many).status == .contentTooLarge)
            let large = String(repeating: " ", count: 256 * 1024 + 1)
            #expect(
                try await browser.postJSON("/api/v1/acts", large).status == .contentTooLarge)
            let form = try await browser.postJSON(
                "/api/v1/acts", Self.batch([], at: Self.at), [.contentType: "text/plain"])
            #expect(form.status == .forbidden)
            let foreign = try await browser.postJSON(
                "/api/v1/acts", Self.batch([], at: Self.at), [.origin: "https://evil.example"])
            #expect(foreign.status == .forbidden)
            var stranger = browser
            stranger.token = nil
            stranger.language = "en"
            let refused = try await stranger.postJSON(
                "/api/v1/acts", Self.batch([], at: Self.at))
            #expect(refused.status == .unauthorized)
            #expect(refused.headers[.contentType] == "application/json")
            #expect(refused.body.contains(#""message":"You need to sign in.""#))
        }
    }

    @Test func `an act is written as it is read`() throws {
        let world = (session: Session.ID(bits: 5), person: Person.ID(bits: 6))
        let key = HeadcountKey(category: "guest", language: .arabic, gender: .woman, ageBand: "0-5")
        let mark = Mark(
            value: .present(lateMinutes: 5, leftEarlyMinutes: 7), mode: .remote,
            role: .makeUp(for: Session.ID(bits: 9)))
        let statements: [Act.Statement] = [
            .mark(world.person, mark, base: 3, reason: "a \"b\"\n\u{1}é"),
            .clear(world.person, base: 1, reason: nil),
            .headcount(key, count: 4, base: 0, reason: nil),
            .person(
                world.person,
                PersonName(native: [NamePart(.whole, "أمل")], latin: [NamePart(.whole, "Amal")])),
            .note("", base: 0), .sessionState(.held, base: 0, reason: nil), .signOff(base: 2),
            .retract(ActID(high: 1, low: 2)),
        ]
        let acts = statements.enumerated().map { index, statement in
            Act(
                id: ActID(high: 0, low: UInt64(index)), sequence: index, session: world.session,
                at: Instant(milliseconds: 1_587_484_800_123), statement: statement)
        }
        let batch = try ActBatch(
            wire: Array(Self.batch(acts.map(\.wireText), at: Self.at).utf8))
        let read = batch.items.map { item in
            if case .act(let act, _) = item { act } else { nil as Act? }
        }
        #expect(read == acts)
    }

    @Test func `a register and the list of sessions are there for devices`() async throws {
        let world = try await Self.begun()
        let session = world.sessions[1].id
        try await world.visit(as: "sara") { browser in
            let register = try await browser.get("/api/v1/sessions/\(session)")
            #expect(register.status == .ok)
            #expect(register.body.contains(#""unmarked":3"#))
            #expect(register.body.contains(#""latin":"Amal Hassan""#))
            let list = try await browser.get("/api/v1/sessions")
            #expect(list.body.contains(world.sessions[0].id.description))
            #expect(!list.body.contains(world.otherSession.id.description))
            let missing = try await browser.get("/api/v1/sessions/nothing")
            #expect(missing.status == .notFound)
        }
    }
}
