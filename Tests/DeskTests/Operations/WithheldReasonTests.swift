import Courses
import Desk
import Foundation
import Testing

/// Free text about protected people is for named readers alone.
@Suite struct WithheldReasonTests {
    private let round = "2020-spring"

    private static let reader = Actor(
        identity: .commandOperator,
        grants: [
            Grant(role: .protectedReader, scope: .organisation, from: .distantPast, until: nil)
        ])

    private func reasons(_ world: TestWorld) async throws -> [OperationID: HistoryEntry] {
        let history = try await world.desk.history(of: round, as: world.office)
        return Dictionary(uniqueKeysWithValues: history.entries.map { ($0.id, $0) })
    }

    @Test func `a reason that concerns a protected person is shown to named readers only`()
        async throws
    {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let amal = try await world.member("Amal", of: world.arabic)
        let salma = try await world.member("Salma", of: world.arabic)
        let moved = try await desk.transfer(
            amal, to: world.somali.id, on: day("2020-01-09"), reason: "Amal gömmer sig",
            as: office)
        let other = try await desk.transfer(
            salma, to: world.somali.id, on: day("2020-01-09"), reason: "Bor närmare", as: office)
        let left = try await desk.withdraw(
            amal, from: world.round.id, on: day("2020-01-20"), reason: "Flyttar", as: office)
        #expect(try await reasons(world)[moved.id]?.reason == "Amal gömmer sig")

        try await desk.protect(amal, level: .sekretessmarkering, as: office)
        let told = try await reasons(world)
        for id in [moved.id, left.id] {
            #expect(told[id]?.reason == nil && told[id]?.isReasonWithheld == true)
        }
        #expect(told[other.id]?.reason == "Bor närmare")
        #expect(told[other.id]?.isReasonWithheld == false)
        let silent = told.values.filter { ![moved.id, left.id].contains($0.id) }
        #expect(silent.allSatisfy { !$0.isReasonWithheld })
        await #expect(throws: NotAllowed(right: .readProtected)) {
            try await desk.revealReason(of: moved.id, to: office)
        }
        #expect(
            try await desk.revealReason(of: moved.id, to: Self.reader) == "Amal gömmer sig")
        #expect(try await desk.revealReason(of: other.id, to: Self.reader) == "Bor närmare")
    }

    @Test func `so is the reason of a priority, for those who were given it together`()
        async throws
    {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let (amal, salma) = try await (world.person("Amal"), world.person("Salma"))
        try await desk.apply(
            NewApplication(people: [amal, salma], round: round), as: office)
        try await desk.prioritise(
            [amal, salma], in: round, priority: 3, reason: "Amal behöver komma bort",
            as: office)
        let before = try await desk.priorities(of: salma, in: round, as: office)
        #expect(before.map(\.reason) == ["Amal behöver komma bort"])
        try await desk.protect(amal, level: .skyddadFolkbokforing, as: office)
        for person in [amal, salma] {
            let told = try await desk.priorities(of: person, in: round, as: office)
            #expect(told.map(\.priority) == [3])
            #expect(told.map(\.reason) == [nil] && told.map(\.isReasonWithheld) == [true])
        }
    }

    @Test(arguments: ["leader", "member", "nobody"])
    func `so is why a session was called off, when somebody protected works or is expected there`(
        _ what: String
    ) async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let leyla = try await world.person("Leyla")
        let session = try await world.session(world.arabic, on: "2020-01-14")
        switch what {
        case "leader": try await desk.planStaff(leyla, role: "leader", at: session.id, as: office)
        case "member": try await world.place(leyla, in: world.arabic, from: "2020-01-07")
        default: try await world.place(leyla, in: world.somali, from: "2020-01-07")
        }
        try await desk.protect(leyla, level: .sekretessmarkering, as: office)
        let cancelled = try await desk.cancelSession(
            session.id, reason: "Leyla är sjuk", as: office)
        let told = try await reasons(world)[cancelled.id]
        #expect(told?.isReasonWithheld == (what != "nobody"))
        #expect(told?.reason == (what == "nobody" ? "Leyla är sjuk" : nil))
    }

    @Test func `no reason lies open in the file`() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "reasons-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let location = DatabaseLocation(path: folder.appending(path: "s.sqlite").path)
        let desk = try await Desk.create(
            location, organisation: Organisation(code: "0428", name: "Vingåker", isDemo: false),
            clock: TurnableClock("2020-01-06T08:00:00Z").clock)
        let office = Actor.commandOperator
        try await desk.addProgramme(
            code: "p", name: "Föräldrastöd",
            rules: CourseRules(sessions: 10, sessionMinutes: 120, completionThreshold: 7),
            as: office)
        try await desk.addRound(
            of: "p", code: round, name: "Våren", firstDay: day("2020-01-07"), as: office)
        try await desk.openGroup(
            NewGroup(name: "Arabiska", round: round, languages: [.arabic]),
            reason: "Qwertina ska ha en egen", as: office)
        let entries = try await desk.history(of: round, as: office).entries
        #expect(entries.map(\.reason) == ["Qwertina ska ha en egen"])
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files {
            #expect(try Data(contentsOf: file).range(of: Data("Qwertina".utf8)) == nil)
        }
    }

    @Test(arguments: ["pause", "resume", "close", "merge"])
    func `so is why a group rests or ends, when somebody protected works there`(
        _ what: String
    ) async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let leyla = try await world.person("Leyla")
        let session = try await world.session(world.arabic, on: "2020-01-14")
        try await desk.planStaff(leyla, role: "leader", at: session.id, as: office)
        try await desk.protect(leyla, level: .sekretessmarkering, as: office)
        let (group, date, why) = (world.arabic.id, day("2020-01-13"), "Leyla är sjuk")
        if what == "resume" { try await desk.pauseGroup(group, from: date, as: office) }
        let done =
            switch what {
            case "pause": try await desk.pauseGroup(group, from: date, reason: why, as: office)
            case "resume": try await desk.resumeGroup(group, on: date, reason: why, as: office)
            case "close": try await desk.closeGroup(group, on: date, reason: why, as: office)
            default:
                try await desk.merge(
                    [group], into: world.somali.id, on: date, reason: why, as: office)
            }
        let told = try await reasons(world)[done.id]
        #expect(told?.reason == nil && told?.isReasonWithheld == true)
    }

    @Test(arguments: ["place", "offer", "transfer", "merge"])
    func `so is why somebody meets a protected person from whom they are kept apart`(
        _ what: String
    ) async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let leyla = try await world.member("Leyla", of: world.arabic)
        let amal = try await world.applicant("Amal")
        try await desk.addParty(.apart, of: [amal, leyla], as: office)
        if what == "transfer" || what == "merge" {
            try await world.place(amal, in: world.somali, from: "2020-01-07")
        }
        try await desk.protect(leyla, level: .sekretessmarkering, as: office)
        let (group, date, why) = (world.arabic.id, day("2020-01-13"), "Leyla vet om det")
        let done =
            switch what {
            case "place":
                try await desk.place(
                    PlaceRequest(
                        people: [amal], group: group, from: date, reason: why,
                        inSpiteOfRules: true), as: office)
            case "offer": try await world.offer(amal, in: world.arabic, inSpite: why)
            case "transfer":
                try await desk.transfer(
                    amal, to: group, on: date, reason: why, inSpiteOfRules: true, as: office)
            default:
                try await desk.merge(
                    [world.somali.id], into: group, on: date, reason: why, inSpiteOfRules: true,
                    as: office)
            }
        let told = try await reasons(world)[done.id]
        #expect(told?.reason == nil && told?.isReasonWithheld == true)
    }
}
