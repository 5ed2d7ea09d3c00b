import Courses
import GRDB
import Localisation
import Statistics
import Testing

@testable import Desk
@testable import Store

@Suite struct FigureRowsTests {
    /// Two groups; of the Arabic one's three members one came, one was away, one has no mark.
    private struct Reader {
        let world: TestWorld
        let people: [Person.ID]
        let session: Session

        init() async throws {
            world = try await TestWorld()
            var people: [Person.ID] = []
            for name in ["Amal", "Bahar", "Cyra"] {
                people.append(try await world.member(name, of: world.arabic))
            }
            let hodan = try await world.member("Hodan", of: world.somali)
            self.people = people + [hodan]
            session = try await world.session(world.arabic, on: "2020-01-07")
            let other = try await world.session(world.somali, on: "2020-01-07")
            world.time.turn(to: "2020-01-08T08:00:00Z")
            let phone = TestPhone(world)
            try await phone.send(
                phone.act(.present(people[0]), at: session, 1),
                phone.act(.absent(people[1], .notified), at: session, 2),
                phone.act(.present(hodan), at: other, 3))
        }

        func rows(
            _ measure: Measure, filter: FiguresFilter = FiguresFilter(),
            key: [(name: String, value: String)] = [], page: Int? = nil,
            as actor: Actor = .commandOperator
        ) async throws -> FigureRows {
            try await world.desk.figureRows(
                behind: .measure(measure), filter: filter, key: try FiguresKey(asked: key),
                page: page, as: actor, .localiser(for: .swedish)
            ) { name in name.alias.map { "alias \($0)" } ?? name.primary }
        }

        func actor(_ role: Role, _ scope: Scope) async throws -> Actor {
            Actor(
                identity: .person(try await world.person("Reader"), userName: "reader"),
                grants: [Grant(role: role, scope: scope, from: .distantPast, until: nil)])
        }

        func audit() async throws -> [String] {
            try await world.desk.store.read { reading in
                try Row.fetchAll(
                    reading.db,
                    sql: """
                        SELECT resource_id, rows FROM audit WHERE deed = 'readFigureRows'
                        ORDER BY id
                        """
                ).map { "\($0[0] as String): \($0[1] as Int)" }
            }
        }
    }

    @Test func `a number's rows say who, when, where and what was said`() async throws {
        let reader = try await Reader()
        let rows = try await reader.rows(.expected, key: [("language", "ar")])
        #expect(rows.sum == 3)
        #expect(rows.rows.map(\.name) == ["Amal", "Bahar", "Cyra"])
        #expect(rows.rows.map(\.mark?.value) == [.present, .notified, nil])
        #expect(rows.rows.allSatisfy { $0.session == reader.session.id && $0.number == 1 })
        #expect(rows.rows.allSatisfy { $0.date == day("2020-01-07") })
        #expect(rows.rows.allSatisfy { $0.groups == [reader.world.arabic.id] })
        let rate = try await reader.rows(.attendanceRate, key: [("group", "Arabiska")])
        #expect(rate.numerator == 1)
        #expect(rate.sum == 2)
        let everybody = try await reader.rows(.uniqueParticipants)
        #expect(everybody.rows.map(\.name) == ["Amal", "Hodan"])
    }

    @Test func `who may see the people, or the group's register, sees the rows, and nobody else`()
        async throws
    {
        let reader = try await Reader()
        let world = reader.world
        for scope in [Scope.organisation, .round(world.round.id)] {
            let administrator = try await reader.actor(.administrator, scope)
            #expect(try await reader.rows(.expected, as: administrator).sum == 4)
            let manager = try await reader.actor(.manager, scope)
            await #expect(throws: NotAllowed(right: .readPeople)) {
                try await reader.rows(.expected, as: manager)
            }
            // Neither what names nobody: the numbers are theirs, the rows are not.
            await #expect(throws: NotAllowed(right: .readPeople)) {
                try await reader.rows(.sessionsHeld, as: manager)
            }
        }
        let leader = try await reader.actor(.leader, .group(world.arabic.id))
        #expect(try await reader.rows(.expected, as: leader).sum == 3)
        #expect(
            try await reader.rows(.expected, as: leader).rows.map(\.name)
                == ["Amal", "Bahar", "Cyra"])
        // Neither stands in a register: who is a woman, and who waits.
        await #expect(throws: NotAllowed(right: .readPeople)) {
            try await reader.rows(.expected, key: [("gender", "woman")], as: leader)
        }
        await #expect(throws: NotAllowed(right: .readPeople)) {
            try await reader.rows(.waiting, as: leader)
        }
        await #expect(throws: NotAllowed(right: .readFigures)) {
            try await reader.rows(.expected, key: [("group", "Somaliska")], as: leader)
        }
        let protectedReader = try await reader.actor(.protectedReader, .organisation)
        await #expect(throws: NotAllowed(right: .readFigures)) {
            try await reader.rows(.expected, as: protectedReader)
        }
    }

    @Test func `a manager who also leads a group sees the rows of that group alone`()
        async throws
    {
        let reader = try await Reader()
        let world = reader.world
        let actor = Actor(
            identity: .person(try await world.person("Both"), userName: "both"),
            grants: [
                Grant(role: .manager, scope: .organisation, from: .distantPast, until: nil),
                Grant(
                    role: .leader, scope: .group(world.arabic.id), from: .distantPast, until: nil),
            ])
        let own = [(name: "group", value: "Arabiska")]
        #expect(try await reader.rows(.attended, key: own, as: actor).sum == 1)
        for key in [[], [(name: "language", value: "ar")], [(name: "group", value: "Somaliska")]] {
            await #expect(throws: NotAllowed(right: .readPeople)) {
                try await reader.rows(.attended, key: key, as: actor)
            }
        }
    }

    @Test func `a protected person is an alias, and no list tells more of them than that`()
        async throws
    {
        let reader = try await Reader()
        try await reader.world.desk.protect(
            reader.people[0], level: .sekretessmarkering, as: .commandOperator)
        let rows = try await reader.rows(.expected, key: [("language", "ar")])
        #expect(rows.rows.map(\.name) == ["Bahar", "Cyra", "alias 1"])
        #expect(rows.rows.map(\.isProtected) == [false, false, true])
        for key in [("gender", "woman"), ("gender", "man"), ("ageBand", "18-24")] {
            await #expect(throws: FiguresFilterError.tellsOfProtected) {
                try await reader.rows(.expected, key: [key])
            }
        }
        // Nor is a named reader told more here.
        let named = Actor(
            identity: .person(try await reader.world.person("Named"), userName: "named"),
            grants: [.administrator, .protectedReader].map {
                Grant(role: $0, scope: .organisation, from: .distantPast, until: nil)
            })
        #expect(try await reader.rows(.expected, as: named).rows.map(\.name).contains("alias 1"))
        let report = rows.report(.localiser(for: .swedish))
        let told = report.csv(forExcel: false) + "\(report)"
        #expect(!told.contains("Amal") && told.contains(reader.people[0].description))
    }

    @Test func `a list by language is refused whole where somebody protected visits`()
        async throws
    {
        let reader = try await Reader()
        let (world, bahar) = (reader.world, reader.people[1])
        let later = try await world.session(world.somali, on: "2020-01-09")
        world.time.turn(to: "2020-01-10T08:00:00Z")
        let phone = TestPhone(world, "other")
        let makeUp = Mark(
            value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: .onsite,
            role: .makeUp(for: reader.session.id))
        let sent = try await phone.send(
            phone.act(.mark(bahar, makeUp, base: 0, reason: nil), at: later, 1))
        #expect(sent.map(\.outcome) == [.now(.accepted)])
        let keys = [
            [("language", "ar")], [("language", "so")],
            [("language", "so"), ("gender", "woman")], [("language", "so"), ("gender", "man")],
        ]
        // Of what a visit adds to; the list of different people names no visit.
        let measures: [Measure] = [.participations, .uniqueParticipants, .studyHours]
        for (measure, key) in measures.flatMap({ measure in keys.map { (measure, $0) } }) {
            _ = try await reader.rows(measure, key: key)
        }
        try await world.desk.protect(bahar, level: .sekretessmarkering, as: .commandOperator)
        for (measure, key) in measures.flatMap({ measure in keys.map { (measure, $0) } }) {
            await #expect(throws: FiguresFilterError.tellsOfProtected, "\(measure) \(key)") {
                try await reader.rows(measure, key: key)
            }
        }
        // Nobody visits among those who are expected.
        #expect(try await reader.rows(.expected, key: keys[0]).rows.count == 3)
    }

    @Test func `each reading of people is recorded by its question, without a name`()
        async throws
    {
        let reader = try await Reader()
        _ = try await reader.rows(.attended, key: [("language", "ar")], page: 1)
        _ = try await reader.rows(.uniqueParticipants, filter: FiguresFilter([.term: ["2020-vt"]]))
        // Sessions are nobody.
        _ = try await reader.rows(.sessionsHeld)
        let manager = try await reader.actor(.manager, .organisation)
        _ = try? await reader.rows(.attended, as: manager)
        #expect(
            try await reader.audit() == [
                "measure=attended language=ar page=1: 1",
                "measure=uniqueParticipants term=VT2020: 2",
            ])
    }

    @Test func `what there is not is refused by name, and a number without meaning as such`()
        async throws
    {
        let reader = try await Reader()
        await #expect(
            throws: FiguresFilterError.unknownValue(
                .gender, "shoe",
                known: [
                    "woman", "man", "unknown",
                ])
        ) { try await reader.rows(.attended, key: [("gender", "shoe")]) }
        #expect(throws: FiguresFilterError.unknownDimension("colour")) {
            try FiguresKey(asked: [("colour", "red")])
        }
        await #expect(throws: FiguresFilterError.unknownValue(.language, "so", known: ["ar"])) {
            try await reader.rows(
                .attended, filter: FiguresFilter([.language: ["ar"]]),
                key: [("language", "so")])
        }
        await #expect(
            throws: FiguresFilterError.unknownValue(.municipality, "0180", known: ["0428"])
        ) { try await reader.rows(.attended, key: [("municipality", "0180")]) }
        await #expect(throws: FiguresFilterError.noMeaning(.measure(.completed))) {
            try await reader.rows(.completed, key: [("month", "2020-01")])
        }
    }

    @Test(arguments: Language.catalogue)
    func `every list has its words in every language`(_ language: Language) async throws {
        let reader = try await Reader()
        for number in CountedNumber.allCases {
            let rows = try await reader.world.desk.figureRows(
                behind: number, as: .commandOperator, .localiser(for: language)
            ) { $0.primary }
            let report = rows.report(.localiser(for: language))
            #expect(report.rows.count == rows.rows.count)
            #expect(report.columns.allSatisfy { !$0.heading.isEmpty }, "\(number.code)")
            #expect(report.rows.allSatisfy { $0.cells.count == report.columns.count })
        }
    }
}
