import Courses
import Desk
import Foundation
import Testing

@Suite struct ProtectingTests {
    @Test func `once somebody is protected their name lies in no byte of the file or its log`()
        async throws
    {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "protecting-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let location = DatabaseLocation(path: folder.appending(path: "s.sqlite").path)
        let clock = TurnableClock("2020-01-06T08:00:00Z").clock
        let desk = try await Desk.create(
            location, organisation: Organisation(code: "0428", name: "Vingåker", isDemo: false),
            clock: clock)
        let office = Actor.commandOperator
        let name = PersonName(
            native: [NamePart(.given, "زينب"), NamePart(.family, "الخطيب")],
            latin: [NamePart(.given, "Zaynab"), NamePart(.family, "Alkhatib")])
        var person: Person.ID?
        for number in 0..<200 {
            let other = PersonName(latin: [NamePart(.whole, "Nummer \(number)")])
            let id = try await desk.addPerson(
                NewPerson(name: number == 100 ? name : other), as: office)
            if number == 100 { person = id }
        }
        #expect(try Self.found(in: location) == Set((name.latin + name.native).map(\.text)))

        // Somebody reads all the while.
        let reading = Task {
            while !Task.isCancelled { _ = try await desk.people(as: office) }
        }
        try await desk.protect(
            try #require(person), level: .sekretessmarkering, as: office)
        #expect(try Self.found(in: location) == [])
        reading.cancel()
        _ = await reading.result
        let shown = try await desk.person(try #require(person), as: office)
        #expect(shown.name.latin == nil && shown.name.native == nil)
        #expect(shown.name.alias != nil)
    }

    /// The parts of the name that stand in the database, its write-ahead log or its index.
    private static func found(in location: DatabaseLocation) throws -> Set<String> {
        let files = ["", "-wal", "-shm"].map { location.path + $0 }
        let bytes = files.compactMap { FileManager.default.contents(atPath: $0) }
        #expect(bytes.count == 3)
        return Set(
            ["زينب", "الخطيب", "Zaynab", "Alkhatib"].filter { part in
                bytes.contains { $0.range(of: Data(part.utf8)) != nil }
            })
    }
}
