import Courses
import Desk
import Foundation
import Localisation
import Store
import Testing

@Suite struct ImportWishesTests {
    private static let header =
        "Id;Namn;Språk;Tilltalsnamn;Prioritet;Önskade tider;Önskad grupp;Anteckning\n"

    private func details(_ desk: ImportDesk, _ number: Int = 0) async throws -> PersonDetails {
        let people = try await desk.people()
        return try await desk.desk.details(of: people[number].id, as: desk.world.office)
    }

    private func inRound(_ desk: ImportDesk) async throws -> EnrolmentDetails? {
        try await details(desk).rounds[desk.world.round.id]
    }

    @Test func `a preferred name, wishes and a note are kept`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.take(
            Self.header
                + "1;Amina Ali;ar;أمينة;7;tors 17:30-19:30, tis;kvinnogrupp;Ringer helst\n"
                + "2;Bilan;so;Bibi;;alla;Somaliska;\n",
            round: "2020-spring")
        #expect(became(report) == ["2 new enrolled", "3 new enrolled"])
        #expect(report.accepted.allSatisfy { $0.notices.isEmpty })
        #expect(report.ignoredColumns == [])
        let amina = try await details(desk)
        #expect(amina.preferredName == DisplayName(native: "أمينة", latin: nil))
        #expect(amina.note == nil)
        let thursday = try #require(
            WishedSlot(weekday: .thursday, start: clock("17:30"), end: clock("19:30")))
        #expect(
            amina.rounds == [
                desk.world.round.id: EnrolmentDetails(
                    wishes: [
                        .priority: .priority(7), .openTo: .openTo(.women),
                        .slots: .slots([thursday, WishedSlot(.tuesday)]),
                    ], note: "Ringer helst")
            ])
        let bilan = try await details(desk, 1)
        #expect(bilan.preferredName == DisplayName(native: nil, latin: "Bibi"))
        #expect(
            bilan.rounds[desk.world.round.id]
                == EnrolmentDetails(wishes: [.group: .group(desk.world.somali.id)]))
    }

    @Test func `the same file twice changes nothing, with or without an id in the rows`()
        async throws
    {
        let desk = try await ImportDesk()
        let text = Self.header + "1;A;ar;Aa;7;tis;mansgrupp;x\n;B;ar;Bb;0;ons;ingen aning;y\n"
        let rehearsed = try await desk.take(text, round: "2020-spring", dryRun: true)
        let first = try await desk.take(text, round: "2020-spring")
        #expect(rehearsed.accepted == first.accepted)
        let again = try await desk.take(text, round: "2020-spring")
        #expect(again.operation == nil)
        #expect(became(again) == ["2 unchanged", "3 unchanged"])
    }

    @Test func `blanks are filled, what differs is told and stays, and undoing takes it back`()
        async throws
    {
        let desk = try await ImportDesk()
        try await desk.take("Id;Namn;Språk;Prio\n1;A;ar;3\n", round: "2020-spring")
        let before = try await details(desk)
        let text = Self.header + "1;A;ar;Aa;4;mån;alla;x\n"
        let rehearsed = try await desk.take(text, round: "2020-spring", dryRun: true)
        let fill = try await desk.take(text, round: "2020-spring")
        #expect(became(fill) == ["2 filled priority"])
        #expect(rehearsed.accepted == fill.accepted)
        let filled = try await details(desk)
        #expect(filled.preferredName?.latin == "Aa")
        #expect(
            try await inRound(desk)
                == EnrolmentDetails(
                    wishes: [
                        .priority: .priority(3), .slots: .slots([WishedSlot(.monday)]),
                        .openTo: .openTo(.all),
                    ], note: "x"))
        let other = try await desk.take(
            Self.header + "1;A;ar;Bb;4;tis;Somaliska;z\n", round: "2020-spring")
        #expect(
            became(other) == ["2 unchanged preferredName wishedSlots priority groupWish note"])
        #expect(other.operation == nil)
        #expect(try await details(desk) == filled)
        try await desk.desk.undo(try #require(fill.operation), as: desk.world.office)
        #expect(try await details(desk) == before)
        #expect(became(try await desk.take(text, round: "2020-spring")) == ["2 filled priority"])
    }

    @Test func `an import is not undone under wishes that a later one brought`() async throws {
        let desk = try await ImportDesk()
        let first = try await desk.take("Id;Namn;Språk\n1;A;ar\n", round: "2020-spring")
        let second = try await desk.take("Id;Namn;Språk;Prio\n1;A;ar;3\n", round: "2020-spring")
        let later = try #require(second.operation)
        await #expect(throws: PlacingError.cannotUndo([.restedOnBy([later])])) {
            try await desk.desk.undo(try #require(first.operation), as: desk.world.office)
        }
        try await desk.desk.undo(later, as: desk.world.office)
        try await desk.desk.undo(try #require(first.operation), as: desk.world.office)
        #expect(try await desk.people().isEmpty)
    }

    @Test func `an undone import leaves nothing of wishes, names and notes`() async throws {
        let desk = try await ImportDesk()
        let text = Self.header + "1;A;ar;Aa;4;mån 17;kvinnor;x\n"
        let report = try await desk.take(text, round: "2020-spring")
        try await desk.desk.undo(try #require(report.operation), as: desk.world.office)
        #expect(try await desk.people().isEmpty)
        #expect(became(try await desk.take(text, round: "2020-spring")) == ["2 new enrolled"])
        #expect(try await inRound(desk)?.wishes.count == 3)
    }

    @Test func `a wish that can't be read stays with the note, and the row says so`()
        async throws
    {
        let desk = try await ImportDesk()
        let report = try await desk.take(
            Self.header + "1;A;ar;;;helst kvällar;med min syster;Allergi\n",
            round: "2020-spring")
        #expect(became(report) == ["2 new enrolled"])
        #expect(
            report.accepted.first?.notices == [
                .keptWithNote(header: "Önskade tider"), .keptWithNote(header: "Önskad grupp"),
            ])
        #expect(
            try await inRound(desk)
                == EnrolmentDetails(
                    note:
                        "Allergi\nÖnskade tider: helst kvällar\nÖnskad grupp: med min syster"))
    }

    @Test func `without a round a note is about the person`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.take(Self.header + "1;A;ar;;9;tis;;Nå via skolan\n")
        #expect(report.ignoredColumns == ["Prioritet", "Önskade tider", "Önskad grupp"])
        #expect(
            try await details(desk) == PersonDetails(note: "Nå via skolan", rounds: [:]))
    }

    @Test(arguments: [("högt", "notANumber"), ("1001", "outOfRange"), ("-1", "notANumber")])
    func `a priority is a whole number`(text: String, reason: String) async throws {
        let desk = try await ImportDesk()
        let report = try await desk.take(
            "Namn;Språk;Prio\nA;ar;\(text)\nB;ar;ja\n", round: "2020-spring")
        #expect(told(report) == ["2 Prio \(reason)"])
        #expect(try await inRound(desk)?.wishes == [.priority: .priority(1)])
    }

    @Test func `what a protected person is called, and a note of anybody, lie in no byte`()
        async throws
    {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("samsprak-wishes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let desk = try await Desk.create(
            DatabaseLocation(path: folder.appendingPathComponent("a.sqlite").path),
            organisation: Organisation(code: "0428", name: "Vingåker", isDemo: false),
            clock: TurnableClock("2020-01-06T08:00:00Z").clock)
        let text = """
            Id;Namn;Språk;Tilltalsnamn;Skyddad;Anteckning
            1;Xerxesia;arabiska;Zyxwina;ja;Vyxtorna
            2;Amina;arabiska;Qwertina;;Plughina
            """
        let office = Actor.commandOperator
        let first = try await desk.importParticipants(Array(text.utf8), as: office)
        #expect(became(first) == ["2 new", "3 new"])
        #expect(try Self.found(in: folder) == ["Qwertina"])
        let people = try await desk.people(as: office)
        #expect(try await desk.details(of: people[0].id, as: office) == PersonDetails())
        #expect(
            try await desk.details(of: people[1].id, as: office)
                == PersonDetails(
                    preferredName: DisplayName(native: nil, latin: "Qwertina"),
                    note: "Plughina"))
        try await desk.protect(people[1].id, level: .sekretessmarkering, as: office)
        #expect(try Self.found(in: folder) == [])
        #expect(try await desk.details(of: people[1].id, as: office) == PersonDetails())
        let again = try await desk.importParticipants(Array(text.utf8), as: office)
        #expect(became(again) == ["2 unchanged", "3 unchanged"])
        let reader = Actor(
            identity: .commandOperator,
            grants: [
                Grant(
                    role: .protectedReader, scope: .organisation, from: day("2020-01-06"),
                    until: nil)
            ])
        let revealed = [("Zyxwina", "Vyxtorna"), ("Qwertina", "Plughina")]
        for (person, (name, note)) in zip(people, revealed) {
            #expect(
                try await desk.revealDetails(of: person.id, to: reader)
                    == PersonDetails(
                        preferredName: DisplayName(native: nil, latin: name), note: note))
            await #expect(throws: NotAllowed(right: .readProtected)) {
                try await desk.revealDetails(of: person.id, to: office)
            }
        }
    }

    private static func found(in folder: URL) throws -> [String] {
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        return try ["Zyxwina", "Vyxtorna", "Qwertina", "Plughina"].filter { text in
            try files.contains {
                try Data(contentsOf: $0).range(of: Data(text.utf8)) != nil
            }
        }
    }
}
