import Courses
import Desk
import Localisation
import Testing

/// Reasons that the organisation has listed are chosen by code and read in the reader's language.
@Suite struct ListedReasonTests {
    private let world: TestWorld
    private let amal: Person.ID
    private let session: Session

    init() async throws {
        world = try await TestWorld()
        amal = try await world.member("Amal", of: world.arabic)
        session = try await world.session(world.arabic, on: "2020-01-07")
        for (code, kind) in [
            ("moved", ReasonKind.withdrawal), ("work", .excused), ("exam", .excused),
            ("told-later", .correction),
        ] {
            try await world.desk.addReason(
                NewReason(code: code, kind: kind, texts: [.swedish: "sv " + code]),
                as: world.office)
        }
    }

    private var desk: Desk { world.desk }
    private let swedish = Localiser.localiser(for: .swedish)

    private func lastReason() async throws -> GivenReason? {
        try await desk.history(of: "2020-spring", as: world.office).entries.last?.reason
    }

    // MARK: Given

    @Test func `a listed reason is told to everybody, what was written besides to named readers`()
        async throws
    {
        try await desk.withdraw(
            amal, from: world.round.id, on: day("2020-01-20"), reason: "moved: till Flen",
            as: world.office)
        let before = try #require(try await lastReason())
        #expect(before.listed?.code == "moved" && before.text == "till Flen")
        #expect(swedish.words(before) == "sv moved: till Flen")
        try await desk.protect(amal, level: .sekretessmarkering, as: world.office)
        let after = try #require(try await lastReason())
        #expect(after.listed?.code == "moved" && after.text == nil && after.isWithheld)
        #expect(swedish.words(after)?.contains("Flen") == false)
    }

    @Test(arguments: ["Moved: x", "unlisted", "unlisted: x", "moved på riktigt", ":moved"])
    func `what names no listed reason is free text`(_ text: String) async throws {
        try await desk.withdraw(
            amal, from: world.round.id, on: day("2020-01-20"), reason: text, as: world.office)
        #expect(try await lastReason() == GivenReason(text: text))
    }

    @Test func `words that begin as a listed code are sealed where they are said to be words`()
        async throws
    {
        try await desk.withdraw(
            amal, from: world.round.id, on: day("2020-01-20"), reason: ": moved: till Flen",
            as: world.office)
        #expect(try await lastReason() == GivenReason(text: "moved: till Flen"))
        try await desk.protect(amal, level: .sekretessmarkering, as: world.office)
        #expect(try await lastReason() == GivenReason(isWithheld: true))
    }

    @Test func `words beside a listed reason are kept as they were written`() async throws {
        try await desk.withdraw(
            amal, from: world.round.id, on: day("2020-01-20"), reason: "moved: : work: i Flen",
            as: world.office)
        let reason = try #require(try await lastReason())
        #expect(reason.listed?.code == "moved" && reason.text == "work: i Flen")
    }

    @Test func `a reason worded anew is read in the new words wherever it was given`()
        async throws
    {
        try await desk.withdraw(
            amal, from: world.round.id, on: day("2020-01-20"), reason: "moved", as: world.office)
        try await desk.changeReason(
            "moved", texts: [.arabic: "انتقال"], as: world.office)
        let reason = try #require(try await lastReason())
        #expect(Localiser.localiser(for: .arabic).words(reason) == "انتقال")
        #expect(swedish.words(reason) == "sv moved")
        #expect(Localiser.localiser(for: .english).words(reason) == "sv moved (Swedish)")
    }

    // MARK: Marks

    private func row() async throws -> Register.Row? {
        try await world.rows(session).first { $0.person == amal }
    }

    private func excused(
        _ reason: String?, base: Int, _ phone: TestPhone, _ sequence: Int
    ) async throws -> [ActResult.Outcome] {
        let mark = Mark(value: .absent(.excused), mode: .onsite, role: .member)
        let act = phone.act(
            .mark(amal, mark, base: base, reason: reason), at: session, sequence)
        return try await phone.send(act).map(\.outcome)
    }

    @Test func `an absence is excused for a listed reason, for another one, and for none`()
        async throws
    {
        world.time.turn(to: "2020-01-07T17:00:00Z")
        let phone = TestPhone(world)
        #expect(try await excused("work", base: 0, phone, 1) == [.now(.accepted)])
        #expect(try await row()?.listed?.code == "work")
        // A page of before says nothing of reasons; the same again changes nothing.
        #expect(try await excused(nil, base: 1, phone, 2) == [.now(.merged)])
        #expect(try await excused("work", base: 1, phone, 3) == [.now(.merged)])
        #expect(try await row()?.listed?.code == "work")
        #expect(try await excused("exam", base: 1, phone, 4) == [.now(.accepted)])
        #expect(try await row()?.listed?.code == "exam")
        #expect(try await excused("", base: 2, phone, 5) == [.now(.accepted)])
        #expect(try await row()?.listed == nil)
        #expect(try await row()?.mark?.value == .absent(.excused))
    }

    @Test func `undoing what was said later brings the reason back`() async throws {
        world.time.turn(to: "2020-01-07T17:00:00Z")
        let phone = TestPhone(world)
        _ = try await excused("work", base: 0, phone, 1)
        try await phone.send(phone.act(.present(amal, base: 1), at: session, 2))
        #expect(try await row()?.listed == nil)
        let said = try #require(try await row()?.act)
        try await phone.send(phone.act(.retract(said), at: session, 3))
        #expect(try await row()?.mark?.value == .absent(.excused))
        #expect(try await row()?.listed?.code == "work")
    }

    @Test func `a signed list is corrected for a listed reason, without a word more`()
        async throws
    {
        world.time.turn(to: "2020-01-07T19:00:00Z")
        let phone = TestPhone(world)
        try await phone.send(
            phone.act(.present(amal), at: session, 1),
            phone.act(.signOff(base: 0), at: session, 2))
        #expect(try await excused("work: told-later", base: 1, phone, 3) == [.now(.accepted)])
        let row = try #require(try await row())
        #expect(row.listed?.code == "work")
        let reason = try #require(row.correction?.reason)
        #expect(reason.listed?.code == "work" && reason.also?.code == "told-later")
        #expect(swedish.words(reason) == "sv work: sv told-later" && reason.text == nil)
        #expect(try await excused("", base: 2, phone, 4) == [.now(.kept(.signedOff))])
    }

    @Test func `words with which a signed list is corrected are no reason of the list`()
        async throws
    {
        world.time.turn(to: "2020-01-07T19:00:00Z")
        let phone = TestPhone(world)
        try await phone.send(
            phone.act(.present(amal), at: session, 1),
            phone.act(.signOff(base: 0), at: session, 2))
        #expect(try await excused(": work: x", base: 1, phone, 3) == [.now(.accepted)])
        #expect(try await row()?.listed == nil)
        #expect(try await row()?.correction?.reason == GivenReason(text: "work: x"))
        #expect(try await excused("exam: : told-later: x", base: 2, phone, 4) == [.now(.accepted)])
        let reason = try #require(try await row()?.correction?.reason)
        #expect(reason.listed?.code == "exam" && reason.also == nil)
        #expect(reason.text == "told-later: x")
        let both = "work: told-later: : exam: x"
        #expect(try await excused(both, base: 3, phone, 5) == [.now(.accepted)])
        let last = try #require(try await row()?.correction?.reason)
        #expect(last.listed?.code == "work" && last.also?.code == "told-later")
        #expect(last.text == "exam: x")
    }

    @Test func `whoever takes a waiting excuse in keeps what it is for beside their own reason`() {
        let isListed = { ["work", "told-later"].contains($0) }
        let mark = Mark(value: .absent(.excused), mode: .onsite, role: .member)
        let resaid = { (own: String, other: String?) in
            Act.Statement.mark(amal, mark, base: 0, reason: own)
                .resaid(seeing: 1, because: other, isListed: isListed).reason
        }
        #expect(resaid("work", "told-later") == "work: told-later")
        #expect(resaid("work", nil) == "work")
        #expect(resaid("Ringde själv", "told-later") == "told-later")
        // A word before a colon is no code unless it is listed, nor where it is said to be none.
        #expect(resaid("mamma: ringde", "told-later") == "told-later")
        #expect(resaid("mamma", "told-later") == "told-later")
        #expect(resaid(": work: ringde", "told-later") == "told-later")
    }

    @Test func `of a session called off its register tells the listed reason, and no words`()
        async throws
    {
        let first = try await world.session(world.arabic, on: "2020-01-14", number: 2)
        let second = try await world.session(world.arabic, on: "2020-01-21", number: 3)
        try await desk.moveSession(
            first.id, to: day("2020-01-15"), reason: "work", as: world.office)
        let applied = try await desk.cancelSession(
            first.id, reason: "exam: Rana är sjuk", as: world.office)
        try await desk.cancelSession(second.id, reason: "Rana är sjuk", as: world.office)
        let reason = { (session: Session) in
            try await desk.register(of: session.id, as: world.office).stateReason
        }
        #expect(try await reason(first).listed?.code == "exam")
        #expect(try await reason(first).text == nil)
        #expect(try await reason(second) == GivenReason())
        try await desk.undo(applied.id, as: world.office)
        #expect(try await reason(first) == GivenReason())
    }

    // MARK: How long

    private func offered() async throws -> [String] {
        try await desk.offeredReasons(.excused, as: world.office).map(\.code)
    }

    @Test func `a reason is offered until it is closed, and again when it is opened`()
        async throws
    {
        #expect(try await offered() == ["work", "exam"])
        try await desk.changeReason(
            "work", span: .closed(after: day("2020-01-10")), as: world.office)
        #expect(try await offered() == ["work", "exam"])
        world.time.turn(to: "2020-01-11T08:00:00Z")
        #expect(try await offered() == ["exam"])
        try await desk.changeReason("work", span: .open, as: world.office)
        #expect(try await offered() == ["work", "exam"])
        let reason = try await desk.reason("work", as: world.office).value
        #expect(reason.said.map(\.isOpen) == [true, false, true])
        // What was so is so: nothing that was said is taken back.
        #expect(reason.isOpen(on: day("2020-01-10")) && reason.isOpen(on: day("2020-01-11")))
        #expect(reason.lastDay(from: day("2020-01-11")) == nil)
    }

    @Test func `a last day is put off, brought forward, and never lies before yesterday`()
        async throws
    {
        for last in ["2020-02-01", "2020-03-01", "2020-01-20"] {
            let reason = try await desk.changeReason(
                "work", span: .closed(after: day(last)), as: world.office
            ).value
            #expect(reason.lastDay(from: day("2020-01-06")) == day(last))
        }
        await #expect(throws: OrganisingError.reasonEndsTooEarly(day("2020-01-05"))) {
            try await desk.changeReason(
                "work", span: .closed(after: day("2020-01-04")), as: world.office)
        }
        let before = try await desk.reason("work", as: world.office)
        let again = try await desk.changeReason(
            "work", span: .closed(after: day("2020-01-20")), as: world.office)
        #expect(again == before)
    }

    @Test func `a register offers the reasons of its own day`() async throws {
        try await desk.changeReason(
            "work", span: .closed(after: day("2020-01-06")), as: world.office)
        try await desk.addReason(
            NewReason(
                code: "later", kind: .excused, texts: [.swedish: "x"], from: day("2020-02-01")),
            as: world.office)
        let register = try await desk.register(of: session.id, as: world.office)
        #expect(register.reasons.map(\.code) == ["exam", "moved", "told-later"])
    }

    // MARK: Listing

    @Test func `a code is taken once and a text is needed`() async throws {
        await #expect(throws: OrganisingError.codeTaken("work")) {
            try await desk.addReason(
                NewReason(code: "work", kind: .other, texts: [.swedish: "x"]), as: world.office)
        }
        await #expect(throws: OrganisingError.codeMalformed("Work!")) {
            try await desk.addReason(
                NewReason(code: "Work!", kind: .other, texts: [.swedish: "x"]), as: world.office)
        }
        for texts: [Language: String] in [[:], [.swedish: ""], [.swedish: " "]] {
            await #expect(throws: OrganisingError.reasonTextMissing) {
                try await desk.addReason(
                    NewReason(code: "new", kind: .other, texts: texts), as: world.office)
            }
        }
        await #expect(throws: OrganisingError.reasonTextMissing) {
            try await desk.changeReason("work", texts: [.swedish: ""], as: world.office)
        }
        #expect(try await desk.reasons(as: world.office).map(\.code).contains("new") == false)
    }

    @Test func `a reason in every language is the same state each time it is read`() async throws {
        try await desk.addStandardReasons(as: world.office)
        let state = try await desk.reason("authority", as: world.office).state
        for _ in 1...20 {
            let again = try await desk.reason("authority", as: world.office).state
            #expect(again == state)
        }
    }

    @Test func `a leader reads the lists and does not change them`() async throws {
        let leader = Actor(
            identity: .commandOperator,
            grants: [
                Grant(
                    role: .leader, scope: .group(world.arabic.id), from: .distantPast, until: nil)
            ])
        #expect(try await desk.reasons(as: leader).count == 4)
        await #expect(throws: NotAllowed(right: .organise)) {
            try await desk.changeReason("work", span: .open, as: leader)
        }
    }

    @Test func `what a new organisation begins with is in every language, and is listed once`()
        async throws
    {
        try await desk.addStandardReasons(as: world.office)
        let reasons = try await desk.reasons(as: world.office)
        try await desk.addStandardReasons(as: world.office)
        #expect(try await desk.reasons(as: world.office) == reasons)
        #expect(Set(reasons.map(\.kind)) == Set(ReasonKind.allCases))
        let own = ["moved", "work", "exam", "told-later"]
        for reason in reasons where !own.contains(reason.code) {
            #expect(Set(reason.listed.texts.texts.keys) == Set(Language.catalogue))
        }
        #expect(try await desk.reason("work", as: world.office).texts.texts.count == 1)
    }
}
