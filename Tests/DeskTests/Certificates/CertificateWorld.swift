import Courses
import Desk
import Testing

/// A round of three sessions, of which two complete it: two groups that meet on the same evenings,
/// each with people; it is 13 March 2020, and all sessions of January are over.
struct CertificateWorld {
    let world: TestWorld
    let round: Round
    let group: Group
    let other: Group
    let sessions: [Session]
    let otherSessions: [Session]
    let phone: TestPhone

    init(dates: [String] = ["2020-01-07", "2020-01-14", "2020-01-21"]) async throws {
        world = try await TestWorld()
        let office = world.office
        try await world.desk.addProgramme(
            code: "short", name: "Kort kurs",
            rules: CourseRules(sessions: 3, sessionMinutes: 120, completionThreshold: 2),
            as: office)
        try await world.desk.changeProgramme(
            "short",
            ProgrammeChange(description: [.swedish: "Om barn.", .arabic: "عن الأطفال."]),
            as: office)
        round = try await world.desk.addRound(
            of: "short", code: "short", name: "Kort våren", firstDay: day("2020-01-07"),
            as: office)
        group = try await world.desk.addGroup(
            NewGroup(name: "A", round: "short", languages: [.arabic], maximum: 9), as: office)
        other = try await world.desk.addGroup(
            NewGroup(
                name: "B", round: "short", languages: [.swedish],
                delivery: .interpreted(into: [.arabic]), maximum: 9), as: office)
        var sessions: [Session] = []
        var others: [Session] = []
        for (index, date) in dates.enumerated() {
            sessions.append(try await world.session(group, on: date, number: index + 1))
            others.append(try await world.session(other, on: date, number: index + 1))
        }
        self.sessions = sessions
        otherSessions = others
        phone = TestPhone(world)
        world.time.turn(to: "2020-03-13T08:00:00Z")
    }

    /// Somebody of the first group, who was at sessions by their positions.
    func member(_ name: String, at attended: [Int], of group: Group? = nil) async throws
        -> Person.ID
    {
        let person = try await world.member(name, of: group ?? self.group)
        try await attend(person, attended, of: group)
        return person
    }

    func attend(_ person: Person.ID, _ attended: [Int], of group: Group? = nil) async throws {
        let own = group?.id == other.id ? otherSessions : sessions
        for position in attended {
            try await TestPhone(world, "\(person)\(position)").markPresent(
                [person], at: own[position])
        }
    }

    /// An administrator changes a mark.
    func clear(_ person: Person.ID, at session: Session) async throws {
        let register = try await world.desk.register(of: session.id, as: world.office)
        let base = register.rows.first { $0.person == person }?.version ?? 0
        let phone = TestPhone(world, "clearing \(person)")
        let act = phone.act(
            .absent(person, .unnotified, base: base), at: session, 1)
        #expect(try await phone.send(act).map(\.outcome) == [.now(.accepted)])
    }

    func end() async throws {
        _ = try await world.desk.endRound("short", on: day("2020-02-01"), as: world.office)
    }

    @discardableResult
    func issue(_ people: Person.ID...) async throws -> IssuedCertificates {
        try await world.desk.issueCertificates(to: people, in: "short", as: world.office)
    }

    func list() async throws -> CertificateList {
        try await world.desk.certificates(in: "short", as: world.office)
    }

    func states() async throws -> [Person.ID: CertificateList.State] {
        let rows = try await list().rows
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.person, $0.state) })
    }

    func check(_ number: CertificateNumber) async throws -> CheckedCertificate {
        try await world.desk.checkCertificate(number.description, as: world.office)
    }
}
