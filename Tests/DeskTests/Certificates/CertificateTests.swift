import Courses
import GRDB
import Statistics
import Testing

@testable import Desk
@testable import Store

@Suite struct CertificateTests {
    @Test func `nobody gets a certificate before the round has ended`() async throws {
        let world = try await CertificateWorld()
        let amal = try await world.member("Amal", at: [0, 1])
        #expect(try await world.list().rows.isEmpty)
        await #expect(throws: CertificateError.roundGoesOn("Kort våren")) {
            try await world.issue(amal)
        }
    }

    @Test func `those who have completed get one, once, and it says what is counted`()
        async throws
    {
        let world = try await CertificateWorld()
        let amal = try await world.member("Amal", at: [0, 1])
        let nour = try await world.member("Nour", at: [0])
        try await world.end()
        #expect(try await world.states() == [amal: .due])
        #expect(try await world.list().uncompleted == 1)
        let certificate = try #require(try await world.issue().issued.first)
        #expect(
            certificate.content
                == CertificateContent(
                    organisation: "Vingåker", programme: "Kort kurs", round: "Kort våren",
                    firstDay: day("2020-01-07"), lastDay: day("2020-02-01"), attended: 2,
                    sessions: 3, studyHours: 4, studyHourMinutes: 45, language: .arabic,
                    about: ["sv": "Om barn.", "ar": "عن الأطفال."]))
        #expect(try await world.issue().issued.isEmpty)
        #expect(try await world.issue(amal).unchanged == [amal])
        #expect(try await world.states() == [amal: .issued])
        await #expect(throws: CertificateError.notCompleted(nour)) { try await world.issue(nour) }
    }

    @Test func `a make-up completes, and its hours are on the certificate`() async throws {
        let world = try await CertificateWorld()
        let amal = try await world.member("Amal", at: [0])
        let makeUp = Mark(
            value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: .onsite,
            role: .makeUp(for: world.sessions[1].id))
        let act = world.phone.act(
            .mark(amal, makeUp, base: 0, reason: nil), at: world.otherSessions[1], 1)
        #expect(try await world.phone.send(act).map(\.outcome) == [.now(.accepted)])
        try await world.end()
        let certificate = try #require(try await world.issue().issued.first)
        #expect(certificate.content?.attended == 2)
        #expect(certificate.content?.studyHours == 4)
    }

    @Test func `a make-up in another round completes as it does in the figures`() async throws {
        let world = try await CertificateWorld()
        let amal = try await world.member("Amal", at: [0])
        let (desk, office) = (world.world.desk, world.world.office)
        _ = try await desk.addRound(
            of: "short", code: "next", name: "Nästa", firstDay: day("2020-01-07"), as: office)
        let group = try await desk.addGroup(
            NewGroup(name: "C", round: "next", languages: [.arabic], maximum: 9), as: office)
        let elsewhere = try await world.world.session(group, on: "2020-01-15", number: 2)
        let makeUp = Mark(
            value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: .onsite,
            role: .makeUp(for: world.sessions[1].id))
        let act = world.phone.act(.mark(amal, makeUp, base: 0, reason: nil), at: elsewhere, 1)
        #expect(try await world.phone.send(act).map(\.outcome) == [.now(.accepted)])
        try await world.end()
        let counted = try await desk.statistics(rounds: ["short"], by: [], as: office)
        #expect(counted.total.completed == 1)
        let certificate = try #require(try await world.issue().issued.first)
        #expect(certificate.content?.attended == 2)
        #expect(try await world.list().rows.map(\.person) == [amal])
    }

    @Test func `it is in the language in which somebody is written to, before the group's`()
        async throws
    {
        let world = try await CertificateWorld()
        let desk = world.world.desk
        let office = world.world.office
        var people: [Person.ID: Language] = [:]
        let wanted: [(Language?, [Language], Language)] = [
            (.tigrinya, [.arabic], .tigrinya), (nil, [.somali], .somali),
            (Language(rawValue: "uk"), [.arabic], .arabic), (.swedish, [.arabic], .swedish),
            (nil, [], .arabic),
        ]
        for (index, (contact, course, expected)) in wanted.enumerated() {
            let person = try await desk.addPerson(
                NewPerson(
                    name: PersonName(latin: [NamePart(.whole, "Nummer \(index)")]),
                    courseLanguages: course, contactLanguage: contact), as: office)
            try await desk.place(
                PlaceRequest(
                    people: [person], group: world.group.id, from: day("2020-01-07"),
                    reason: "Vill gå här", inSpiteOfRules: true), as: office)
            try await world.attend(person, [0, 1])
            people[person] = expected
        }
        try await world.end()
        let issued = try await world.issue().issued
        #expect(
            Dictionary(uniqueKeysWithValues: issued.map { ($0.person, $0.content?.language) })
                .compactMapValues(\.self) == people)
        let swedish = issued.first { $0.content?.language == .swedish }
        #expect(swedish?.content?.languages == [.swedish])
        #expect(swedish?.content?.about == ["sv": "Om barn."])
    }

    @Test func `after a correction the list says so, and a new one takes the old one's place`()
        async throws
    {
        let world = try await CertificateWorld()
        let amal = try await world.member("Amal", at: [0, 1, 2])
        let nour = try await world.member("Nour", at: [0, 1])
        try await world.end()
        let first = try await world.issue().issued
        try await world.clear(amal, at: world.sessions[2])
        try await world.clear(nour, at: world.sessions[1])
        #expect(try await world.states() == [amal: .changed, nour: .unearned])
        // Of all, only those are issued that are due.
        #expect(try await world.issue().issued.isEmpty)
        let anew = try await world.issue(amal)
        let old = try #require(first.first { $0.person == amal })
        #expect(anew.corrected == [old.number])
        #expect(anew.issued.map(\.content?.attended) == [2])
        #expect(try await world.states() == [amal: .issued, nour: .unearned])
        guard case .withdrawn(let found, _) = try await world.check(old.number) else {
            Issue.record("the old one is still valid")
            return
        }
        #expect(found.void?.reason == .corrected)
        #expect(found.content == old.content)
        await #expect(throws: CertificateError.notCompleted(nour)) { try await world.issue(nour) }
    }

    @Test func `those that are no longer right are not printed, and are counted`() async throws {
        let world = try await CertificateWorld()
        let amal = try await world.member("Amal", at: [0, 1, 2])
        let nour = try await world.member("Nour", at: [0, 1])
        let huda = try await world.member("Huda", at: [0, 1])
        let rana = try await world.member("Rana", at: [0, 1])
        try await world.end()
        let numbers = Dictionary(
            uniqueKeysWithValues: try await world.issue().issued.map { ($0.person, $0.number) })
        try await world.clear(amal, at: world.sessions[2])
        try await world.clear(nour, at: world.sessions[1])
        try await world.world.desk.withdrawCertificate(
            try #require(numbers[rana]).description, as: world.world.office)
        let desk = world.world.desk
        let office = world.world.office
        for papers in [
            try await desk.certificatePapers(of: "short", as: office),
            try await desk.certificatePapers(ofGroup: world.group.id, as: office),
        ] {
            #expect(papers.papers.map(\.certificate.person) == [huda])
            #expect(papers.stale == 2 && papers.hidden == 0 && papers.nameless == 0)
        }
        let changed = try #require(numbers[amal])
        await #expect(throws: CertificateError.changed(changed)) {
            try await desk.certificatePaper(changed.description, as: office)
        }
        let unearned = try #require(numbers[nour])
        await #expect(throws: CertificateError.unearned(unearned)) {
            try await desk.certificatePaper(unearned.description, as: office)
        }
        let anew = try #require(try await world.issue(amal).issued.first)
        #expect(
            try await desk.certificatePaper(anew.number.description, as: office).papers
                .map(\.certificate) == [anew])
        #expect(try await desk.certificatePapers(of: "short", as: office).stale == 1)
    }

    @Test func `of somebody without a place in the round after all, nothing is printed`()
        async throws
    {
        let world = try await CertificateWorld()
        let amal = try await world.world.desk.addPerson(
            NewPerson(name: PersonName(latin: [NamePart(.whole, "Amal")])),
            as: world.world.office)
        _ = try await world.world.desk.write { writing in
            try writing.issue(
                CertificateContent(
                    organisation: "Vingåker", programme: "Kort kurs", round: "Kort våren",
                    firstDay: day("2020-01-07"), lastDay: day("2020-02-01"), attended: 2,
                    sessions: 3, studyHours: 4, studyHourMinutes: 45, language: .arabic,
                    about: [:]), to: amal, in: world.round.id, by: world.world.office)
        }
        let papers = try await world.world.desk.certificatePapers(
            of: "short", as: world.world.office)
        #expect(papers.papers.isEmpty && papers.stale == 1)
    }

    @Test func `a withdrawn certificate says so for ever, and another can be issued`()
        async throws
    {
        let world = try await CertificateWorld()
        let amal = try await world.member("Amal", at: [0, 1])
        try await world.end()
        let number = try #require(try await world.issue().issued.first).number
        let desk = world.world.desk
        try await desk.withdrawCertificate(number.description, as: world.world.office)
        #expect(try await world.states() == [amal: .due])
        await #expect(throws: CertificateError.notValid(number)) {
            try await desk.withdrawCertificate(number.description, as: world.world.office)
        }
        await #expect(throws: CertificateError.notValid(number)) {
            try await desk.certificatePaper(number.description, as: world.world.office)
        }
        let second = try #require(try await world.issue().issued.first).number
        #expect(second != number)
        guard case .withdrawn = try await world.check(number),
            case .valid = try await world.check(second)
        else {
            Issue.record("withdrawn and valid are mixed up")
            return
        }
        #expect(try await world.list().rows.first?.earlier.map(\.number) == [number])
    }

    @Test func `a mistyped number is told from one that was never issued`() async throws {
        let world = try await CertificateWorld()
        let desk = world.world.desk
        let unknown = CertificateNumber(bits: 12_345)
        #expect(try await world.check(unknown) == .unknown(unknown))
        let wrong = String(unknown.plain.dropLast()) + (unknown.plain.hasSuffix("7") ? "8" : "7")
        #expect(try await desk.checkCertificate(wrong, as: nil) == .mistyped)
        await #expect(throws: CertificateError.mistyped(wrong)) {
            try await desk.withdrawCertificate(wrong, as: world.world.office)
        }
        await #expect(throws: CertificateError.unknown(unknown)) {
            try await desk.withdrawCertificate(unknown.plain, as: world.world.office)
        }
    }

    @Test func `people who turn out to be one have one valid certificate, and two if parted`()
        async throws
    {
        let world = try await CertificateWorld(
            dates: ["2020-01-07", "2020-01-14", "2020-01-21", "2020-01-28"])
        let amal = try await world.world.member("Amal", of: world.group, from: "2020-01-20")
        try await world.attend(amal, [2, 3])
        let again = try await world.member("Amal Hassan", at: [0, 1])
        try await world.end()
        let issued = try await world.issue().issued
        #expect(issued.map(\.person) == [amal, again])
        let desk = world.world.desk
        let office = world.world.office
        _ = try await desk.withdraw(
            again, from: world.round.id, on: day("2020-01-15"), as: office)
        #expect(try await world.states() == [amal: .issued, again: .unearned])
        let merged = try await desk.mergePeople(
            again, into: amal, reason: "Samma", as: office)
        #expect(try await world.states() == [amal: .changed])
        #expect(try await world.list().rows.first?.certificate?.number == issued[0].number)
        guard case .valid = try await world.check(issued[0].number),
            case .withdrawn = try await world.check(issued[1].number)
        else {
            Issue.record("two are valid for one completion")
            return
        }
        #expect(try await desk.store.read { try $0.doubleCertificates() } == 0)

        try await desk.undo(merged.operation, as: office)
        #expect(try await world.states() == [amal: .issued, again: .unearned])
        for one in issued {
            guard case .valid = try await world.check(one.number) else {
                Issue.record("not valid again")
                return
            }
        }
    }

    @Test func `reissued while they are one, both earlier ones are replaced`() async throws {
        let world = try await CertificateWorld(
            dates: ["2020-01-07", "2020-01-14", "2020-01-21", "2020-01-28"])
        let amal = try await world.world.member("Amal", of: world.group, from: "2020-01-20")
        try await world.attend(amal, [2, 3])
        let again = try await world.member("Amal Hassan", at: [0, 1])
        try await world.end()
        let issued = try await world.issue().issued
        _ = try await world.world.desk.withdraw(
            again, from: world.round.id, on: day("2020-01-15"), as: world.world.office)
        _ = try await world.world.desk.mergePeople(
            again, into: amal, reason: "Samma", as: world.world.office)
        let anew = try await world.issue(again)
        #expect(anew.corrected == issued.map(\.number))
        #expect(anew.issued.map(\.content?.attended) == [4])
        #expect(anew.issued.map(\.person) == [amal])
        #expect(try await world.states() == [amal: .issued])
    }

    @Test func `issuing and withdrawing are recorded by number and hold no name`() async throws {
        let world = try await CertificateWorld()
        _ = try await world.member("Amal", at: [0, 1])
        try await world.end()
        let number = try #require(try await world.issue().issued.first).number
        try await world.world.desk.withdrawCertificate(
            number.description, as: world.world.office)
        let deeds = try await world.world.desk.store.read { reading in
            try Row.fetchAll(
                reading.db,
                sql: "SELECT deed, resource_id FROM audit WHERE resource = 'certificate'"
            ).map { "\($0[0] as String) \($0[1] as String)" }
        }
        #expect(deeds == ["issueCertificate \(number)", "voidCertificate \(number)"])
        let rows = try await world.world.desk.store.read { reading in
            try Row.fetchAll(reading.db, sql: "SELECT CAST(content AS TEXT) FROM certificate")
                .map(\.description).joined()
        }
        #expect(!rows.contains("Amal"))
    }
}
