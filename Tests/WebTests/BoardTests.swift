import Courses
import Desk
import HTTPTypes
import Testing

@testable import Web

struct BoardTests {
    /// Two administrators, a group of three with room for two more, and two who wait.
    private func world() async throws -> (TestWorld, waiting: [Person.ID]) {
        let world = try await TestWorld.make()
        try await world.addUser("anna", .administrator, scope: .organisation)
        try await world.addUser("berit", .administrator, scope: .organisation)
        try await world.addUser("sara")
        var waiting: [Person.ID] = []
        for name in ["Hodan <b>", "Layla Saleh"] {
            waiting.append(
                try await world.desk.addPerson(
                    NewPerson(
                        name: PersonName(latin: [NamePart(.whole, name)]),
                        courseLanguages: [.arabic]), as: .commandOperator))
        }
        try await world.desk.apply(
            NewApplication(people: waiting, round: world.round.code), as: .commandOperator)
        return (world, waiting)
    }

    private let board = "/rounds/2020-spring/board"

    private func move(
        _ people: [Person.ID], to target: String, in browser: Browser
    ) async throws -> Answer {
        let page = FormFields(try await browser.get(board).body)
        let csrf = try #require(page["csrf"])
        return try await browser.post(
            board + "/preview",
            [("csrf", csrf), ("kind", "move"), ("since", page["since"] ?? ""), ("to", target)]
                + people.map { ("p.\($0)", "on") })
    }

    private func apply(_ page: Answer, in browser: Browser) async throws -> Answer {
        try await browser.post(board + "/apply", FormFields(page.body).fields)
    }

    @Test func `a board shows groups, sizes and those who wait`() async throws {
        let (world, _) = try await world()
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get(board)
            #expect(page.status == .ok)
            #expect(page.body.contains("3 av 16"))
            #expect(page.body.contains("Hodan &lt;b&gt;"))
            #expect(page.body.contains("Arabiska: 2") || page.body.contains("arabiska: 2"))
            let rounds = try await browser.get("/rounds")
            #expect(rounds.body.contains(board))
        }
    }

    @Test(arguments: ["", "/balance", "/move?person=0000000000000"])
    func `only administrators see a board`(_ address: String) async throws {
        let (world, _) = try await world()
        try await world.visit(as: "sara") { browser in
            let refused = try await browser.get(board + address)
            #expect(refused.status == .forbidden)
            let sessions = try await browser.get("/sessions")
            #expect(!sessions.body.contains("/rounds"))
        }
    }

    @Test func `a move is shown with its numbers, done, and undone`() async throws {
        let (world, waiting) = try await world()
        try await world.visit(as: "anna") { browser in
            let shown = try await move(
                waiting, to: world.group.id.description, in: browser)
            #expect(shown.status == .ok)
            #expect(shown.body.contains("2 personer får plats i"))
            let still = try await world.desk.board(of: world.round.code, as: .commandOperator)
            #expect(still.waiting.count == 2)
            let done = try await apply(shown, in: browser)
            #expect(done.status == .seeOther)
            let page = try await browser.get(try #require(done.location))
            #expect(page.body.contains("5 av 16"))
            #expect(page.body.contains("Klart: placering"))
            var undo = FormFields(page.body)
            #expect(undo["operation"] != nil)
            undo["kind"] = "undo"
            let undoing = try await browser.post(board + "/preview", undo.fields)
            #expect(undoing.body.contains("Åtgärden ångras helt"))
            let undone = try await apply(undoing, in: browser)
            let after = try await browser.get(try #require(undone.location))
            #expect(after.body.contains("3 av 16"))
        }
    }

    @Test func `nothing is applied to a state that was not shown`() async throws {
        let (world, waiting) = try await world()
        let berit = try await world.token(of: "berit")
        try await world.visit(as: "anna") { anna in
            let other = Browser(client: anna.client, token: berit)
            let annas = try await move(
                [waiting[0]], to: world.group.id.description, in: anna)
            let berits = try await move(
                [waiting[1]], to: world.group.id.description, in: other)
            let done1 = try await apply(berits, in: other)
            #expect(done1.status == .seeOther)
            let refused = try await apply(annas, in: anna)
            #expect(refused.status == .conflict)
            #expect(refused.body.contains("Någon annan har ändrat omgången"))
            #expect(refused.body.contains("berit"))
            let now = try await world.desk.board(of: world.round.code, as: .commandOperator)
            #expect(now.waiting.map(\.row.enrolment.person) == [waiting[0]])
            let done2 = try await apply(refused, in: anna)
            #expect(done2.status == .seeOther)
        }
    }

    @Test func `what changed since the board was opened is said before anything is done`()
        async throws
    {
        let (world, waiting) = try await world()
        let berit = try await world.token(of: "berit")
        try await world.visit(as: "anna") { anna in
            let page = FormFields(try await anna.get(board).body)
            let other = Browser(client: anna.client, token: berit)
            let berits = try await move(
                [waiting[1]], to: world.group.id.description, in: other)
            let done3 = try await apply(berits, in: other)
            #expect(done3.status == .seeOther)
            let shown = try await anna.post(
                board + "/preview",
                page.fields.filter { $0.name != "to" } + [
                    ("p.\(waiting[0])", "on"), ("to", world.group.id.description),
                ])
            #expect(shown.body.contains("Någon annan har ändrat omgången"))
        }
    }

    @Test func `what is changed in the form after it was shown is shown again first`()
        async throws
    {
        let (world, waiting) = try await world()
        try await world.visit(as: "anna") { browser in
            let shown = try await move(
                waiting, to: world.group.id.description, in: browser)
            var form = FormFields(shown.body)
            form["p.\(waiting[1])"] = nil
            let again = try await browser.post(board + "/apply", form.fields)
            #expect(again.status == .ok)
            #expect(again.body.contains("Du har ändrat något"))
            #expect(again.body.contains("1 person får plats i"))
        }
    }

    @Test func `a party comes along, and obstacles stand in words`() async throws {
        let (world, waiting) = try await world()
        try await world.desk.addParty(.together, of: waiting, as: .commandOperator)
        try await world.visit(as: "anna") { browser in
            let shown = try await move(
                [waiting[0]], to: world.group.id.description, in: browser)
            #expect(shown.body.contains("2 personer får plats i"))
            let refused = try await move(
                [waiting[0]], to: world.other.id.description, in: browser)
            #expect(refused.status == .ok)
            #expect(refused.body.contains("inget av personens språk finns i gruppen"))
            #expect(refused.body.contains("Layla Saleh"))
            #expect(FormFields(refused.body)["basis"] == nil)
            var form = FormFields(refused.body)
            form["spite"] = "1"
            form["reason"] = "Hon talar dari också"
            let again = try await browser.post(board + "/preview", form.fields)
            #expect(FormFields(again.body)["basis"] != nil)
            let done4 = try await apply(again, in: browser)
            #expect(done4.status == .seeOther)
        }
    }

    @Test func `those who wait and those who have a place move in one operation`() async throws {
        let (world, waiting) = try await world()
        let target = try await world.desk.addGroup(
            NewGroup(name: "Arabiska 2", round: world.round.code, languages: [.arabic]),
            as: .commandOperator)
        try await world.visit(as: "anna") { browser in
            let shown = try await move(
                [waiting[0], world.people[0]], to: target.id.description, in: browser)
            let done = try await apply(shown, in: browser)
            #expect(done.status == .seeOther)
            let now = try await world.desk.board(of: world.round.code, as: .commandOperator)
            #expect(now.group(target.id)?.members.count == 2)
            let back = try await move(
                [world.people[0]], to: "waiting", in: browser)
            let done5 = try await apply(back, in: browser)
            #expect(done5.status == .seeOther)
            let later = try await world.desk.board(of: world.round.code, as: .commandOperator)
            #expect(later.waiting.contains { $0.row.enrolment.person == world.people[0] })
        }
    }

    @Test(arguments: ["close", "pause", "merge", "leader", "split"])
    func `a group's changes are shown before they are done`(_ kind: String) async throws {
        let (world, _) = try await world()
        let target = try await world.desk.addGroup(
            NewGroup(name: "Arabiska 2", round: world.round.code, languages: [.arabic]),
            as: .commandOperator)
        let sara = try await world.desk.possibleLeaders(
            in: world.round.code, as: .commandOperator)
        try await world.visit(as: "anna") { browser in
            let address = board + "/change?kind=\(kind)&group=\(world.group.id)"
            var form = FormFields(try await browser.get(address).body)
            form["on"] = world.sessions[2].date.adding(days: -1).description
            form["to"] = target.id.description
            form["waitlist"] = "1"
            form["leader"] = sara.keys.first?.description
            if kind == "split" { form["p.\(world.people[0])"] = "on" }
            let shown = try await browser.post(board + "/preview", form.fields)
            #expect(shown.status == .ok)
            #expect(FormFields(shown.body)["basis"] != nil, "\(kind): \(shown.body)")
            let done = try await apply(shown, in: browser)
            #expect(done.status == .seeOther)
        }
    }

    @Test func `the balancing's proposals stand side by side and are taken in part`() async throws {
        let (world, waiting) = try await world()
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get(board + "/balance")
            #expect(page.status == .ok)
            #expect(page.body.contains("Flest får plats"))
            #expect(page.body.contains("Alla sitter kvar"))
            #expect(page.body.contains("Får plats i"))
            var form = FormFields(page.body)
            form["place.\(waiting[1])"] = nil
            let shown = try await browser.post(board + "/preview", form.fields)
            #expect(shown.body.contains("1 person får plats eller byter grupp"))
            let done6 = try await apply(shown, in: browser)
            #expect(done6.status == .seeOther)
            let now = try await world.desk.board(of: world.round.code, as: .commandOperator)
            #expect(now.waiting.map(\.row.enrolment.person) == [waiting[1]])
        }
    }

    @Test func `a protected person is an alias on the board`() async throws {
        let (world, waiting) = try await world()
        try await world.desk.protect(
            waiting[0], level: .sekretessmarkering, as: .commandOperator)
        try await world.visit(as: "anna") { browser in
            for address in [board, board + "/balance", board + "/move?person=\(waiting[0])"] {
                let page = try await browser.get(address)
                #expect(page.status == .ok)
                #expect(!page.body.contains("Hodan"))
            }
        }
    }

    @Test func `forms that are not ours are refused`() async throws {
        let (world, waiting) = try await world()
        try await world.visit(as: "anna") { browser in
            for address in ["/preview", "/apply", "/balance"] {
                let forged = try await browser.post(
                    board + address, [("kind", "move"), ("p.\(waiting[0])", "on")])
                #expect(forged.status == .forbidden)
            }
            let page = FormFields(try await browser.get(board).body)
            let odd = try await browser.post(
                board + "/preview", [("csrf", page["csrf"] ?? ""), ("kind", "dance")])
            #expect(odd.status == .badRequest)
        }
    }
}
