import Courses
import Desk
import Testing

/// What keeps an import from being undone is named, whatever it is.
@Suite struct ImportUndoTests {
    private static func imported() async throws -> (ImportDesk, OperationID, [Person.ID]) {
        let desk = try await ImportDesk()
        let report = try await desk.take(
            "Namn;Språk;Kön\nAmal;ar;K\nSalma;ar;K\n", round: "2020-spring")
        return (desk, try #require(report.operation), report.accepted.map(\.person))
    }

    private static func obstacles(
        _ desk: ImportDesk, _ operation: OperationID
    ) async throws -> [UndoObstacle] {
        do throws(any Error) {
            try await desk.desk.undo(operation, as: desk.world.office)
            return []
        } catch PlacingError.cannotUndo(let obstacles) {
            return obstacles
        }
    }

    @Test func `children that an import told of are forgotten when it is undone`() async throws {
        let desk = try await ImportDesk()
        let text = "Id;Namn;Språk;Barn\n7;Amal;ar;"
        try await desk.take("Id;Namn;Språk\n7;Amal;ar\n")
        let person = try #require(try await desk.people().first?.id)
        let report = try await desk.take(text + "2\n", round: "2020-spring")
        #expect(try await desk.world.row(person)?.childcare == 2)
        try await desk.desk.undo(try #require(report.operation), as: desk.world.office)
        _ = try await desk.desk.apply(
            NewApplication(people: [person], round: "2020-spring"), as: desk.world.office)
        #expect(try await desk.world.row(person)?.childcare == 0)
        // Whoever is enrolled anew by an import has the children that it tells of.
        let history = try await desk.desk.history(of: "2020-spring", as: desk.world.office)
        let applied = try #require(history.entries.last?.id)
        try await desk.desk.undo(applied, as: desk.world.office)
        try await desk.take(text + "3\n", round: "2020-spring")
        #expect(try await desk.world.row(person)?.childcare == 3)
    }

    @Test func `somebody with an account or a role since then is named`() async throws {
        let (desk, operation, people) = try await Self.imported()
        let office = desk.world.office
        let role = Grant(
            role: .manager, scope: .organisation, from: day("2020-01-06"), until: nil)
        _ = try await desk.desk.addUser(
            NewUser(
                userName: "amal", name: PersonName(), password: nil, language: .swedish,
                grants: [role], person: people[0]),
            as: office)
        #expect(
            try await Self.obstacles(desk, operation)
                == [.inUse(.account, [people[0]]), .inUse(.grant, [people[0]])])
        #expect(try await desk.people().count == 2)
    }

    @Test func `somebody in a party that was noted by hand, or staff at a session, is named`()
        async throws
    {
        let (desk, operation, people) = try await Self.imported()
        let office = desk.world.office
        try await desk.desk.addParty(.together, of: people, as: office)
        let session = try await desk.world.session(desk.world.arabic, on: "2020-01-08")
        try await desk.desk.recordStaff(
            people[0], role: "leader", at: session.id, as: office)
        #expect(
            try await Self.obstacles(desk, operation)
                == [.inUse(.staff, [people[0]]), .inUse(.party, people)])
    }

    @Test func `a placement since then is named, and once it is undone so can the import be`()
        async throws
    {
        let (desk, operation, people) = try await Self.imported()
        let placed = try await desk.world.place(
            people[0], in: desk.world.arabic, from: "2020-01-10")
        #expect(try await Self.obstacles(desk, operation) == [.restedOnBy([placed.id])])
        try await desk.desk.undo(placed.id, as: desk.world.office)
        #expect(try await Self.obstacles(desk, operation) == [])
        #expect(try await desk.people().isEmpty)
    }

    @Test func `a later import that brought no more than a telephone number is named`()
        async throws
    {
        let desk = try await ImportDesk()
        let first = try await desk.take("Id;Namn;Språk\n1;Amal;ar\n")
        let second = try await desk.take("Id;Namn;Språk;Tel\n1;Amal;ar;0701234567\n")
        let (one, two) = (try #require(first.operation), try #require(second.operation))
        #expect(try await Self.obstacles(desk, one) == [.restedOnBy([two])])
        #expect(try await Self.obstacles(desk, two) == [])
        #expect(try await Self.obstacles(desk, one) == [])
    }

    @Test func `somebody of whom something was said that only waits is named by the session`()
        async throws
    {
        let (desk, operation, people) = try await Self.imported()
        let session = try await desk.world.session(desk.world.arabic, on: "2020-01-06")
        let phone = TestPhone(desk.world)
        let result = try await phone.send(phone.act(.present(people[0]), at: session, 1))
        #expect(result.map(\.outcome) == [.now(.kept(.notOnRoster))])
        #expect(
            try await Self.obstacles(desk, operation) == [.spokenOf(sessions: [session.id])])
    }

    @Test func `somebody who was to lead a group is named until that is undone`()
        async throws
    {
        let (desk, operation, people) = try await Self.imported()
        let (world, office) = (desk.world, desk.world.office)
        _ = try await world.session(world.arabic, on: "2020-01-14")
        let other = try await world.person("Sara")
        let from = day("2020-01-07")
        let first = try await desk.desk.changeLeader(
            of: world.arabic.id, to: people[0], from: from, as: office)
        let second = try await desk.desk.changeLeader(
            of: world.arabic.id, to: other, from: from, as: office)
        #expect(try await Self.obstacles(desk, operation) == [.inUse(.staff, [people[0]])])
        try await desk.desk.undo(second.id, as: office)
        try await desk.desk.undo(first.id, as: office)
        #expect(try await Self.obstacles(desk, operation) == [])
        let doctor = try await desk.desk.doctor(DatabaseLocation(path: "/nowhere"))
        #expect(doctor.allSatisfy { $0.check != .foreignKeys || $0.faults == 0 })
    }
}
