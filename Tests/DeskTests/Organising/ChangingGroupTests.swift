import Courses
import Desk
import Testing

/// A group is changed unless people or sessions stand in the way.
@Suite struct ChangingGroupTests {
    private static func change(
        _ group: Group, in world: TestWorld, reason: String? = nil,
        _ body: (inout NewGroup) -> Void
    ) async throws -> Shown<Group> {
        var target = NewGroup(group)
        body(&target)
        return try await world.desk.changeGroup(
            group.id, to: target, reason: reason, inSpiteOfRules: reason != nil, as: world.office)
    }

    @Test func `everything of a group can be changed, and its history says that it was`()
        async throws
    {
        let world = try await TestWorld()
        let venue = try await world.desk.addVenue(
            NewVenue(name: "Biblioteket", rooms: ["Sal 1", "Sal 2"]), as: world.office)
        let slot = try #require(
            Slot(weekday: .tuesday, start: clock("17:30"), end: clock("19:30")))
        var target = NewGroup(world.arabic)
        target.name = "Arabiska kväll"
        target.languages = [.arabic, .swedish]
        target.delivery = .interpreted(into: [.somali])
        target.minimum = 2
        target.maximum = 9
        target.openTo = .women
        target.childcarePlaces = 3
        target.venue = venue.value.id.description
        target.room = "Sal 2"
        target.slot = slot
        target.link = "https://example.se/rum"
        let changed = try await world.desk.changeGroup(
            world.arabic.id, to: target, message: [.swedish: "Ta med tofflor", .arabic: "خذ"],
            as: world.office)
        #expect(NewGroup(changed.value) == target)
        #expect(changed.value.venue == "Biblioteket, Sal 2")
        #expect(changed.texts.texts == [.swedish: "Ta med tofflor", .arabic: "خذ"])
        #expect(
            try await world.desk.groupToChange(world.arabic.id.description, as: world.office)
                == changed)
        let history = try await world.desk.history(of: "2020-spring", as: world.office)
        #expect(history.entries.map(\.kind) == [.changeGroup])
        #expect(history.entries[0].groups.map(\.name) == ["Arabiska kväll"])
    }

    @Test func `a change of the message alone is no operation`() async throws {
        let world = try await TestWorld()
        let changed = try await world.desk.changeGroup(
            world.arabic.id, to: NewGroup(world.arabic), message: [.swedish: "Hej"],
            as: world.office)
        #expect(changed.value == world.arabic)
        let history = try await world.desk.history(of: "2020-spring", as: world.office)
        #expect(history.entries.isEmpty)
        let emptied = try await world.desk.changeGroup(
            world.arabic.id, to: NewGroup(world.arabic), message: [.swedish: ""],
            as: world.office)
        #expect(emptied.texts == WrittenText())
    }

    @Test func `a language stays when somebody has, or has had, a place under it`() async throws {
        let world = try await TestWorld()
        let amal = try await world.person("Amal")
        let placed = try await world.place(amal, in: world.arabic, from: "2020-01-07")
        await #expect(throws: OrganisingError.languageInUse(.arabic, people: 1)) {
            try await Self.change(world.arabic, in: world) { $0.languages = [.somali] }
        }
        let interpreted = try await Self.change(world.arabic, in: world) {
            $0.languages = [.arabic, .somali]
        }
        #expect(interpreted.value.languages == [.arabic, .somali])
        let moved = try await world.desk.transfer(
            amal, to: world.somali.id, on: day("2020-01-14"), as: world.office)
        world.time.turn(to: "2020-01-20T08:00:00Z")
        await #expect(throws: OrganisingError.languageInUse(.arabic, people: 1)) {
            try await Self.change(interpreted.value, in: world) { $0.languages = [.somali] }
        }
        for operation in [moved.id, placed.id] {
            try await world.desk.undo(operation, as: world.office)
        }
        let left = try await Self.change(interpreted.value, in: world) {
            $0.languages = [.somali]
        }
        #expect(left.value.languages == [.somali])
    }

    @Test func `languages and their order stay once a session of the group has begun`()
        async throws
    {
        let world = try await TestWorld()
        let both = try await Self.change(world.arabic, in: world) {
            $0.languages = [.arabic, .somali]
        }
        _ = try await world.session(world.somali, on: "2020-01-07")
        _ = try await world.session(world.arabic, on: "2020-01-14")
        world.time.turn(to: "2020-01-14T16:00:00Z")
        let other = try await Self.change(both.value, in: world) {
            $0.delivery = .interpreted(into: [.dari])
        }
        world.time.turn(to: "2020-01-14T17:00:00Z")
        let changes: [@Sendable (inout NewGroup) -> Void] = [
            { $0.languages = [.somali, .arabic] }, { $0.languages = [.arabic] },
            { $0.languages.append(.swedish) }, { $0.delivery = .leaderSpeaks },
            { $0.delivery = .interpreted(into: [.dari, .tigrinya]) },
        ]
        for change in changes {
            await #expect(throws: OrganisingError.languagesKept) {
                try await Self.change(other.value, in: world, reason: "Fel språk", change)
            }
        }
        let renamed = try await Self.change(other.value, in: world) { $0.name = "Två språk" }
        #expect(renamed.value.name == "Två språk")
        #expect(renamed.value.languages == [.arabic, .somali])
    }

    @Test func `nobody who has a place, or was offered one, stops fitting the group`()
        async throws
    {
        let world = try await TestWorld()
        _ = try await world.member("Amal", of: world.arabic)
        await #expect(throws: OrganisingError.noLongerFit(1)) {
            try await Self.change(world.arabic, in: world) { $0.openTo = .men }
        }
        _ = try await Self.change(world.arabic, in: world) { $0.openTo = .women }
        let hodan = try await world.person("Hodan", [.somali])
        try await world.desk.apply(
            NewApplication(people: [hodan], round: "2020-spring"), as: world.office)
        try await world.desk.offer(
            OfferRequest(
                people: [hodan], group: world.somali.id, until: day("2020-01-20")),
            as: world.office)
        await #expect(throws: OrganisingError.noLongerFit(1)) {
            try await Self.change(world.somali, in: world) { $0.languages = [.arabic] }
        }
    }

    @Test func `a maximum below the seats that are taken needs a reason`() async throws {
        let world = try await TestWorld()
        _ = try await world.member("Amal", of: world.arabic)
        _ = try await world.member("Nour", of: world.arabic)
        let refusal = OrganisingError.maximumTaken(taken: 2, maximum: 1)
        await #expect(throws: refusal) {
            try await Self.change(world.arabic, in: world) {
                $0.minimum = 1
                $0.maximum = 1
            }
        }
        await #expect(throws: PlacingError.reasonNeeded) {
            try await Self.change(world.arabic, in: world, reason: " ") {
                $0.minimum = 1
                $0.maximum = 1
            }
        }
        let changed = try await Self.change(world.arabic, in: world, reason: "Mindre sal") {
            $0.minimum = 1
            $0.maximum = 1
        }
        #expect(changed.value.size.maximum == 1)
        let history = try await world.desk.history(of: "2020-spring", as: world.office)
        #expect(history.entries.last?.reason.text == "Mindre sal")
        // What is over the maximum already stands in the way of nothing else.
        _ = try await Self.change(changed.value, in: world) { $0.name = "Arabiska liten" }
    }

    @Test func `why a group was changed is withheld once a protected person has been in it`()
        async throws
    {
        let world = try await TestWorld()
        let amal = try await world.member("Amal", of: world.arabic)
        _ = try await world.member("Nour", of: world.arabic)
        _ = try await Self.change(world.arabic, in: world, reason: "Amal flyttar") {
            $0.minimum = 1
            $0.maximum = 1
        }
        try await world.desk.protect(amal, level: .sekretessmarkering, as: world.office)
        let history = try await world.desk.history(of: "2020-spring", as: world.office)
        let change = try #require(history.entries.last { $0.kind == .changeGroup })
        #expect(change.reason.text == nil && change.reason.isWithheld)
    }

    @Test func `sessions to come at the old time are told of before the time changes`()
        async throws
    {
        let world = try await TestWorld()
        let slot = Slot(weekday: .tuesday, start: clock("17:30"), end: clock("19:30"))
        let timed = try await Self.change(world.arabic, in: world) { $0.slot = slot }
        let session = try await world.session(world.arabic, on: "2020-01-14")
        let later = Slot(weekday: .tuesday, start: clock("18:00"), end: clock("20:00"))
        await #expect(throws: OrganisingError.slotPlanned(1)) {
            try await Self.change(timed.value, in: world) { $0.slot = later }
        }
        try await world.desk.moveSession(
            session.id, to: day("2020-01-14"), start: clock("18:00"), end: clock("20:00"),
            as: world.office)
        let changed = try await Self.change(timed.value, in: world) { $0.slot = later }
        #expect(changed.value.slot == later)
    }

    @Test func `what somebody changed meanwhile is not written over`() async throws {
        let world = try await TestWorld()
        let shown = try await world.desk.groupToChange("Arabiska", as: world.office)
        _ = try await Self.change(world.arabic, in: world) { $0.maximum = 5 }
        var target = NewGroup(shown.value)
        target.name = "Arabiska A"
        let mine = target
        await #expect(throws: OrganisingError.changedMeanwhile) {
            try await world.desk.changeGroup(
                world.arabic.id, to: mine, shown: shown.state, as: world.office)
        }
        let group = try await world.desk.group("Arabiska", as: world.office)
        #expect(group.size.maximum == 5)
    }

    @Test func `a group's change is not undone but by another`() async throws {
        let world = try await TestWorld()
        _ = try await Self.change(world.arabic, in: world) { $0.maximum = 5 }
        let history = try await world.desk.history(of: "2020-spring", as: world.office)
        let operation = try #require(history.entries.last)
        await #expect(throws: PlacingError.self) {
            try await world.desk.undo(operation.id, as: world.office)
        }
        #expect(try await world.desk.group("Arabiska", as: world.office).size.maximum == 5)
    }

    @Test func `a leader changes no group`() async throws {
        let world = try await TestWorld()
        let leader = Actor(
            identity: .person(try await world.person("Layla"), userName: "layla"),
            grants: [
                Grant(
                    role: .leader, scope: .group(world.arabic.id), from: .distantPast, until: nil)
            ])
        await #expect(throws: NotAllowed(right: .organise)) {
            try await world.desk.changeGroup(
                world.arabic.id, to: NewGroup(world.arabic), as: leader)
        }
    }
}
