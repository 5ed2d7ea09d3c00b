import Courses
import Testing

@testable import Desk

/// What becomes of two enrolments of one person in a round.
@Suite struct JoinedEnrolmentTests {
    private let round = "2020-spring"
    private let mondays = Wish.slots(
        [
            WishedSlot(weekday: .monday, start: clock("17:00"), end: clock("20:00"))
        ].compactMap(\.self))

    private func apply(
        _ person: Person.ID, on date: String, childcare: Int? = nil, _ wishes: [Wish] = [],
        in world: TestWorld
    ) async throws {
        try await world.desk.apply(
            NewApplication(
                people: [person], round: round, appliedOn: day(date), wishes: wishes,
                childcare: childcare), as: world.office)
    }

    @Test func `an application that gives way leaves behind what only it said`() async throws {
        let world = try await TestWorld()
        let kept = try await world.person("Amal")
        let other = try await world.desk.addPerson(
            NewPerson(
                name: PersonName(latin: [NamePart(.whole, "Amaal")]), interpreterOk: true),
            as: world.office)
        try await apply(kept, on: "2020-01-05", [.openTo(.women)], in: world)
        try await world.desk.waitlist([kept], in: round, as: world.office)
        let wishes: [Wish] = [
            .languages([.somali, .arabic]), mondays, .openTo(.women), .priority(50),
            .group(world.somali.id),
        ]
        try await apply(other, on: "2019-12-10", childcare: 2, wishes, in: world)
        let rows = [try await world.row(kept), try await world.row(other)]
        let merged = try await world.merge(other, into: kept)
        let row = try #require(try await world.row(kept))
        #expect(row.standing == .waitlisted && row.appliedOn == day("2019-12-10"))
        #expect(row.since == rows[0]?.since)
        #expect(row.childcare == 2 && row.priority == 50 && row.interpreterOk)
        #expect(row.languages == [.somali, .arabic])
        #expect(row.wishes == Dictionary(uniqueKeysWithValues: wishes.map { ($0.about, $0) }))
        #expect(try await world.row(other) == nil)
        try await world.undo(merged)
        #expect([try await world.row(kept), try await world.row(other)] == rows)
    }

    @Test func `whoever has a place keeps it and takes over the rest`() async throws {
        let world = try await TestWorld()
        let kept = try await world.person("Amaal")
        let other = try await world.applicant("Amal", appliedOn: "2020-01-03")
        try await world.place(other, in: world.arabic, from: "2020-01-07")
        try await apply(kept, on: "2019-12-10", childcare: 3, [.priority(5)], in: world)
        let rows = [try await world.row(kept), try await world.row(other)]
        let merged = try await world.merge(other, into: kept)
        let row = try #require(try await world.row(kept))
        #expect(row.standing == .placed && row.group == world.arabic.id)
        #expect(row.childcare == 3 && row.priority == 5 && row.appliedOn == day("2019-12-10"))
        #expect(
            row.placements
                == rows[1]?.placements.map { place in
                    Placement(
                        person: kept, group: place.group, from: place.from, before: place.before,
                        language: place.language)
                })
        try await world.undo(merged)
        #expect([try await world.row(kept), try await world.row(other)] == rows)
    }

    @Test func `two who wish different things of the same are not joined until one has ended`()
        async throws
    {
        let world = try await TestWorld()
        let (kept, other) = (try await world.person("Amal"), try await world.person("Amaal"))
        try await apply(kept, on: "2020-01-05", [.priority(5), .openTo(.women)], in: world)
        try await apply(other, on: "2020-01-06", [.priority(9), .openTo(.women)], in: world)
        #expect(
            try await world.obstacles(other, into: kept) == [.wishesDiffer(round: "Våren 2020")])
        try await world.desk.prioritise(
            [other], in: round, priority: 5, reason: "samma person", as: world.office)
        #expect(try await world.obstacles(other, into: kept) == [])
        try await world.desk.prioritise(
            [other], in: round, priority: 7, reason: "fel", as: world.office)
        try await world.withdraw(other, on: "2020-01-06")
        try await world.merge(other, into: kept)
        #expect(try await world.row(kept)?.priority == 5)
    }

    @Test func `what was noted of the enrolment that gives way is read with the other`()
        async throws
    {
        let world = try await TestWorld()
        func imported(_ text: String) async throws -> Person.ID {
            let report = try await world.desk.importParticipants(
                Array("Id;Namn;Språk;Anteckning\n\(text)".utf8),
                options: ImportOptions(round: round), as: world.office)
            return try #require(report.accepted.first?.person)
        }
        let kept = try await imported("A-1;Amal Nur;ar;")
        let other = try await imported("A-2;Amaal Nuur;ar;Ring efter fyra")
        func note(of person: Person.ID) async throws -> String? {
            try await world.desk.details(of: person, as: world.office)
                .rounds[world.round.id]?.note
        }
        let merged = try await world.merge(other, into: kept)
        #expect(try await note(of: kept) == "Ring efter fyra")
        try await world.undo(merged)
        #expect(try await note(of: kept) == nil)
        #expect(try await note(of: other) == "Ring efter fyra")
    }

    @Test func `what came to an end before says nothing of what stands`() async throws {
        let world = try await TestWorld()
        let kept = try await world.applicant("Amal", appliedOn: "2020-01-05")
        let other = try await world.person("Amaal")
        try await apply(other, on: "2019-12-10", childcare: 2, [.priority(7)], in: world)
        try await world.withdraw(other, on: "2020-01-06")
        let before = try await world.row(kept)
        try await world.merge(other, into: kept)
        #expect(try await world.row(kept) == before)
    }

    @Test func `who is to withdraw later has a place still, and keeps it`() async throws {
        let world = try await TestWorld()
        let kept = try await world.member("Amal", of: world.arabic)
        try await world.withdraw(kept, on: "2020-03-01")
        let other = try await world.applicant("Amaal")
        let before = try await world.placements(kept)
        try await world.merge(other, into: kept)
        let row = try #require(try await world.row(kept))
        #expect(row.standing == .placed && row.enrolment.step == .withdrawn)
        #expect(row.placements == before)
    }

    @Test func `an offer that has expired gives way to a place`() async throws {
        let world = try await TestWorld()
        let kept = try await world.applicant("Amal")
        try await world.offer(kept, in: world.arabic, until: "2020-01-08")
        let other = try await world.member("Amaal", of: world.arabic)
        #expect(
            try await world.obstacles(other, into: kept) == [.bothEnrolled(round: "Våren 2020")])
        world.time.turn(to: "2020-01-09T08:00:00Z")
        #expect(try await world.obstacles(other, into: kept) == [])
        let merged = try await world.merge(other, into: kept)
        #expect(try await world.row(kept)?.standing == .placed)
        try await world.undo(merged)
        #expect(try await world.row(kept)?.standing == .expired)
    }

    /// One who waits or has withdrawn, and one who took part and withdrew on 10 March; it is the
    /// 25th.
    private struct Withdrawn {
        let world: TestWorld
        let waiting: Person.ID
        let taking: Person.ID

        init(appliedOn: String) async throws {
            world = try await TestWorld()
            taking = try await world.member("Amaal", of: world.arabic)
            let session = try await world.session(world.arabic, on: "2020-01-07")
            world.time.turn(to: "2020-03-25T08:00:00Z")
            waiting = try await world.applicant("Amal", appliedOn: appliedOn)
            try await TestPhone(world).markPresent([taking], at: session)
            try await world.withdraw(taking, on: "2020-03-10")
        }
    }

    @Test(arguments: [true, false])
    func `a withdrawal stands for an application that was made before it`(isKept: Bool)
        async throws
    {
        let pair = try await Withdrawn(appliedOn: "2020-01-01")
        let world = pair.world
        let (kept, other) = isKept ? (pair.waiting, pair.taking) : (pair.taking, pair.waiting)
        let before = try await world.dump()
        let places = try await world.placements(pair.taking)
        let merged = try await world.merge(other, into: kept)
        let row = try #require(try await world.row(kept))
        #expect(row.standing == .withdrawn && row.enrolment.stepOn == day("2020-03-10"))
        #expect(row.placements.map(\.from) == places.map(\.from))
        #expect(row.placements.map(\.before) == [day("2020-03-10")])
        try await world.undo(merged)
        #expect(try await world.dump() == before)
    }

    @Test func `whoever applied anew after a withdrawal waits`() async throws {
        let pair = try await Withdrawn(appliedOn: "2020-03-20")
        let merged = try await pair.world.merge(pair.waiting, into: pair.taking)
        let row = try #require(try await pair.world.row(pair.taking))
        #expect(row.standing == .applied && row.appliedOn == day("2020-03-20"))
        #expect(row.placements.map(\.before) == [day("2020-03-10")])
        try await pair.world.undo(merged)
    }

    @Test(arguments: [true, false])
    func `of two withdrawals the later stands, with the places of both`(isKept: Bool)
        async throws
    {
        let world = try await TestWorld()
        let early = try await world.member("Amaal", of: world.arabic)
        let late = try await world.member("Amal", of: world.somali, from: "2020-02-01")
        world.time.turn(to: "2020-03-25T08:00:00Z")
        try await world.withdraw(late, on: "2020-03-20")
        try await world.withdraw(early, on: "2020-01-20")
        let before = try await world.dump()
        let (kept, other) = isKept ? (early, late) : (late, early)
        let merged = try await world.merge(other, into: kept)
        let row = try #require(try await world.row(kept))
        #expect(row.standing == .withdrawn && row.enrolment.stepOn == day("2020-03-20"))
        #expect(row.placements.map(\.before) == [day("2020-01-20"), day("2020-03-20")])
        try await world.undo(merged)
        #expect(try await world.dump() == before)
    }

    @Test func `whoever left a place has left, whatever was withdrawn without one later`()
        async throws
    {
        let pair = try await Withdrawn(appliedOn: "2020-01-01")
        try await pair.world.withdraw(pair.waiting, on: "2020-03-24")
        try await pair.world.merge(pair.taking, into: pair.waiting)
        let row = try #require(try await pair.world.row(pair.waiting))
        #expect(row.standing == .withdrawn && row.enrolment.stepOn == day("2020-03-10"))
    }
}
