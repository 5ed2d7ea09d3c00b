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
        #expect(try await reasons(world)[moved.id]?.reason.text == "Amal gömmer sig")

        try await desk.protect(amal, level: .sekretessmarkering, as: office)
        let told = try await reasons(world)
        for id in [moved.id, left.id] {
            #expect(told[id]?.reason.text == nil && told[id]?.reason.isWithheld == true)
        }
        #expect(told[other.id]?.reason.text == "Bor närmare")
        #expect(told[other.id]?.reason.isWithheld == false)
        let silent = told.values.filter { ![moved.id, left.id].contains($0.id) }
        #expect(silent.allSatisfy { !$0.reason.isWithheld })
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
        #expect(before.map(\.reason.text) == ["Amal behöver komma bort"])
        try await desk.protect(amal, level: .skyddadFolkbokforing, as: office)
        for person in [amal, salma] {
            let told = try await desk.priorities(of: person, in: round, as: office)
            #expect(told.map(\.priority) == [3])
            #expect(told.map(\.reason.text) == [nil] && told.map(\.reason.isWithheld) == [true])
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
        #expect(told?.reason.isWithheld == (what != "nobody"))
        #expect(told?.reason.text == (what == "nobody" ? "Leyla är sjuk" : nil))
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
        #expect(entries.map(\.reason.text) == ["Qwertina ska ha en egen"])
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
        #expect(told?.reason.text == nil && told?.reason.isWithheld == true)
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
        #expect(told?.reason.text == nil && told?.reason.isWithheld == true)
    }

    @Test(arguments: ["transfer", "undo", "leader", "moved"])
    func `what is done later shows nobody why a session was changed`(_ later: String)
        async throws
    {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let leyla = try await world.person("Leyla")
        var session = try await world.session(world.arabic, on: "2020-01-21")
        var placed: OperationID?
        if later == "leader" {
            try await desk.planStaff(leyla, role: "leader", at: session.id, as: office)
        } else {
            placed = try await world.place(leyla, in: world.arabic, from: "2020-01-10").id
        }
        try await desk.protect(leyla, level: .sekretessmarkering, as: office)
        let cancelled = try await desk.cancelSession(
            session.id, reason: "Leyla är sjuk", as: office)
        switch later {
        case "transfer":
            try await desk.transfer(
                leyla, to: world.somali.id, on: day("2020-01-13"), as: office)
        case "undo": try await desk.undo(try #require(placed), as: office)
        case "leader":
            session = try await world.session(world.arabic, on: "2020-01-28", number: 2)
            try await desk.planStaff(leyla, role: "leader", at: session.id, as: office)
            let moved = try await desk.moveSession(
                session.id, to: day("2020-01-29"), reason: "Leyla kan inte", as: office)
            try await desk.changeLeader(
                of: world.arabic.id, to: world.person("Sara"), from: day("2020-01-10"),
                as: office)
            #expect(try await reasons(world)[moved.id]?.reason.isWithheld == true)
        default:
            session = try await world.session(world.arabic, on: "2020-01-08", number: 2)
            let moved = try await desk.moveSession(
                session.id, to: day("2020-01-22"), reason: "Leyla kan då", as: office)
            try await desk.moveSession(session.id, to: day("2020-01-08"), as: office)
            #expect(try await reasons(world)[moved.id]?.reason.isWithheld == true)
        }
        let told = try await reasons(world)[cancelled.id]
        #expect(told?.reason.text == nil && told?.reason.isWithheld == true)
    }

    @Test(arguments: ["transfer", "split"])
    func `so is why somebody is parted from a protected person to whom they belong`(
        _ what: String
    ) async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let leyla = try await world.member("Leyla", of: world.arabic)
        let amal = try await world.member("Amal", of: world.arabic)
        try await desk.addParty(.together, of: [amal, leyla], as: office)
        try await desk.protect(leyla, level: .sekretessmarkering, as: office)
        let (group, date, why) = (world.somali.id, day("2020-01-13"), "Amal måste bort från Leyla")
        let done =
            if what == "transfer" {
                try await desk.transfer(
                    amal, to: group, on: date, reason: why, inSpiteOfRules: true, as: office)
            } else {
                try await desk.split(
                    SplitRequest(
                        people: [amal], group: world.arabic.id, target: .group(group), on: date,
                        reason: why, inSpiteOfRules: true), as: office)
            }
        let told = try await reasons(world)[done.id]
        #expect(told?.reason.text == nil && told?.reason.isWithheld == true)
    }

    @Test func `so is why others lead a group with a protected person in it`() async throws {
        let world = try await TestWorld()
        let (desk, office) = (world.desk, world.office)
        let leyla = try await world.member("Leyla", of: world.arabic)
        let (sara, nour) = try await (world.person("Sara"), world.person("Nour"))
        for (group, date) in [(world.arabic, "2020-01-14"), (world.somali, "2020-01-15")] {
            let session = try await world.session(group, on: date)
            try await desk.planStaff(sara, role: "leader", at: session.id, as: office)
        }
        try await desk.protect(leyla, level: .sekretessmarkering, as: office)
        for (group, isWithheld) in [(world.arabic, true), (world.somali, false)] {
            let done = try await desk.changeLeader(
                of: group.id, to: nour, from: day("2020-01-10"), reason: "Sara känner Leyla",
                as: office)
            let told = try await reasons(world)[done.id]
            #expect(told?.reason.isWithheld == isWithheld)
        }
    }

    @Test func `so is why a group of theirs rests, ends or opens, though no session is changed`()
        async throws
    {
        let world = try await TestWorld()
        let (desk, office, why) = (world.desk, world.office, "Leyla är sjuk")
        let leyla = try await world.person("Leyla")
        let new = NewGroup(
            name: "Ny", round: round, languages: [.arabic, .somali], delivery: .bilingual)
        let opened = try await desk.openGroup(new, reason: "Leyla ska få en egen", as: office)
        let group = try await desk.group("Ny", as: office)
        try await world.place(leyla, in: group, from: "2020-01-07")
        try await desk.protect(leyla, level: .sekretessmarkering, as: office)
        var ids = [opened.id]
        ids.append(
            try await desk.pauseGroup(group.id, from: day("2020-01-13"), reason: why, as: office).id
        )
        ids.append(
            try await desk.resumeGroup(group.id, on: day("2020-01-20"), reason: why, as: office).id)
        try await desk.transfer(leyla, to: world.arabic.id, on: day("2020-01-07"), as: office)
        world.time.turn(to: "2020-01-08T08:00:00Z")
        for _ in 0..<2 {
            ids.append(
                try await desk.closeGroup(
                    group.id, on: day("2020-01-08"), reason: why, as: office
                ).id)
            ids.append(try await desk.openGroup(group.id, reason: why, as: office).id)
        }
        let undone = try await desk.closeGroup(
            group.id, on: day("2020-01-09"), reason: why, as: office
        ).id
        try await desk.undo(undone, as: office)
        let told = try await reasons(world)
        for id in ids + [undone] {
            #expect(told[id]?.reason.text == nil && told[id]?.reason.isWithheld == true)
        }
        let other = try await desk.pauseGroup(
            world.somali.id, from: day("2020-01-13"), reason: "Lov", as: office)
        #expect(try await reasons(world)[other.id]?.reason.text == "Lov")
    }
}
