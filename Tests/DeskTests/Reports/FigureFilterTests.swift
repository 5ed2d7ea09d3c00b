import Courses
import Desk
import Localisation
import Statistics
import Testing

@Suite struct FigureFilterTests {
    /// Two groups with a mark each, in spring and in a round of the autumn before.
    private func world() async throws -> (TestWorld, [Session]) {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        let hodan = try await world.member("Hodan", of: world.somali)
        let sessions = [
            try await world.session(world.arabic, on: "2020-01-07"),
            try await world.session(world.somali, on: "2020-01-07"),
        ]
        world.time.turn(to: "2020-01-08T08:00:00Z")
        let phone = TestPhone(world)
        try await phone.markPresent([amal], at: sessions[0])
        try await phone.send(phone.act(.present(hodan), at: sessions[1], 7))
        return (world, sessions)
    }

    private func total(_ world: TestWorld, _ filter: FiguresFilter) async throws -> Figures {
        try await world.desk.statistics(filter: filter, by: [], as: world.office).total
    }

    private static let said: [Dimension: [String]] = [
        Dimension.term: ["VT2020", "2020-vt", "vt2020"], Dimension.round: ["2020-spring"],
        Dimension.programme: ["parent-support"], Dimension.mode: ["onsite", "ONSITE"],
        Dimension.month: ["2020-01"], Dimension.gender: ["woman"],
    ]

    @Test func `a value may be said as people say it`() async throws {
        let (world, _) = try await world()
        for (dimension, texts) in Self.said {
            for text in texts {
                let figures = try await total(world, FiguresFilter([dimension: [text]]))
                #expect(figures.attended == 2, "\(text)")
            }
        }
    }

    @Test func `a language and a group by name narrow to the same`() async throws {
        let (world, _) = try await world()
        for filter in [
            FiguresFilter([.language: ["ar"]]), FiguresFilter([.group: ["Arabiska"]]),
            FiguresFilter([.group: ["2020-spring/Arabiska"]]),
            FiguresFilter([.group: [world.arabic.id.description]]),
        ] {
            let figures = try await total(world, filter)
            #expect(figures.attended == 1)
            #expect(figures.sessionsPlanned == 1)
            #expect(figures.groups == 1)
        }
    }

    @Test func `a value that there is not is refused with those that there are`() async throws {
        let (world, _) = try await world()
        await #expect(
            throws: FiguresFilterError.unknownValue(.term, "VT2019", known: ["VT2020"])
        ) { try await total(world, FiguresFilter([.term: ["VT2019"]])) }
        await #expect(
            throws: FiguresFilterError.unknownValue(
                .group, "Dari", known: ["2020-spring/Arabiska", "2020-spring/Somaliska"])
        ) { try await total(world, FiguresFilter([.group: ["Dari"]])) }
        #expect(throws: FiguresFilterError.unknownDimension("shoeSize")) {
            try FiguresFilter(asked: [("shoeSize", "42")])
        }
        #expect(
            try FiguresFilter(asked: [("LANGUAGE", "ar, so"), ("language", "ti,")])
                == FiguresFilter([.language: ["ar", "so", "ti"]]))
    }

    @Test func `a make-up in another round counts alike whether one round is asked for or all`()
        async throws
    {
        let world = try await TestWorld()
        try await world.desk.addProgramme(
            code: "short", name: "Kort",
            rules: CourseRules(sessions: 2, sessionMinutes: 120, completionThreshold: 1),
            as: world.office)
        let short = try await world.desk.addRound(
            of: "short", code: "2020-short", name: "Kort", firstDay: day("2020-01-07"),
            as: world.office)
        let group = try await world.desk.addGroup(
            NewGroup(name: "Kort", round: short.code, languages: [.arabic], maximum: 4),
            as: world.office)
        let amal = try await world.member("Amal", of: group)
        let missed = try await world.session(group, on: "2020-01-07")
        let other = try await world.session(world.arabic, on: "2020-01-09")
        world.time.turn(to: "2020-01-10T08:00:00Z")
        let phone = TestPhone(world)
        let makeUp = Mark(
            value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: .onsite,
            role: .makeUp(for: missed.id))
        let results = try await phone.send(
            phone.act(.absent(amal, .notified), at: missed, 1),
            phone.act(.mark(amal, makeUp, base: 0, reason: nil), at: other, 2))
        #expect(results.map(\.outcome) == [.now(.accepted), .now(.accepted)])
        _ = try await world.desk.endRound(short.code, on: day("2020-01-10"), as: world.office)

        let all = try await world.desk.statistics(by: [.round], as: world.office)
        let row = try #require(
            all.rows.first { $0.key == [.round(short.id, code: short.code)] }?.figures)
        #expect(row.completed == 1)
        #expect(try await total(world, FiguresFilter([.round: [short.code]])) == row)
        let manager = Actor(
            identity: .person(amal, userName: "m"),
            grants: [
                Grant(role: .manager, scope: .round(short.id), from: .distantPast, until: nil)
            ])
        #expect(try await world.desk.statistics(by: [], as: manager).total == row)
    }

    @Test func `a group's leader is told what the group's row says`() async throws {
        let (world, _) = try await world()
        let all = try await world.desk.statistics(by: [.group], as: world.office)
        let row = try #require(all.rows.first { $0.key.first?.code == world.arabic.id.description })
        let leader = Actor(
            identity: .person(try await world.person("Layla"), userName: "layla"),
            grants: [
                Grant(
                    role: .leader, scope: .group(world.arabic.id), from: .distantPast, until: nil)
            ])
        let own = try await world.desk.statistics(by: [.group], as: leader)
        #expect(own.total == row.figures)
        #expect(own.rows == [row])
        await #expect(throws: NotAllowed(right: .readFigures)) {
            try await world.desk.statistics(
                filter: FiguresFilter([.group: ["Somaliska"]]), by: [], as: leader)
        }
    }

    @Test func `a frozen report holds its filter, is counted anew by it, and says so`()
        async throws
    {
        let (world, sessions) = try await world()
        let report = try await world.desk.freezeReport(
            .figures, filter: FiguresFilter([.language: ["ar"], .gender: ["woman"]]),
            by: [.group], as: world.office)
        #expect(report.parameters.filter == ["language=ar", "gender=woman"])
        #expect(report.parameters.dimensions == ["group"])
        let lines = String(decoding: report.content, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0].hasSuffix("asOf,ruleVersion,rounds,filter,use"))
        #expect(lines[1].hasSuffix("2020-01-08,1,,language=ar gender=woman,internal"))
        let worded = try report.worded(.localiser(for: .swedish))
        #expect(worded.preamble.contains("Språk: arabiska"))
        #expect(worded.preamble.contains("Kön: kvinna"))

        await #expect(throws: ReportError.unchanged(report.id)) {
            try await world.desk.restate(report.id, as: world.office)
        }
        let guest = try await world.person("Nour")
        let phone = TestPhone(world, "other")
        let mark = Mark(
            value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: .onsite, role: .guest)
        try await phone.send(
            phone.act(.mark(guest, mark, base: 0, reason: nil), at: sessions[0], 1))
        let restated = try await world.desk.restate(report.id, as: world.office)
        #expect(restated.restated.parameters == report.parameters)
        #expect(restated.differences.map(\.column) == ["guests", "guests"])
    }

    @Test func `the county's table is narrowed to what all its columns have a meaning in`()
        async throws
    {
        let (world, _) = try await world()
        let table = try await world.desk.countyTable(
            filter: FiguresFilter([.language: ["so"]]), as: world.office)
        #expect(table.total.participations == 1)
        #expect(table.rounds.flatMap(\.languages).map(\.language) == [.somali])
        await #expect(throws: FiguresFilterError.notForCounty(.gender)) {
            try await world.desk.countyTable(
                filter: FiguresFilter([.gender: ["woman"]]), as: world.office)
        }
        await #expect(throws: FiguresFilterError.notForCounty(.month)) {
            try await world.desk.freezeReport(
                .county, filter: FiguresFilter([.month: ["2020-01"]]), as: world.office)
        }
    }
}
