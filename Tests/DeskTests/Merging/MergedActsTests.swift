import Courses
import Testing

@testable import Desk

/// What still comes in, and what becomes of it when a merge is undone.
@Suite struct MergedActsTests {
    /// Two members of one group under two names, of whom the second is merged into the first;
    /// the second alone is on the roster of the session.
    private struct Pair {
        let world: TestWorld
        let kept: Person.ID
        let other: Person.ID
        let session: Session
        let next: Session
        let phone: TestPhone

        init() async throws {
            world = try await TestWorld()
            kept = try await world.person("Amal")
            other = try await world.member("Amaal", of: world.arabic)
            session = try await world.session(world.arabic, on: "2020-01-07")
            next = try await world.session(world.arabic, on: "2020-01-14", number: 2)
            world.time.turn(to: "2020-01-07T19:00:00Z")
            phone = TestPhone(world)
        }
    }

    @Test func `acts about whoever was merged away are taken for the kept person, once`()
        async throws
    {
        let pair = try await Pair()
        let world = pair.world
        let early = pair.phone.act(.present(pair.other), at: pair.session, 1)
        try await pair.phone.send(early)
        try await world.merge(pair.other, into: pair.kept)
        let late = pair.phone.act(.present(pair.other, base: 1, late: 20), at: pair.session, 2)
        let results = try await pair.phone.send(early, late)
        #expect(results.map(\.outcome) == [.repeated(.accepted), .now(.accepted)])
        #expect(results.map(\.version) == [1, 2])
        let rows = try await world.rows(pair.session)
        #expect(rows.map(\.person) == [pair.kept] && rows.map(\.version) == [2])
        #expect(try await pair.phone.send(late).map(\.outcome) == [.repeated(.accepted)])
        let other = TestPhone(world, "second")
        let stale = try await other.send(
            other.act(.absent(pair.kept, .notified, base: 1), at: pair.session, 1))
        #expect(stale.map(\.outcome) == [.now(.needsReview)])
        let settled = try await other.send(
            other.act(.absent(pair.other, .notified, base: 2), at: pair.session, 2))
        #expect(settled.map(\.outcome) == [.now(.accepted)])
        let register = try await world.desk.register(of: pair.session.id, as: world.office)
        #expect(register.session.waiting == 0)
        #expect(try await world.faults() == [])
        let back = try await other.send(
            other.act(.retract(try #require(register.recent.first?.id)), at: pair.session, 3))
        #expect(back.map(\.outcome) == [.now(.accepted)])
        let last = try #require(try await world.rows(pair.session).first)
        #expect(last.mark?.value.lateMinutes == 20 && last.person == pair.kept)
        #expect(try await world.faults() == [])
    }

    @Test func `marks made since go back with whoever was spoken of`() async throws {
        let pair = try await Pair()
        let world = pair.world
        try await pair.phone.send(pair.phone.act(.present(pair.other), at: pair.session, 1))
        let merged = try await world.merge(pair.other, into: pair.kept)
        world.time.turn(to: "2020-01-14T19:00:00Z")
        // One phone has the old roster still, another the new.
        try await pair.phone.send(
            pair.phone.act(.present(pair.kept, base: 1, late: 5), at: pair.session, 2),
            pair.phone.act(.present(pair.other), at: pair.next, 3))
        try await pair.phone.send(
            pair.phone.act(.present(pair.kept, base: 1, late: 9), at: pair.next, 4))
        try await world.undo(merged)
        for (session, late) in [(pair.session, 5), (pair.next, 9)] {
            let rows = try await world.rows(session)
            #expect(rows.map(\.person) == [pair.other])
            #expect(rows.map(\.mark?.value.lateMinutes) == [late])
        }
        let again = try await pair.phone.send(
            pair.phone.act(.clear(pair.other, base: 2, reason: nil), at: pair.session, 6),
            pair.phone.act(.guest(pair.kept), at: pair.session, 7))
        #expect(again.map(\.outcome) == [.now(.accepted), .now(.accepted)])
        #expect(try await world.faults() == [])
    }

    @Test
    func `a mark of which nobody can tell whose it is stands in the way, until it is set right`()
        async throws
    {
        let pair = try await Pair()
        let world = pair.world
        // The kept person has a place of their own; the other came as a guest.
        let kept = try await world.member("Huda", of: world.somali)
        let session = try await world.session(world.somali, on: "2020-01-07")
        let other = try await world.guest("Hudda", at: session, by: pair.phone)
        let merged = try await world.merge(other, into: kept)
        #expect(merged.effect.becomeMember == 1)
        try await pair.phone.send(
            pair.phone.act(.present(kept, base: 1, late: 30), at: session, 110))
        await #expect(
            throws: PlacingError.cannotUndo([
                .unclearMark(
                    MergeMeeting(
                        session: session.id, date: session.date, groups: [world.somali.name]))
            ])
        ) {
            try await world.desk.undo(merged.operation, as: world.office)
        }
        try await pair.phone.send(
            pair.phone.act(.present(kept, base: 2), at: session, 111))
        try await world.undo(merged)
        let rows = try await world.rows(session)
        #expect(rows.first { $0.person == other }?.mark?.role == .guest)
        #expect(rows.first { $0.person == kept }?.mark == nil)
    }

    @Test func `a signed list says the same of as many after a merge and its undo`() async throws {
        let pair = try await Pair()
        let world = pair.world
        let third = try await world.member("Nour", of: world.arabic)
        try await pair.phone.send(
            pair.phone.act(.present(pair.other), at: pair.session, 1),
            pair.phone.act(.absent(third, .notified), at: pair.session, 2),
            pair.phone.act(.signOff(base: 0), at: pair.session, 3))
        func content() async throws -> [String] {
            try await world.rows(pair.session).map { "\(String(describing: $0.mark))" }.sorted()
        }
        let (before, figures) = (try await content(), try await world.figures())
        let merged = try await world.merge(pair.other, into: pair.kept)
        #expect(try await content() == before)
        #expect(try await world.figures() == figures)
        try await pair.phone.send(
            pair.phone.act(
                .absent(pair.other, .unnotified, base: 1, reason: "fel person"), at: pair.session, 4
            ))
        let register = try await world.desk.register(of: pair.session.id, as: world.office)
        let corrected = register.rows.compactMap(\.correction)
        #expect(
            corrected.map(\.person) == [pair.kept] && corrected.map(\.reason.text) == ["fel person"]
        )
        try await world.undo(merged)
        let after = try await world.desk.register(of: pair.session.id, as: world.office)
        #expect(after.rows.compactMap(\.correction).map(\.person) == [pair.other])
        #expect(after.isSignedOff)
    }

    @Test func `of two rows that became one, each act is answered and taken back as its own`()
        async throws
    {
        let world = try await TestWorld()
        let kept = try await world.member("Amal", of: world.arabic)
        let session = try await world.session(world.arabic, on: "2020-01-07")
        world.time.turn(to: "2020-01-07T19:00:00Z")
        let phone = TestPhone(world)
        let other = Person.ID(bits: 77)
        let came = phone.act(.guest(other), at: session, 2)
        try await phone.send(
            phone.act(
                .person(other, PersonName(latin: [NamePart(.whole, "Amaal")])), at: session, 1),
            came, phone.act(.clear(other, base: 1, reason: nil), at: session, 3),
            phone.act(.present(kept, late: 7), at: session, 4),
            phone.act(.clear(kept, base: 1, reason: nil), at: session, 5))
        let second = TestPhone(world, "second")
        let again = second.act(.guest(other, base: 2), at: session, 1)
        try await second.send(again)
        try await world.merge(other, into: kept)
        let repeated = try await phone.send(came)
        #expect(repeated.map(\.outcome) == [.repeated(.accepted)])
        guard case .mark(let mark)? = repeated.first?.standing else {
            Issue.record("\(repeated)")
            return
        }
        #expect(mark.role == .guest && mark.value.lateMinutes == nil)
        let back = try await second.send(second.act(.retract(again.id), at: session, 2))
        #expect(back.map(\.outcome) == [.now(.accepted)])
        let row = try #require(try await world.rows(session).first { $0.person == kept })
        #expect(row.mark == nil && row.version == 5)
        #expect(try await world.faults() == [])
    }

    @Test func `what was said of whoever was merged away is taken back of them`() async throws {
        let world = try await TestWorld()
        let kept = try await world.member("Amal", of: world.arabic)
        let other = try await world.person("Amaal")
        let session = try await world.session(world.arabic, on: "2020-01-07")
        world.time.turn(to: "2020-01-07T19:00:00Z")
        let phone = TestPhone(world)
        let merged = try await world.merge(other, into: kept)
        let late = Mark(
            value: .present(lateMinutes: 15, leftEarlyMinutes: nil), mode: .onsite, role: .guest)
        let second = phone.act(.mark(other, late, base: 1, reason: nil), at: session, 2)
        let results = try await phone.send(
            phone.act(.guest(other), at: session, 1), second,
            phone.act(.retract(second.id), at: session, 3))
        #expect(results.map(\.outcome) == [.now(.accepted), .now(.accepted), .now(.accepted)])
        // Nothing has been said of the kept person: the mark is not theirs.
        try await world.undo(merged)
        let rows = try await world.rows(session).filter { $0.mark != nil }
        #expect(rows.map(\.person) == [other] && rows.map(\.mark?.role) == [.guest])
        #expect(rows.map(\.mark?.value.lateMinutes) == [nil])
    }
}
