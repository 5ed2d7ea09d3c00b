import Courses
import DemoWorld
import Desk
import FoundationEssentials
import Testing

struct DemoWorldTests {
    @Test func `as many different people took part in each round as in the real course`()
        async throws
    {
        let world = try await WorldReading.shared.value
        let people = ["2019-spring", "2019-autumn", "2020-spring"].map {
            Set(world.participations(in: $0).keys)
        }
        #expect(people.map(\.count) == [63, 54, 46])
        #expect(people.reduce(Set()) { $0.union($1) }.count == 156)
    }

    @Test func `as many completed each round as in the real course, and nobody one that goes on`()
        async throws
    {
        let world = try await WorldReading.shared.value
        #expect(world.completed("2019-spring") == 60)
        #expect(world.completed("2019-autumn") == 50)
        #expect(world.rounds.last?.endedOn == nil)
        #expect(world.completed("2020-spring") == 0)
    }

    @Test func `each round keeps the rules of its time`() async throws {
        let world = try await WorldReading.shared.value
        #expect(world.rounds.map(\.code) == ["2019-spring", "2019-autumn", "2020-spring"])
        #expect(world.rounds.map(\.name) == ["Våren 2019", "Hösten 2019", "Våren 2020"])
        #expect(world.rounds.map(\.rules.sessions) == [10, 11, 11])
        #expect(world.rounds.map(\.rules.completionThreshold) == [7, 8, 8])
    }

    @Test func `built twice it is the same to the last id`() async throws {
        let (first, second) = (try await WorldReading(), try await WorldReading())
        for round in first.rounds.map(\.code) {
            let digests = [first, second].map { ($0.registers[round] ?? []).map(\.digest) }
            #expect(!digests[0].isEmpty)
            #expect(digests[0] == digests[1])
            #expect(first.enrolments[round] == second.enrolments[round])
        }
        #expect(first.groups == second.groups)
        #expect(first.summary == second.summary)
    }

    @Test func `no group is above sixteen on any day of a session`() async throws {
        let world = try await WorldReading.shared.value
        let sizes = world.registers.values.joined().map { $0.rows.count(where: \.isOnRoster) }
        #expect(sizes.max().map { (14...16).contains($0) } == true)
    }

    @Test func `a protected person never shows by name`() async throws {
        let world = try await WorldReading()
        let actor = WorldReading.operatorOfTheCommand
        let people = try await world.desk.people(as: actor)
        let hidden = people.filter(\.isProtected)
        #expect(hidden.count == 3)
        let reader = try #require(try await world.account("anna")).actor
        let shown = Set(
            people.map(\.name) + world.registers.values.joined().flatMap { $0.rows.map(\.name) })
        for person in hidden {
            #expect(person.name.native == nil && person.name.latin == nil)
            let name = try await world.desk.revealName(of: person.id, to: reader).display
            #expect(!name.primary.isEmpty)
            #expect(!shown.contains { $0.latin == name.latin })
            await #expect(throws: NotAllowed.self) {
                try await world.desk.revealName(of: person.id, to: actor)
            }
        }
    }

    @Test func `this evening an Arabic group of fifteen is unmarked and waits for its leader`()
        async throws
    {
        let world = try await WorldReading()
        let user = try #require(world.summary.users.first { $0.userName == "layla" })
        let account = try await world.desk.signIn(
            userName: user.userName, password: user.password
        ).account
        #expect(account.language == .arabic)
        let today = try #require(LocalDate("2020-04-21"))
        let sessions = try await world.desk.sessions(
            SessionFilter(from: today, through: today), as: account.actor)
        #expect(sessions.count == 1)
        let session = try #require(sessions.first).session
        #expect(session.start.description == "17:00")
        #expect(session.mode == .remote)
        let register = try await world.desk.register(of: session.id, as: account.actor)
        #expect(register.status == .upcoming)
        #expect(register.unmarked == 15)
        #expect(register.rows.count == 15)
        #expect(DemoWorld.startsAt <= session.startsAt)
        #expect(WallClock.reading(DemoWorld.startsAt).time.description == "17:00")
    }

    @Test func `marking this evening's newcomer makes one participant more`() async throws {
        let world = try await WorldReading()
        let layla = try #require(try await world.account("layla")).actor
        let register = try #require(
            world.registers["2020-spring"]?.first {
                $0.session.session.date.description == "2020-04-21" && $0.unmarked > 0
            })
        let known = world.participations(in: "2020-spring")
        let new = register.rows.map(\.person).filter { known[$0] == nil }
        #expect(new.count == 1)
        let mark = Mark(
            value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: .remote, role: .member)
        let act = Act(
            id: Entropy.seeded(5).actID(), sequence: 1, session: register.session.session.id,
            at: DemoWorld.startsAt,
            statement: .mark(try #require(new.first), mark, base: 0, reason: nil))
        let results = try await world.desk.save(
            ActBatch(
                batch: "b", device: "phone", sentAt: DemoWorld.startsAt,
                items: [.act(act, raw: "{}")]), by: layla)
        #expect(results.map(\.outcome) == [.now(.accepted)])
        let after = try await WorldReading(world.desk, world.summary)
        #expect(after.participations(in: "2020-spring").count == known.count + 1)
    }

    @Test func `it has every kind of thing that can happen to a course`() async throws {
        let world = try await WorldReading.shared.value
        let all = world.registers.values.joined()
        #expect(Set(all.map(\.status)) == Set(SessionStatus.allCases))
        let marks = all.flatMap(\.rows).compactMap(\.mark)
        #expect(Set(marks.map(\.value.code)) == Set(AttendanceCode.allCases))
        #expect(Set(marks.map(\.role.code)) == Set(MarkRoleCode.allCases))
        #expect(marks.contains { $0.value.lateMinutes != nil })
        #expect(marks.contains { $0.value.leftEarlyMinutes != nil })
        #expect(all.contains { !$0.headcounts.isEmpty })
        #expect(all.contains { $0.isSignedOff })
        let deliveries = world.groups.map(\.delivery)
        #expect(deliveries.contains(.interpreted(into: [.tigrinya])))
        #expect(deliveries.contains(.bilingual))
        #expect(world.groups.count { $0.closedOn != nil } == 1)
        let steps = world.enrolments.values.joined()
        #expect(steps.contains { $0.placements.count == 2 })
        #expect(Set(steps.map(\.enrolment.step)) == [.applied, .placed, .withdrawn])
        let people = try await world.desk.people(as: WorldReading.operatorOfTheCommand)
        #expect(people.contains { $0.gender == .unknown && !$0.courseLanguages.isEmpty })
    }

    @Test func `a session moved over the clock change is held at its own time on the new day`()
        async throws
    {
        let world = try await WorldReading.shared.value
        let moved = world.registers["2019-spring"]?.first {
            $0.session.session.date.description == "2019-04-01"
                && $0.groups.map(\.name) == ["Arabiska torsdag"]
        }
        let session = try #require(moved).session.session
        #expect(session.groups.map(\.number) == [7])
        #expect(session.start.description == "17:30")
        #expect(moved?.status == .taken)
    }

    @Test
    func `everybody who works there has a language and a user name, and leaders see their own`()
        async throws
    {
        let world = try await WorldReading.shared.value
        let languages = Dictionary(
            uniqueKeysWithValues: world.summary.users.map { ($0.userName, $0.language.rawValue) })
        #expect(
            languages == [
                "anna": "sv", "maria": "sv", "layla": "ar", "abdi": "so", "farid": "fa-AF",
                "selam": "ti", "rebin": "ckb", "zozan": "ku", "karin": "sv", "nadia": "ar",
            ])
        let nadia = try #require(try await world.account("nadia"))
        #expect(nadia.grants.count == 1)
        #expect(nadia.grants.first?.until?.description == "2019-03-27")
        let seen = try await world.desk.sessions(SessionFilter(), as: nadia.actor)
        #expect(seen.isEmpty)
    }

    @Test func `what comes later is not built when it starts earlier`() async throws {
        let may = try #require(Instant("2019-05-10T10:00:00Z"))
        let (desk, _) = try await DemoWorld.inMemory(until: may)
        let rounds = try await desk.rounds(as: .commandOperator)
        #expect(rounds.map(\.code) == ["2019-spring"])
        #expect(rounds.first?.endedOn?.description == "2019-05-03")
    }

    @Test func `a file that exists is not written over`() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "world-\(Entropy.system.actID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let location = DatabaseLocation(path: folder.appending(path: "demo.db").path)
        let summary = try await DemoWorld.build(at: location)
        #expect(summary.users.count == 10)
        let desk = try await Desk.open(location, clock: .fixed(summary.startsAt))
        #expect(try await desk.organisation().isDemo)
        await #expect(throws: OpeningError.databaseExists(path: location.path)) {
            try await DemoWorld.build(at: location)
        }
    }

    @Test(arguments: [Gender.woman, .man])
    func `an invented identity number is valid and one of the Tax Agency's test numbers`(
        gender: Gender
    ) throws {
        let born = try #require(LocalDate("1988-02-29"))
        for variant in 0...9 {
            let number = TestNumber.number(
                .personnummer, born: born, gender: gender, variant: variant)
            let parsed = try IdentityNumber.parse(
                number, asOf: WallClock.date(DemoWorld.startsAt))
            #expect(parsed.kind == .personnummer)
            #expect(parsed.normalised == number)
            #expect(parsed.birthDate == born)
            #expect((980...999).contains(Int(number.dropFirst(8).prefix(3)) ?? 0))
            let coordination = TestNumber.number(
                .samordningsnummer, born: born, gender: gender, variant: variant)
            let other = try IdentityNumber.parse(
                coordination, asOf: WallClock.date(DemoWorld.startsAt))
            #expect(other.kind == .samordningsnummer)
            #expect(other.birthDate == born)
        }
    }
}
