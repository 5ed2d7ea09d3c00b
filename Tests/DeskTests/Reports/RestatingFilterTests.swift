import Courses
import Statistics
import Testing

@testable import Desk
@testable import Store

/// Which later changes are told beside a report that is narrowed.
@Suite struct RestatingFilterTests {
    /// What is done after a report was frozen.
    private enum Change: Int, CaseIterable {
        /// A guest's mark at a session of each group, both women.
        case arabicMark, somaliMark
        /// Somebody gets a place in each.
        case arabicPlace, somaliPlace
        /// A session is planned in a round of another programme, in autumn.
        case cafe
    }

    private static let spring: Set<Change> = [.arabicMark, .somaliMark, .arabicPlace, .somaliPlace]
    private static let operations: Set<Change> = [.arabicPlace, .somaliPlace, .cafe]

    /// - Parameter kind: of the report; in the county's table nobody waits.
    private static func told(
        _ kind: FrozenReport.Kind, _ filter: (TestWorld) -> FiguresFilter
    ) async throws -> Set<Change> {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        try await desk.addProgramme(
            code: "cafe", name: "Kafé",
            rules: CourseRules(sessions: 1, sessionMinutes: 60, completionThreshold: 1),
            as: office)
        _ = try await desk.addRound(
            of: "cafe", code: "cafe", name: "Kafé", firstDay: day("2020-08-20"), as: office)
        let cafe = try await desk.addGroup(
            NewGroup(name: "Kafé", round: "cafe", languages: [.tigrinya]), as: office)
        var people: [Person.ID] = []
        for name in ["Nour", "Salma", "Rana", "Leyla"] {
            people.append(try await world.person(name))
        }
        let sessions = [
            try await world.session(world.arabic, on: "2020-01-07"),
            try await world.session(world.somali, on: "2020-01-07"),
        ]
        world.time.turn(to: "2020-01-08T08:00:00Z")
        let fields = filter(world).fields
        let report = try await desk.write { writing in
            try writing.freeze(
                FrozenReport.Parameters(kind: kind, rounds: [], dimensions: [], filter: fields),
                ruleVersion: 1, countedAt: writing.now, content: [], restates: nil, by: office)
        }

        world.time.turn(to: "2020-01-09T08:00:00Z")
        let phone = TestPhone(world)
        let mark = Mark(
            value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: .onsite, role: .guest)
        let acts = [0, 1].map { index in
            phone.act(
                .mark(people[2 + index], mark, base: 0, reason: nil), at: sessions[index],
                index + 1)
        }
        _ = try await phone.send(acts)
        let ids = [
            acts[0].id.description, acts[1].id.description,
            try await world.place(people[0], in: world.arabic, from: "2020-01-08").id.description,
            try await world.place(people[1], in: world.somali, from: "2020-01-08").id.description,
            try await desk.addSessions(
                [
                    NewSession(
                        number: 1, date: day("2020-09-01"), start: clock("17:30"),
                        end: clock("18:30"))
                ], groups: [cafe.id], as: office
            ).operation.description,
        ]
        let changes = try await desk.store.read { reading in
            try reading.changes(touching: report, upTo: try reading.logBound())
        }
        let told = changes.map { change in
            switch change {
            case .act(let id, _, _, _, _): id.description
            case .operation(let id, _, _, _, _): id.description
            }
        }
        return Set(Change.allCases.filter { told.contains(ids[$0.rawValue]) })
    }

    private static func told(
        _ dimension: Dimension, _ code: String, _ kind: FrozenReport.Kind = .figures
    ) async throws -> Set<Change> {
        try await told(kind) { _ in FiguresFilter([dimension: [code]]) }
    }

    @Test func `all are told beside a report that is narrowed to nothing`() async throws {
        #expect(try await Self.told(.figures) { _ in FiguresFilter() } == Set(Change.allCases))
    }

    @Test func `a term and a programme are their rounds`() async throws {
        #expect(try await Self.told(.term, Term(of: day("2020-01-07")).description) == Self.spring)
        #expect(try await Self.told(.term, Term(of: day("2020-08-20")).description) == [.cafe])
        #expect(try await Self.told(.programme, "parent-support") == Self.spring)
        #expect(try await Self.told(.programme, "cafe") == [.cafe])
    }

    @Test func `a group is where people are placed and sessions are held`() async throws {
        let arabic = try await Self.told(.figures) { world in
            FiguresFilter([.group: [world.arabic.id.description]])
        }
        #expect(arabic == [.arabicMark, .arabicPlace])
        let somali = try await Self.told(.figures) { world in
            FiguresFilter([.group: [world.somali.id.description]])
        }
        #expect(somali == [.somaliMark, .somaliPlace])
    }

    @Test func `a language is the group's, but of those who wait their own`() async throws {
        #expect(try await Self.told(.language, "so", .county) == [.somaliMark, .somaliPlace])
        // Whoever is placed in Arabic may have waited for Somali too.
        #expect(
            try await Self.told(.language, "so") == [.somaliMark, .somaliPlace, .arabicPlace])
    }

    @Test func `of statements also month, mode and gender are told apart`() async throws {
        let marks: Set<Change> = [.arabicMark, .somaliMark]
        for (dimension, code) in [
            (Dimension.month, "2020-01"), (.mode, "onsite"), (.gender, "woman"),
        ] {
            let told = try await Self.told(dimension, code)
            #expect(told == Self.operations.union(marks))
        }
        for (dimension, code) in [
            (Dimension.month, "2020-02"), (.mode, "remote"), (.gender, "man"),
        ] {
            let told = try await Self.told(dimension, code)
            #expect(told == Self.operations)
        }
    }

    @Test func `what isn't known of a change may be any`() async throws {
        #expect(try await Self.told(.ageBand, "30-39") == Set(Change.allCases))
    }

    @Test func `what becomes of a former group's sessions touches the later group`() async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let nour = try await world.member("Nour", of: world.arabic)
        let moved = try await world.session(world.arabic, on: "2020-01-07")
        let notHeld = try await world.session(world.arabic, on: "2020-01-14", number: 2)
        let dari = try await desk.addGroup(
            NewGroup(name: "Dari", round: "2020-spring", languages: [.dari]), as: office)
        try await desk.transfer(nour, to: world.somali.id, on: day("2020-01-21"), as: office)
        world.time.turn(to: "2020-01-22T08:00:00Z")
        let reports = try await desk.write { writing in
            try [world.arabic, world.somali, dari].map { group in
                try writing.freeze(
                    FrozenReport.Parameters(
                        kind: .figures, rounds: [], dimensions: [],
                        filter: FiguresFilter([.group: [group.id.description]]).fields),
                    ruleVersion: 1, countedAt: writing.now, content: [], restates: nil, by: office)
            }
        }

        // Behind the report's day: what stood on the day that it was stands there no longer.
        try await desk.moveSession(moved.id, to: day("2020-02-25"), as: office)
        world.time.turn(to: "2020-01-22T09:00:00Z")
        _ = try await TestPhone(world).send(
            TestPhone(world).act(.sessionState(.notHeld, base: 0, reason: nil), at: notHeld, 1))
        let told = try await desk.store.read { reading in
            try reports.map { report in
                try reading.changes(touching: report, upTo: try reading.logBound()).map(\.kind)
            }
        }
        #expect(told == [["moveSession", "sessionState"], ["moveSession", "sessionState"], []])
    }
}

extension ReportChange {
    fileprivate var kind: String {
        switch self {
        case .act(_, let kind, _, _, _): kind
        case .operation(_, let kind, _, _, _): kind.rawValue
        }
    }
}
