import Courses
import Desk
import Localisation
import Statistics
import Testing

@Suite struct FrozenReportTests {
    private func frozen(
        _ world: TestWorld, _ kind: FrozenReport.Kind = .figures, rounds: [String] = [],
        by dimensions: [Dimension] = [.round, .group, .gender]
    ) async throws -> FrozenReport {
        try await world.desk.freezeReport(kind, rounds: rounds, by: dimensions, as: world.office)
    }

    private func text(_ report: FrozenReport) -> String {
        String(decoding: report.content, as: UTF8.self)
    }

    /// Two people of the Arabic group marked at a session of yesterday.
    private func begun() async throws -> (TestWorld, TestPhone, Session, [Person.ID]) {
        let world = try await TestWorld()
        let people = [
            try await world.member("Amal", of: world.arabic),
            try await world.member("Nour", of: world.arabic),
        ]
        let session = try await world.session(world.arabic, on: "2020-01-07")
        world.time.turn(to: "2020-01-08T08:00:00Z")
        let phone = TestPhone(world)
        try await phone.markPresent([people[0]], at: session)
        return (world, phone, session, people)
    }

    @Test func `a report frozen holds its parameters, its rules and its rows`() async throws {
        let (world, _, _, _) = try await begun()
        let report = try await frozen(world, .county, rounds: ["2020-spring"])
        #expect(report.isIntact && report.hash.count == 32)
        #expect(report.parameters.rounds == [world.round.id])
        #expect(report.parameters.dimensions == ["round", "language"])
        #expect(report.ruleVersion == Figures.ruleVersion)
        #expect(report.asOf == day("2020-01-08"))
        let lines = text(report).split(separator: "\n")
        #expect(lines[0].hasPrefix("round,language,groups,sessionsHeld,uniqueWomen,"))
        #expect(
            lines[1]
                == "2020-spring,ar,1,1,1,0,0,1,0,0,Våren 2020,2020-01-08,1,2020-spring,internal")
        #expect(lines.last?.hasPrefix("total,,") == true)
    }

    @Test func `after a thousand changes a frozen report is byte for byte the same`()
        async throws
    {
        let (world, phone, session, people) = try await begun()
        let report = try await frozen(world)
        for round in 0..<50 {
            let acts = (0..<20).map { index -> Act in
                let number = round * 20 + index
                let person = people[number % 2]
                let statement = Act.Statement.present(person, late: 1 + number / 2 % 90)
                return phone.act(statement, at: session, 10 + number)
            }
            let results = try await phone.send(acts)
            #expect(results.allSatisfy { $0.outcome == .now(.accepted) })
        }
        let later = try await world.desk.report(report.id, as: world.office)
        #expect(later == report && later.isIntact)
        let restatement = try await world.desk.restate(report.id, as: world.office)
        #expect(restatement.changes.count == 1000)
        #expect(try await world.desk.report(report.id, as: world.office) == report)
    }

    @Test func `a restatement tells what differs, and by which changes alone`() async throws {
        let (world, phone, session, people) = try await begun()
        let other = try await world.member("Hodan", of: world.somali)
        let elsewhere = try await world.session(world.somali, on: "2020-01-07")
        let upcoming = try await world.session(world.arabic, on: "2020-01-21", number: 2)
        try await world.desk.addRound(
            of: "parent-support", code: "2020-other", name: "En annan",
            firstDay: day("2020-01-07"), as: world.office)
        let away = try await world.desk.addGroup(
            NewGroup(name: "Borta", round: "2020-other", languages: [.arabic]), as: world.office)
        let report = try await frozen(world, .county, rounds: ["2020-spring"])

        world.time.turn(to: "2020-01-09T08:00:00Z")
        let touching = phone.act(.present(people[1]), at: session, 20)
        let elsewhereToo = phone.act(.present(other), at: elsewhere, 21)
        let early = phone.act(.absent(people[0], .notified), at: upcoming, 22)
        #expect(
            try await phone.send(touching, elsewhereToo, early).map(\.outcome)
                == [.now(.accepted), .now(.accepted), .now(.accepted)])
        // In another round, and of a day to come.
        _ = try await world.member("Salma", of: away, from: "2020-01-07")
        _ = try await world.member("Huda", of: world.arabic, from: "2020-01-15")
        let placed = try await world.desk.place(
            PlaceRequest(
                people: [try await world.person("Rana")], group: world.somali.id,
                from: day("2020-01-08")), as: world.office)

        let restatement = try await world.desk.restate(report.id, as: world.office)
        let changed = restatement.changes.map { change in
            switch change {
            case .act(let id, _, _, _, _): id.description
            case .operation(let id, _, _, _, _): id.description
            }
        }
        #expect(
            Set(changed)
                == [
                    touching.id.description, elsewhereToo.id.description,
                    placed.id.description,
                ])
        #expect(
            restatement.differences.filter { $0.key == ["2020-spring", "ar"] } == [
                .init(
                    key: ["2020-spring", "ar"], column: "uniqueWomen", before: 1, after: 2),
                .init(
                    key: ["2020-spring", "ar"], column: "participations", before: 1, after: 2),
            ])
        #expect(restatement.restated.restates == report.id)
        #expect(restatement.restated.asOf == day("2020-01-08"))
        #expect(restatement.restated.content != report.content)
        #expect(
            try await world.desk.restatement(restatement.restated.id, as: world.office)
                == restatement)
    }

    @Test func `asked for twice by one id, a report is frozen once`() async throws {
        let (world, phone, session, people) = try await begun()
        let id = FrozenReport.ID(bits: 77)
        func asked(_ dimensions: [Dimension]) async throws -> FrozenReport {
            try await world.desk.freezeReport(
                .figures, by: dimensions, id: id, as: world.office)
        }
        let report = try await asked([.group])
        try await phone.markPresent([people[1]], at: session)
        world.time.turn(to: "2020-01-09T08:00:00Z")
        #expect(report.id == id)
        #expect(try await asked([.group]) == report)
        let other = try await asked([.gender])
        #expect(other.id != id && other.parameters.dimensions == ["gender"])

        let newID = FrozenReport.ID(bits: 78)
        let restated = try await world.desk.restate(id, newID: newID, as: world.office)
        #expect(restated.restated.id == newID)
        #expect(try await world.desk.restate(id, newID: newID, as: world.office) == restated)
        #expect(
            try await world.desk.reports(as: world.office)
                == [report, other, restated.restated])
    }

    @Test func `what counting anew would come to is what a restatement tells, and is not kept`()
        async throws
    {
        let (world, phone, session, people) = try await begun()
        let report = try await frozen(world)
        #expect(try await world.desk.recount(report.id, as: world.office).isSame)
        try await phone.markPresent([people[1]], at: session)
        let recount = try await world.desk.recount(report.id, as: world.office)
        #expect(try await world.desk.reports(as: world.office) == [report])
        #expect(!recount.isSame && recount.changes.count == 1)
        #expect(
            recount.sessions[session.id]
                == ChangedSession(date: session.date, groups: [world.arabic.name]))
        let restatement = try await world.desk.restate(report.id, as: world.office)
        #expect(restatement.recount == recount)
    }

    @Test func `a name alone that is another makes another report, and no number differs`()
        async throws
    {
        let (world, _, _, _) = try await begun()
        let report = try await frozen(world, by: [.round])
        try await world.desk.changeRound("2020-spring", name: "En annan vår", as: world.office)
        let recount = try await world.desk.recount(report.id, as: world.office)
        #expect(!recount.isSame && recount.differences.isEmpty)
        let book = try await world.desk.reportBook(as: world.office)
        #expect(book.choices.names.rounds["2020-spring"] == "En annan vår")
        #expect(report.names(besides: book.choices.names).rounds["2020-spring"] == "Våren 2020")
    }

    @Test func `nothing is kept where nothing differs`() async throws {
        let (world, _, _, _) = try await begun()
        let report = try await frozen(world)
        world.time.turn(to: "2020-03-01T08:00:00Z")
        await #expect(throws: ReportError.unchanged(report.id)) {
            try await world.desk.restate(report.id, as: world.office)
        }
        #expect(try await world.desk.reports(as: world.office) == [report])
        await #expect(throws: ReportError.noRestatement(report.id)) {
            try await world.desk.restatement(report.id, as: world.office)
        }
    }

    @Test func `what waits for review touches figures, and not the county's table`()
        async throws
    {
        let (world, phone, session, _) = try await begun()
        let stranger = try await world.member("Leyla", of: world.somali)
        let figures = try await frozen(world)
        let county = try await frozen(world, .county)
        world.time.turn(to: "2020-01-09T08:00:00Z")
        let waiting = phone.act(.present(stranger), at: session, 30)
        #expect(try await phone.send(waiting).map(\.outcome) == [.now(.kept(.notOnRoster))])
        let restatement = try await world.desk.restate(figures.id, as: world.office)
        #expect(restatement.changes.count == 1)
        #expect(Set(restatement.differences.map(\.column)) == ["review"])
        await #expect(throws: ReportError.unchanged(county.id)) {
            try await world.desk.restate(county.id, as: world.office)
        }
    }

    @Test func `a group that is called otherwise later keeps its name in the report`()
        async throws
    {
        let (world, _, _, _) = try await begun()
        let report = try await frozen(world, by: [.group])
        let worded = try report.worded(.localiser(for: .arabic))
        #expect(worded.language == .arabic)
        #expect(
            worded.rows.first?.cells.first
                == .name(
                    code: world.arabic.id.description, text: "Arabiska"))
        #expect(worded.preamble.last?.contains(report.hashText) == true)
        #expect(worded.rows.last?.isTotal == true)
        #expect(worded.rows.map { $0.cells.count } == [worded.columns.count, worded.columns.count])
    }

    @Test func `a report is for those who may read all its figures`() async throws {
        let (world, _, _, _) = try await begun()
        let person = try await world.person("Maria")
        let manager = Actor(
            identity: .person(person, userName: "maria"),
            grants: [
                Grant(
                    role: .manager, scope: .round(world.round.id), from: day("2020-01-01"),
                    until: nil)
            ])
        let whole = try await frozen(world)
        let own = try await world.desk.freezeReport(
            .county, rounds: ["2020-spring"], as: manager)
        #expect(try await world.desk.reports(as: manager) == [own])
        let book = try await world.desk.reportBook(as: manager)
        #expect(book.reports == [own])
        let choices = book.choices
        #expect(!world.desk.mayFreeze(FiguresFilter(), among: choices, manager))
        #expect(
            world.desk.mayFreeze(
                FiguresFilter([.round: ["2020-spring"]]), among: choices, manager))
        #expect(
            !world.desk.mayFreeze(
                FiguresFilter([.round: ["2020-spring", "none"]]), among: choices, manager))
        await #expect(throws: NotAllowed.self) {
            try await world.desk.recount(whole.id, as: manager)
        }
        await #expect(throws: NotAllowed.self) {
            try await world.desk.report(whole.id, as: manager)
        }
        await #expect(throws: NotAllowed.self) {
            try await world.desk.freezeReport(.county, as: manager)
        }
    }

    @Test func `who reads some groups' figures alone reads no report`() async throws {
        let (world, _, _, _) = try await begun()
        let report = try await frozen(world)
        let person = try await world.person("Sara")
        let leader = Actor(
            identity: .person(person, userName: "sara"),
            grants: [
                Grant(
                    role: .leader, scope: .group(world.arabic.id), from: day("2020-01-01"),
                    until: nil)
            ])
        #expect(!world.desk.mayReadReports(leader))
        await #expect(throws: NotAllowed.self) { try await world.desk.reportBook(as: leader) }
        await #expect(throws: NotAllowed.self) {
            try await world.desk.recount(report.id, as: leader)
        }
        await #expect(throws: NotAllowed.self) {
            try await world.desk.freezeReport(
                .figures, filter: FiguresFilter([.group: [world.arabic.id.description]]),
                by: [.gender], as: leader)
        }
    }
}
