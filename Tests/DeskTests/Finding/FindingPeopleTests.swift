import Courses
import GRDB
import Localisation
import Testing

@testable import Desk
@testable import Store

@Suite struct FindingPeopleTests {
    private func add(
        _ world: TestWorld, _ latin: String? = nil, native: String? = nil, born: Int? = nil,
        external: String? = nil, called: String? = nil
    ) async throws -> Person.ID {
        try await world.desk.addPerson(
            NewPerson(
                name: PersonName(
                    native: native.map { [NamePart(.whole, $0)] } ?? [],
                    latin: latin.map { [NamePart(.whole, $0)] } ?? []),
                preferredName: PersonName(latin: called.map { [NamePart(.whole, $0)] } ?? []),
                birthYear: born, externalID: external), as: world.office)
    }

    private func found(_ world: TestWorld, _ query: String) async throws -> [Person.ID] {
        try await world.desk.findPeople(query, as: world.office).map(\.id)
    }

    @Test func `people are found in any script and spelling, the right one first`() async throws {
        let world = try await TestWorld()
        let fatima = try await add(world, native: "فاطمة محمد علي", born: 1980)
        let abdi = try await add(world, "Cabdiraxmaan Yuusuf Jaamac", born: 1975)
        let gebre = try await add(world, native: "ገብረማርያም ተስፋይ")
        let kurd = try await add(world, "Berfîn Şêxo", native: "بەرفین شێخۆ")
        for name in ["Amira Hassan", "Karin Berg", "Omar Faarax", "Fatin Ali", "Yusuf Ali"] {
            _ = try await add(world, name)
        }
        for query in ["Fatima Mohamed", "fatma mohammed ali", "فاطمه علي", "فاط", "Faatima 1980"] {
            #expect(try await found(world, query).first == fatima, "\(query)")
        }
        for query in ["Abdirahman Yusuf", "Abdul Rahman Jama", "عبد الرحمن يوسف"] {
            #expect(try await found(world, query).first == abdi, "\(query)")
        }
        for query in ["Gebremariam Tesfai", "Gebre Mariam", "ተስፋይ"] {
            #expect(try await found(world, query).first == gebre, "\(query)")
        }
        #expect(try await found(world, "Barfin Shekho").first == kurd)
        #expect(try await found(world, "بەرفین").first == kurd)
        for query in ["", "   ", "!!", "Zzz"] { #expect(try await found(world, query) == []) }
    }

    @Test func `what they want to be called and their external id are found too`() async throws {
        let world = try await TestWorld()
        let person = try await add(world, "Mohamed Said", external: "AB-0451", called: "Moha Rays")
        #expect(try await found(world, "Moha Rays").first == person)
        let byID = try await world.desk.findPeople("ab-04", as: world.office)
        #expect(byID.map(\.id) == [person])
        #expect(byID.map(\.match) == [.externalID])
        #expect(try await found(world, person.description) == [person])
    }

    @Test func `somebody's groups of today and year of birth stand beside them`() async throws {
        let world = try await TestWorld()
        let person = try await world.member("Amal Hassan", of: world.arabic, from: "2020-01-06")
        let found = try await world.desk.findPeople("Amaal Hasan", as: world.office)
        #expect(found.map(\.id) == [person])
        #expect(found.first?.groups == ["Arabiska"])
    }

    @Test func `nobody protected is found, from the moment they are`() async throws {
        let world = try await TestWorld()
        let person = try await add(
            world, "Zaynab Alkhatib", native: "زينب الخطيب", external: "Z-1", called: "Zaza")
        #expect(try await found(world, "Zaynab") == [person])
        try await world.desk.protect(person, level: .sekretessmarkering, as: world.office)
        for query in ["Zaynab", "Alkhatib", "زينب", "Zaza", "Z-1", person.description] {
            #expect(try await found(world, query) == [], "\(query)")
        }
        let words = try await world.desk.store.read { try $0.words(beginningWith: "z", limit: 9) }
        #expect(words.isEmpty)
        #expect(try await faults(world) == 0)
    }

    @Test func `only who may read people finds any`() async throws {
        let world = try await TestWorld()
        let leader = Actor(
            identity: .commandOperator,
            grants: [
                Grant(role: .leader, scope: .organisation, from: .distantPast, until: nil),
                Grant(role: .manager, scope: .organisation, from: .distantPast, until: nil),
            ])
        await #expect(throws: NotAllowed(right: .readPeople)) {
            _ = try await world.desk.findPeople("Amal", as: leader)
        }
        await #expect(throws: NotAllowed(right: .readPeople)) {
            _ = try await world.desk.likelyDuplicates(as: leader)
        }
    }

    @Test func `the index that is kept up equals one made anew`() async throws {
        let world = try await TestWorld()
        for index in 0..<40 {
            _ = try await add(world, "Amal Nummer\(index) Hassan", native: "أمل \(index) حسن")
            if index.isMultiple(of: 7) { _ = try await found(world, "Amal") }
        }
        _ = try await found(world, "Amal")
        #expect(try await faults(world) == 0)
        try await world.desk.write { try $0.indexNames(by: Self.otherRules) }
        _ = try await found(world, "Amal")
        #expect(try await faults(world) == 0)
    }

    @Test func `the doctor tells an index that does not follow from the names`() async throws {
        let world = try await TestWorld()
        _ = try await add(world, "Amal Hassan")
        _ = try await add(world, "Hodan Warsame")
        let wrong = NameRules(version: NameWord.keyRules) { _ in
            [NameEntry(word: "x", keys: ["x"])]
        }
        try await world.desk.write { try $0.indexNames(by: wrong) }
        #expect(try await faults(world) > 0)
    }

    private static let otherRules = NameRules(version: 99) { _ in
        [NameEntry(word: "x", keys: ["x"])]
    }

    private func faults(_ world: TestWorld) async throws -> Int {
        let location = DatabaseLocation(path: "/nowhere")
        let findings = try await world.desk.doctor(location)
        return findings.first { $0.check == .namesFound }?.faults ?? -1
    }

    @Test func `likely duplicates are listed with why, siblings and other years are not`()
        async throws
    {
        let world = try await TestWorld()
        let one = try await add(world, native: "فاطمة محمد علي", born: 1980)
        let other = try await add(world, "Faadumo Maxamed Cali", born: 1980)
        _ = try await add(world, "Halima Mohamed Ali", born: 1980)
        _ = try await add(world, "Fatima Mohamed Ali", born: 1990)
        let hidden = try await add(world, "Fatima Mohamed Ali", born: 1980)
        try await world.desk.protect(hidden, level: .sekretessmarkering, as: world.office)
        let pairs = try await world.desk.likelyDuplicates(as: world.office)
        #expect(pairs.map { [$0.first.id, $0.second.id] } == [[one, other]])
        #expect(pairs.first?.comparison.reasons.contains(.otherScript) == true)
        #expect(pairs.first?.comparison.reasons.contains(.sameBirthYear) == true)
    }
}
