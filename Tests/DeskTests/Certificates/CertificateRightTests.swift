import Courses
import GRDB
import Testing

@testable import Desk
@testable import Store

/// Who may do what with certificates, and what they see.
@Suite struct CertificateRightTests {
    private static func actor(_ grants: (Role, Scope)...) -> Actor {
        Actor(
            identity: .person(Person.ID(bits: 77), userName: "somebody"),
            grants: grants.map {
                Grant(role: $0.0, scope: $0.1, from: .distantPast, until: nil)
            })
    }

    /// Two people of one round, each with a certificate; the first is protected.
    private static func made() async throws -> (CertificateWorld, [Certificate]) {
        let world = try await CertificateWorld()
        let amal = try await world.member("Amal", at: [0, 1])
        _ = try await world.member("Nour", at: [0, 1])
        try await world.end()
        let issued = try await world.issue().issued
        try await world.world.desk.protect(
            amal, level: .sekretessmarkering, as: world.world.office)
        return (world, issued.sorted { one, _ in one.person == amal })
    }

    @Test func `leaders and managers neither list nor issue nor print`() async throws {
        let (world, issued) = try await Self.made()
        let desk = world.world.desk
        for actor in [
            Self.actor((.leader, .group(world.group.id))), Self.actor((.manager, .organisation)),
            Self.actor((.administrator, .round(world.world.round.id))), Self.actor(),
        ] {
            await #expect(throws: NotAllowed.self) {
                try await desk.certificates(in: "short", as: actor)
            }
            await #expect(throws: NotAllowed.self) {
                try await desk.issueCertificates(in: "short", as: actor)
            }
            await #expect(throws: NotAllowed.self) {
                try await desk.withdrawCertificate(issued[1].number.description, as: actor)
            }
            await #expect(throws: NotAllowed.self) {
                try await desk.certificatePaper(issued[1].number.description, as: actor)
            }
            await #expect(throws: NotAllowed.self) {
                try await desk.certificatePapers(ofGroup: world.group.id, as: actor)
            }
        }
        let own = Self.actor((.administrator, .round(world.round.id)))
        #expect(try await desk.certificates(in: "short", as: own).rows.count == 2)
    }

    @Test func `anybody may check a number, and is told no name`() async throws {
        let (world, issued) = try await Self.made()
        let desk = world.world.desk
        for actor in [nil, Self.actor((.leader, .group(world.group.id)))] {
            let found = try await desk.checkCertificate(issued[1].number.plain, as: actor)
            guard case .valid(let certificate, let name) = found else {
                Issue.record("not valid")
                return
            }
            #expect(name == nil && certificate.content?.attended == 2)
        }
        let found = try await desk.checkCertificate(
            issued[1].number.plain, as: world.world.office)
        guard case .valid(_, let name) = found else { return }
        #expect(name?.latin == "Nour")
    }

    @Test func `an alias is never printed: only a named reader gets the name, and is recorded`()
        async throws
    {
        let (world, issued) = try await Self.made()
        let desk = world.world.desk
        let office = world.world.office
        let papers = try await desk.certificatePapers(ofGroup: world.group.id, as: office)
        #expect(papers.papers.map(\.name.latin) == ["Nour"])
        #expect(papers.hidden == 1)
        await #expect(throws: CertificateError.protectedName(issued[0].number)) {
            try await desk.certificatePaper(issued[0].number.description, as: office)
        }
        guard case .valid(_, let alias) = try await world.check(issued[0].number) else {
            Issue.record("not valid")
            return
        }
        #expect(alias?.alias == 1 && alias?.latin == nil)

        let reader = try await desk.addUser(
            NewUser(
                userName: "reader", name: PersonName(latin: [NamePart(.whole, "Reader")]),
                password: nil, language: .swedish,
                grants: [Role.administrator, .protectedReader].map {
                    Grant(role: $0, scope: .organisation, from: .distantPast, until: nil)
                }), as: office)
        let named = Actor(
            identity: .person(reader, userName: "reader"),
            grants: [Role.administrator, .protectedReader].map {
                Grant(role: $0, scope: .organisation, from: .distantPast, until: nil)
            })
        let all = try await desk.certificatePapers(of: "short", as: named)
        #expect(Set(all.papers.map(\.name.latin)) == ["Amal", "Nour"])
        #expect(all.hidden == 0)
        let reads = try await desk.store.read { reading in
            try Int.fetchOne(
                reading.db,
                sql: "SELECT count(*) FROM audit WHERE deed = 'readProtectedName'")
        }
        #expect(reads == 1)
    }

    @Test(arguments: [true, false])
    func `beside an alias stands the language of the place, and no other`(_ isProtected: Bool)
        async throws
    {
        let world = try await CertificateWorld()
        let (desk, office) = (world.world.desk, world.world.office)
        let amal = try await desk.addPerson(
            NewPerson(
                name: PersonName(latin: [NamePart(.whole, "Amal")]),
                courseLanguages: [.arabic, .tigrinya], contactLanguage: .tigrinya), as: office)
        try await world.world.place(amal, in: world.group, from: "2020-01-07")
        try await world.attend(amal, [0, 1])
        try await world.end()
        if isProtected { try await desk.protect(amal, level: .sekretessmarkering, as: office) }
        let expected: Language = isProtected ? .arabic : .tigrinya
        #expect(try await world.list().rows.map(\.language) == [expected])
        let issued = try #require(try await world.issue().issued.first)
        #expect(issued.content?.language == .tigrinya)
        #expect(try await world.list().rows.map(\.language) == [expected])
    }

    @Test func `when somebody is forgotten the certificate stays and is checked, without a name`()
        async throws
    {
        let (world, issued) = try await Self.made()
        let desk = world.world.desk
        let nour = issued[1]
        try await desk.write { writing in
            try writing.execute(
                """
                DELETE FROM person_name
                WHERE person_id = (SELECT id FROM person WHERE public_id = ?)
                """, [nour.person])
        }
        guard case .valid(let found, let name) = try await world.check(nour.number) else {
            Issue.record("not valid")
            return
        }
        #expect(found.content == nour.content && name == nil)
        await #expect(throws: CertificateError.nameGone(nour.number)) {
            try await desk.certificatePaper(nour.number.description, as: world.world.office)
        }
        let papers = try await desk.certificatePapers(of: "short", as: world.world.office)
        #expect(papers.papers.isEmpty && papers.nameless == 1 && papers.hidden == 1)
        #expect(try await world.list().rows.count == 2)
    }

    @Test func `one that can't be read is told as damaged by its number, and hinders no other`()
        async throws
    {
        let (world, issued) = try await Self.made()
        let desk = world.world.desk
        let office = world.world.office
        let nour = issued[1]
        try await desk.write { writing in
            try writing.execute("DROP TRIGGER certificate_stands", [])
            try writing.execute(
                "UPDATE certificate SET content = x'00' WHERE number = ?", [nour.number.plain])
        }
        #expect(try await world.check(nour.number) == .damaged(nour.number))
        guard case .valid = try await world.check(issued[0].number) else {
            Issue.record("the other is not valid")
            return
        }
        let rows = try await world.list().rows.filter { $0.person == nour.person }
        #expect(rows.map(\.state) == [.changed])
        #expect(rows.map(\.certificate?.number) == [nour.number])
        #expect(rows.map(\.certificate?.content) == [nil])
        let papers = try await desk.certificatePapers(of: "short", as: office)
        #expect(papers.stale == 1 && papers.hidden == 1 && papers.papers.isEmpty)
        await #expect(throws: CertificateError.damaged(nour.number)) {
            try await desk.certificatePaper(nour.number.description, as: office)
        }
        let finding = try await desk.doctor(DatabaseLocation(path: "/nowhere"))
            .first { $0.check == .certificatesHold }
        #expect(finding?.faults == 1 && finding?.named == [nour.number.description])
        #expect(try await world.issue(nour.person).corrected == [nour.number])
        #expect(try await world.states()[nour.person] == .issued)
        #expect(
            try await desk.certificatePapers(of: "short", as: office).papers.map(\.name.latin)
                == ["Nour"])
    }

    @Test func `one whose number was altered stands in its list as damaged`() async throws {
        let (world, issued) = try await Self.made()
        let desk = world.world.desk
        try await desk.write { writing in
            try writing.execute("DROP TRIGGER certificate_stands", [])
            try writing.execute(
                "UPDATE certificate SET number = '000000000001' WHERE number = ?",
                [issued[1].number.plain])
        }
        let row = try await world.list().rows.first { $0.person == issued[1].person }
        #expect(row?.state == .changed)
        #expect(row?.certificate?.number.description == "0000-0000-0001")
        #expect(try await world.issue(issued[1].person).issued.count == 1)
        #expect(try await world.states()[issued[1].person] == .issued)
    }

    @Test func `the doctor finds a certificate that was altered, and it can be replaced`()
        async throws
    {
        let (world, issued) = try await Self.made()
        let desk = world.world.desk
        let location = DatabaseLocation(path: "/nowhere")
        let faults = {
            try await desk.doctor(location).first { $0.check == .certificatesHold }?.faults
        }
        #expect(try await faults() == 0)
        try await desk.write { writing in
            try writing.execute("DROP TRIGGER certificate_stands", [])
            try writing.execute(
                "UPDATE certificate SET issued_at = issued_at - 1 WHERE number = ?",
                [issued[1].number.plain])
        }
        #expect(try await faults() == 1)
        #expect(try await world.check(issued[1].number) == .damaged(issued[1].number))
        await #expect(throws: CertificateError.damaged(issued[1].number)) {
            try await desk.certificatePaper(
                issued[1].number.description, as: world.world.office)
        }
        #expect(try await world.states()[issued[1].person] == .changed)
        #expect(try await world.issue(issued[1].person).issued.count == 1)
        #expect(try await world.states()[issued[1].person] == .issued)
    }
}
