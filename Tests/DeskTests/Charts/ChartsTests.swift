import Courses
import Desk
import Localisation
import Statistics
import Testing

@Suite struct ChartsTests {
    private let swedish = Localiser.localiser(for: .swedish)

    /// Three in Arabic, one of whom leaves before the second of two sessions; one waits.
    private func world() async throws -> (TestWorld, [Person.ID], [Session]) {
        let world = try await TestWorld()
        var people: [Person.ID] = []
        for name in ["Amal", "Nour", "Samir"] {
            people.append(try await world.member(name, of: world.arabic))
        }
        let sessions = [
            try await world.session(world.arabic, on: "2020-01-07"),
            try await world.session(world.arabic, on: "2020-01-14"),
        ]
        return (world, people, sessions)
    }

    @Test func `free seats are counted over open groups`() async throws {
        let (world, people, _) = try await world()
        let charts = try await world.desk.charts([.capacity], as: world.office, swedish)
        let chart = try #require(charts.first)
        #expect(
            chart.finding
                == "Antalet lediga platser är 5, och antalet personer som väntar på plats är 0.")
        #expect(
            chart.report.rows.map { $0.cells.dropFirst().map(\.number) } == [
                [people.count, 4, 4], [0, 4, 4], [0, nil, nil],
            ])
    }

    @Test func `of some groups it is told which they are, and not how many wait`() async throws {
        let (world, _, _) = try await world()
        let leader = Actor(
            identity: .person(Person.ID(bits: 1), userName: "maria"),
            grants: [
                Grant(
                    role: .leader, scope: .group(world.arabic.id), from: .distantPast, until: nil)
            ])
        let charts = try await world.desk.charts([.capacity], as: leader, swedish)
        let chart = try #require(charts.first)
        #expect(chart.finding == "Antalet lediga platser är 1.")
        #expect(
            chart.report.rows.map { $0.cells.dropFirst().map(\.number) } == [
                [3, 4, 4], [nil, nil, nil],
            ])
        let allRounds = swedish(Message("figures.allRounds"))
        #expect(!chart.report.preamble.contains(allRounds))
        #expect(chart.report.preamble.contains { $0.contains(world.arabic.name) })
    }

    @Test func `the strip shows each person at each session that has been`() async throws {
        let (world, people, sessions) = try await world()
        world.time.turn(to: "2020-01-08T08:00:00Z")
        try await TestPhone(world).markPresent([people[0]], at: sessions[0])
        try await world.desk.protect(people[1], level: .sekretessmarkering, as: world.office)
        let chart = try await world.desk.attendanceChart(
            of: world.arabic.id, as: world.office, swedish,
            name: { $0.alias.map { "Deltagare \($0)" } ?? $0.latin ?? "" })
        guard case .strip(let strip) = chart.plot else {
            Issue.record("no strip")
            return
        }
        #expect(chart.finding == "Närvarande var 1 av 3 väntade, räknat vid varje träff.")
        #expect(strip.columns == [1])
        #expect(
            strip.rows.map(\.signs) == [[.present], [.unknown], [.unknown]])
        #expect(strip.rows.map(\.name).contains { $0.hasPrefix("Deltagare ") })
        let file = chart.report.csv(forExcel: false)
        for name in ["Amal", "Nour", "Samir", "Deltagare"] { #expect(!file.contains(name)) }
        let total = try await world.desk.statistics(by: [], as: world.office).total
        #expect((total.attended, total.expected) == (1, 3))
    }

    @Test func `whoever may not read a register sees no strip`() async throws {
        let (world, _, _) = try await world()
        let manager = Actor(
            identity: .person(Person.ID(bits: 1), userName: "maria"),
            grants: [
                Grant(
                    role: .manager, scope: .organisation, from: .distantPast, until: nil)
            ])
        await #expect(throws: NotAllowed(right: .readRegister)) {
            _ = try await world.desk.attendanceChart(
                of: world.arabic.id, as: manager, swedish, name: { $0.latin ?? "" })
        }
        let charts = try await world.desk.charts(
            Chart.Name.allCases, as: manager, swedish)
        #expect(charts.map(\.name) == [.participation, .retention, .capacity, .waiting])
    }
}

extension Report.Cell {
    fileprivate var number: Int? {
        if case .number(let number) = self { number } else { nil }
    }
}
