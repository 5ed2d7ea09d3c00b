import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

/// What becomes of a group's people in a new group, and of its sessions, from the board.
struct BoardChangeTests {
    private let board = "/rounds/2020-spring/board"

    private func world() async throws -> TestWorld {
        let world = try await TestWorld.make()
        try await world.addUser("anna", .administrator, scope: .organisation)
        try await world.addUser("berit", .administrator, scope: .organisation)
        try await world.desk.addStandardReasons(as: .commandOperator)
        return world
    }

    private func group(_ name: String, _ world: TestWorld) async throws -> BoardGroup? {
        try await world.desk.board(of: world.round.code, as: .commandOperator).groups
            .first { $0.group.name == name }
    }

    private func sessions(_ group: Group.ID, _ world: TestWorld) async throws -> [Session] {
        try await world.desk.sessions(SessionFilter(group: group), as: .commandOperator)
            .map(\.session)
    }

    // MARK: A new group

    private func split(_ world: TestWorld, in browser: Browser) async throws -> Answer {
        let address = board + "/change?kind=split&group=\(world.group.id)"
        var form = FormFields(try await browser.get(address).body)
        form["p.\(world.people[0])"] = "on"
        form["newName"] = "Arabiska <2>"
        form["newWeekday"] = "3"
        form["newStart"] = "١٨:٠٠"
        form["newEnd"] = "20:00"
        form["copyPlan"] = "1"
        form["on"] = TestWorld.today.adding(days: 1).description
        form["reason.listed"] = "own-wish"
        return try await browser.post(board + "/preview", form.fields)
    }

    @Test func `a group is split into a new one, as it was shown, and undone as one`()
        async throws
    {
        let world = try await world()
        try await world.visit(as: "anna") { browser in
            let shown = try await split(world, in: browser)
            #expect(shown.body.contains("1 person flyttar till Arabiska &lt;2&gt;"))
            #expect(shown.body.contains("1 träff ändras"))
            #expect(shown.body.matches(of: /<bdi dir="ltr">\d+–\d+<\/bdi><\/td>/).count == 2)
            #expect(try await group("Arabiska <2>", world) == nil)
            let done = try await browser.post(board + "/apply", FormFields(shown.body).fields)
            #expect(done.status == .seeOther)
            let new = try #require(try await group("Arabiska <2>", world))
            #expect(new.group.languages == world.group.languages)
            #expect(new.group.slot?.weekday == .wednesday)
            #expect(new.members.map(\.row.enrolment.person) == [world.people[0]])
            let plan = try await sessions(new.group.id, world)
            #expect(plan.map(\.date) == [world.sessions[2].date.adding(days: 1)])
            #expect(plan.first?.groups.map(\.number) == [3])
            let page = try await browser.get(try #require(done.location)).body
            let undo = FormFields(page)
            let asked = try await browser.post(
                board + "/preview",
                [
                    ("csrf", undo["csrf"] ?? ""), ("kind", "undo"),
                    ("operation", undo["operation"] ?? ""),
                ])
            let undone = try await browser.post(board + "/apply", FormFields(asked.body).fields)
            #expect(undone.status == .seeOther)
            #expect(try await group("Arabiska <2>", world) == nil)
            #expect(try await group("Arabiska 1", world)?.members.count == 3)
        }
    }

    @Test func `a new group that was changed or touched since is shown again, not opened`()
        async throws
    {
        let world = try await world()
        try await world.visit(as: "anna") { browser in
            let shown = try await split(world, in: browser)
            var form = FormFields(shown.body)
            form["newName"] = "Något annat"
            let other = try await browser.post(board + "/apply", form.fields)
            #expect(other.status == .ok && other.body.contains("Något annat"))
            _ = try await world.desk.withdraw(
                world.people[1], from: world.round.id, on: TestWorld.today.adding(days: 2),
                as: .commandOperator)
            let late = try await browser.post(board + "/apply", FormFields(shown.body).fields)
            #expect(late.status == .conflict)
            #expect(try await group("Arabiska <2>", world) == nil)
        }
    }

    @Test(arguments: [
        ("", "", ""), ("Arabiska 1", "", ""), ("Ny", "18:00", ""), ("Ny", "25:00", "3"),
    ])
    func `what can't be opened is told in words`(
        _ name: String, _ start: String, _ weekday: String
    ) async throws {
        let world = try await world()
        try await world.visit(as: "anna") { browser in
            let address = board + "/change?kind=split&group=\(world.group.id)"
            var form = FormFields(try await browser.get(address).body)
            form["p.\(world.people[0])"] = "on"
            form["to"] = "new"
            form["newName"] = name
            form["newStart"] = start
            form["newEnd"] = start.isEmpty ? "" : "20:00"
            form["newWeekday"] = weekday
            let shown = try await browser.post(board + "/preview", form.fields)
            #expect(FormFields(shown.body)["basis"] == nil)
            #expect(shown.body.contains("class=\"fault\"") || shown.body.contains("notice-bad"))
        }
    }

    // MARK: Sessions

    @Test func `a session is called off with all who were expected named, and undone`()
        async throws
    {
        let world = try await world()
        let session = world.sessions[2]
        try await world.visit(as: "anna") { browser in
            let address = board + "/change?kind=cancelSession&group=\(world.group.id)"
            var form = FormFields(try await browser.get(address).body)
            form["session"] = session.id.description
            form["reason.listed"] = "weather"
            let shown = try await browser.post(board + "/preview", form.fields)
            for name in ["Amal Hassan", "Yousef Ali", "Mariam Khalil"] {
                #expect(shown.body.contains(name))
            }
            let done = try await browser.post(board + "/apply", FormFields(shown.body).fields)
            #expect(done.status == .seeOther)
            #expect(try await sessions(world.group.id, world)[2].state == .cancelled)
            let history = try await browser.get("/rounds/2020-spring/history").body
            #expect(history.contains("Skäl: Vädret"))
        }
    }

    @Test func `a session is moved to another day, at the times that were shown`() async throws {
        let world = try await world()
        let session = world.sessions[2]
        let day = session.date.adding(days: 2)
        try await world.visit(as: "anna") { browser in
            let address = board + "/change?kind=moveSession&group=\(world.group.id)"
            var form = FormFields(try await browser.get(address).body)
            form["session"] = session.id.description
            let unsaid = try await browser.post(board + "/preview", form.fields)
            #expect(FormFields(unsaid.body)["basis"] == nil)
            form["on"] = day.description
            form["start"] = "24:61"
            let wrong = try await browser.post(board + "/preview", form.fields)
            #expect(FormFields(wrong.body)["basis"] == nil)
            #expect(wrong.body.contains("id=\"start-fault\""))
            form["start"] = "18:15"
            let shown = try await browser.post(board + "/preview", form.fields)
            #expect(shown.body.contains("Amal Hassan"))
            var changed = FormFields(shown.body)
            changed["start"] = "19:15"
            let again = try await browser.post(board + "/apply", changed.fields)
            #expect(again.status == .ok)
            #expect(try await sessions(world.group.id, world)[2].date == session.date)
            let done = try await browser.post(board + "/apply", FormFields(shown.body).fields)
            #expect(done.status == .seeOther)
            let moved = try await sessions(world.group.id, world)[2]
            #expect(moved.id == session.id && moved.date == day)
            #expect(moved.start.description == "18:15" && moved.minutes == session.minutes)
        }
    }

    @Test func `a session of another group is not changed from here`() async throws {
        let world = try await world()
        try await world.visit(as: "anna") { browser in
            let address = board + "/change?kind=cancelSession&group=\(world.group.id)"
            var form = FormFields(try await browser.get(address).body)
            form["session"] = world.otherSession.id.description
            let answer = try await browser.post(board + "/preview", form.fields)
            #expect(answer.status == .notFound)
        }
    }

    @Test func `what can't be undone is not offered to be, whatever the address says`()
        async throws
    {
        let world = try await world()
        var target = NewGroup(world.group)
        target.name = "Arabiska A"
        let group = target
        try await world.desk.changeGroup(world.group.id, to: group, as: .commandOperator)
        let changed = try #require(
            try await world.desk.history(of: world.round.code, as: .commandOperator).entries.last)
        #expect(changed.kind == .changeGroup)
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get(board + "?done=\(changed.id)")
            #expect(page.status == .ok)
            #expect(!page.body.contains(#"name="operation" value="\#(changed.id)""#))
        }
    }
}
