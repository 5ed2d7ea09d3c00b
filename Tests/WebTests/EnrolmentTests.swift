import Courses
import Desk
import FoundationEssentials
import HTTPTypes
import Testing

@testable import Web

struct EnrolmentTests {
    /// Two who have applied and belong together, beside three with places in the first group.
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
                        courseLanguages: [.arabic], writtenLanguages: [.arabic]),
                    as: .commandOperator))
        }
        try await world.desk.apply(
            NewApplication(
                people: waiting, round: world.round.code,
                appliedOn: TestWorld.today.adding(days: -9),
                together: true),
            as: .commandOperator)
        return (world, waiting)
    }

    private let list = "/rounds/2020-spring/enrolment"

    private func begin(
        _ kind: String, _ person: Person.ID, in browser: Browser
    ) async throws -> Answer {
        try await browser.get(list + "/step?kind=\(kind)&person=\(person)")
    }

    private func post(
        _ page: Answer, to address: String, in browser: Browser,
        _ change: (inout FormFields) -> Void = { _ in }
    ) async throws -> Answer {
        var form = FormFields(page.body)
        change(&form)
        return try await browser.post(list + address, form.fields)
    }

    /// Shown and taken, as somebody who changes nothing would.
    @discardableResult
    private func offer(
        _ person: Person.ID, _ group: Group, in browser: Browser
    ) async throws -> Answer {
        let shown = try await post(
            try await begin("offer", person, in: browser), to: "/preview", in: browser
        ) { $0["group"] = group.id.description }
        return try await post(shown, to: "/take", in: browser)
    }

    @Test func `the list says who stands where, and the address narrows it`() async throws {
        let (world, waiting) = try await world()
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get(list)
            #expect(page.status == .ok)
            #expect(page.body.contains("Anmälda: 2"))
            #expect(page.body.contains("Har plats: 3"))
            #expect(page.body.contains("Hodan &lt;b&gt;"))
            #expect(page.body.contains("har väntat 9 dagar"))
            let applied = try await browser.get(list + "?step=applied&language=ar")
            #expect(applied.body.contains("Layla Saleh"))
            #expect(!applied.body.contains("Amal Hassan"))
            #expect(applied.body.contains("person=\(waiting[0])&amp;step=applied&amp;language=ar"))
            let none = try await browser.get(list + "?language=so")
            #expect(none.body.contains("Ingen finns här."))
            for address in ["/groups", "/rounds", "/rounds/2020-spring/board"] {
                let page = try await browser.get(address)
                #expect(page.body.contains("href=\"\(list)\""))
                #expect(page.body.contains("href=\"/rounds/2020-spring/history\""))
            }
            #expect(page.body.contains("href=\"/rounds/2020-spring/board\""))
        }
    }

    @Test func `a round with nobody in it names the next step`() async throws {
        let (world, _) = try await world()
        try await world.desk.addRound(
            of: "parent-support", code: "2020-autumn", name: "Hösten 2020",
            firstDay: TestWorld.today.adding(days: 100), as: .commandOperator)
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get("/rounds/2020-autumn/enrolment")
            #expect(page.body.contains("Ingen är anmäld än. Anmäl en person, eller klistra in"))
            #expect(page.body.contains("/rounds/2020-autumn/enrolment/paste"))
            #expect(!page.body.contains("id=\"chosen\""))
        }
    }

    @Test func `several who are chosen take a step at once`() async throws {
        let (world, waiting) = try await world()
        let third = try await world.desk.addPerson(
            NewPerson(
                name: PersonName(latin: [NamePart(.whole, "Saba")]), courseLanguages: [.arabic]),
            as: .commandOperator)
        try await world.desk.apply(
            NewApplication(people: [third], round: world.round.code), as: .commandOperator)
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get(list + "?step=applied")
            #expect(page.body.contains("name=\"p.\(third)\""))
            #expect(!page.body.contains("name=\"p.\(world.people[0])\""))
            let nobody = try await post(page, to: "/preview", in: browser)
            #expect(nobody.body.contains("Ingen person är vald. Välj minst en."))
            let shown = try await post(page, to: "/preview", in: browser) { form in
                form["kind"] = "waitlist"
                for person in waiting + [third] { form["p.\(person)"] = "on" }
            }
            #expect(shown.body.contains("3 personer"))
            let taken = try await post(shown, to: "/take", in: browser)
            #expect(taken.location?.hasSuffix("&step=applied") == true)
            #expect(try await browser.get(list).body.contains("I kö: 3"))
        }
    }

    @Test(arguments: [
        "/enrolment", "/enrolment/letter?person=0000000000000", "/history", "/enrolment/new",
        "/enrolment/new?person=new", "/enrolment/paste", "/enrolment/step?kind=offer&person=1",
    ])
    func `only administrators see who is enrolled`(_ address: String) async throws {
        let (world, _) = try await world()
        try await world.addUser("mona", .manager, scope: .organisation)
        for user in ["sara", "mona"] {
            try await world.visit(as: user) { browser in
                #expect(
                    try await browser.get("/rounds/2020-spring" + address).status == .forbidden)
                let groups = try await browser.get("/groups")
                #expect(!groups.body.contains(list))
            }
        }
    }

    @Test(arguments: ["/preview", "/take", "/paste", "/new"])
    func `only administrators change who is enrolled, and only from our pages`(
        _ address: String
    ) async throws {
        let (world, waiting) = try await world()
        try await world.addUser("mona", .manager, scope: .organisation)
        let fields = [("kind", "waitlist"), ("p.\(waiting[0])", "on"), ("rows", "Namn")]
        for user in ["sara", "mona"] {
            try await world.visit(as: user) { browser in
                let page = try await browser.get("/sessions")
                let csrf = try #require(FormFields(page.body)["csrf"])
                let answer = try await browser.post(list + address, fields + [("csrf", csrf)])
                #expect(answer.status == .forbidden)
            }
        }
        try await world.visit(as: "anna") { browser in
            let forged = try await browser.post(list + address, fields)
            #expect(forged.status == .forbidden)
        }
    }

    @Test func `an offer is shown, made to the whole party, written out and undone`() async throws {
        let (world, waiting) = try await world()
        try await world.visit(as: "anna") { browser in
            let begun = try await begin("offer", waiting[0], in: browser)
            #expect(begun.body.contains("inget av personens språk finns i gruppen"))
            let shown = try await post(begun, to: "/preview", in: browser) {
                $0["group"] = world.group.id.description
            }
            #expect(shown.body.contains("2 personer erbjuds plats i"))
            let before = try await world.desk.enrolmentRows(
                in: world.round.code, as: .commandOperator)
            #expect(before.allSatisfy { $0.enrolment.offer == nil })
            let taken = try await post(shown, to: "/take", in: browser)
            let done = try await browser.get(try #require(taken.location))
            #expect(done.body.contains("Klart: erbjudande. Personer: 2."))
            #expect(done.body.contains("Erbjudna plats: 2"))
            let letter = try await browser.get(list + "/letter?person=\(waiting[0])")
            #expect(letter.body.contains("lang=\"ar\" dir=\"rtl\">مرحبًا"))
            #expect(letter.body.contains("Brevets språk: "))
            let undoing = try await post(done, to: "/preview", in: browser)
            #expect(undoing.body.contains("Åtgärden ångras helt"))
            let undone = try await post(undoing, to: "/take", in: browser)
            let after = try await browser.get(try #require(undone.location))
            #expect(after.body.contains("Anmälda: 2"))
        }
    }

    @Test func `whoever does not fit is refused in words, and let in for a reason`() async throws {
        let (world, waiting) = try await world()
        try await world.visit(as: "anna") { browser in
            let begun = try await begin("offer", waiting[0], in: browser)
            let refused = try await post(begun, to: "/preview", in: browser) {
                $0["group"] = world.other.id.description
            }
            #expect(refused.body.contains("2 personer passar inte i gruppen"))
            #expect(!refused.body.contains(waiting[0].description + ":"))
            #expect(FormFields(refused.body)["basis"] == nil)
            let unreasoned = try await post(refused, to: "/preview", in: browser) {
                $0["spite"] = "1"
            }
            #expect(unreasoned.body.contains("Det här behöver ett skäl"))
            let shown = try await post(refused, to: "/preview", in: browser) {
                $0["spite"] = "1"
                $0["reason"] = "Talar också dari"
            }
            let taken = try await post(shown, to: "/take", in: browser)
            #expect(taken.status == .seeOther)
            let history = try await browser.get("/rounds/2020-spring/history")
            #expect(history.body.contains("Skäl: Talar också dari"))
        }
    }

    @Test func `a place is accepted, declined and ended step by step`() async throws {
        let (world, waiting) = try await world()
        try await world.visit(as: "anna") { browser in
            try await offer(waiting[0], world.group, in: browser)
            let declining = try await begin("decline", waiting[0], in: browser)
            #expect(declining.body.contains("2 personer tackade nej"))
            let alone = try await post(declining, to: "/preview", in: browser) {
                $0["p.\(waiting[1])"] = nil
            }
            #expect(alone.body.contains("placeras tillsammans med"))
            let accepting = try await begin("accept", waiting[0], in: browser)
            #expect(accepting.body.contains("2 personer tackade ja"))
            _ = try await post(accepting, to: "/take", in: browser)
            #expect(try await browser.get(list).body.contains("Har plats: 5"))
            let leaving = try await begin("withdraw", waiting[0], in: browser)
            _ = try await post(leaving, to: "/take", in: browser)
            #expect(try await browser.get(list).body.contains("Avbrutna: 1"))
        }
    }

    @Test func `a priority is changed for a reason and remembered`() async throws {
        let (world, waiting) = try await world()
        try await world.visit(as: "anna") { browser in
            let begun = try await begin("prioritise", waiting[0], in: browser)
            #expect(FormFields(begun.body)["basis"] == nil)
            let odd = try await post(begun, to: "/preview", in: browser) {
                $0["priority"] = "hög"
                $0["reason"] = "Har väntat"
            }
            #expect(odd.body.contains("value=\"hög\""))
            let shown = try await post(odd, to: "/preview", in: browser) { $0["priority"] = "7" }
            #expect(shown.body.contains("2 personer har prioritet 7"))
            _ = try await post(shown, to: "/take", in: browser)
            let again = try await begin("prioritise", waiting[0], in: browser)
            #expect(again.body.contains("Har väntat"))
            #expect(try await browser.get(list).body.contains("prioritet 7"))
        }
    }

    @Test func `nothing is taken that was not shown`() async throws {
        let (world, waiting) = try await world()
        try await world.visit(as: "anna") { browser in
            let shown = try await begin("waitlist", waiting[0], in: browser)
            let other = try await post(shown, to: "/take", in: browser) {
                $0["p.\(waiting[1])"] = nil
            }
            #expect(other.body.contains("Du har ändrat något sedan det visades"))
            let token = try await world.token(of: "berit")
            var berit = browser
            berit.token = token
            try await offer(waiting[0], world.group, in: berit)
            let late = try await post(shown, to: "/take", in: browser)
            #expect(late.status == .conflict)
            #expect(late.body.contains("Någon annan har ändrat omgången"))
            #expect(late.body.contains("berit"))
            #expect(try await browser.get(list).body.contains("Erbjudna plats: 2"))
        }
    }

    @Test func `a round's history tells what was done and undoes it`() async throws {
        let (world, waiting) = try await world()
        try await world.visit(as: "anna") { browser in
            try await offer(waiting[0], world.group, in: browser)
            let page = try await browser.get("/rounds/2020-spring/history")
            let first = try #require(
                page.body.components(separatedBy: "<li class=\"card\">").dropFirst().first)
            #expect(first.contains("erbjudande"))
            #expect(first.contains("anna"))
            #expect(first.contains("Hodan &lt;b&gt;"))
            let undoing = try await browser.post(list + "/preview", FormFields(first).fields)
            let undone = try await post(undoing, to: "/take", in: browser)
            #expect(undone.location?.hasPrefix("/rounds/2020-spring/history?done=") == true)
            let after = try await browser.get(try #require(undone.location))
            #expect(after.body.contains("erbjudande (ångrat)"))
            #expect(after.body.contains("Det som ångrades: erbjudande"))
        }
    }

    @Test func `a protected person is an alias, and why they were moved is withheld`() async throws
    {
        let (world, waiting) = try await world()
        try await world.desk.prioritise(
            waiting, in: world.round.code, priority: 3, reason: "Hemligt", as: .commandOperator)
        try await world.desk.protect(
            waiting[0], level: .sekretessmarkering, as: .commandOperator)
        try await world.visit(as: "anna") { browser in
            for address in [
                list, "/rounds/2020-spring/history",
                list + "/step?kind=prioritise&person=\(waiting[0])",
            ] {
                let page = try await browser.get(address)
                #expect(page.status == .ok)
                #expect(!page.body.contains("Hodan"))
                #expect(!page.body.contains("Hemligt"))
            }
        }
    }

    @Test func `pasted rows are checked, taken in as they were, put right and undone`()
        async throws
    {
        let (world, _) = try await world()
        let rows = "Namn\tKursspråk\tKaffe\nSaba Tesfay\ttigrinja\tja\n\tdari\tnej"
        try await world.visit(as: "anna") { browser in
            let empty = try await browser.get(list + "/paste")
            let checked = try await post(empty, to: "/paste", in: browser) { $0["rows"] = rows }
            #expect(checked.body.contains("Saba Tesfay · tigrinja · ja"))
            #expect(checked.body.contains("Rader att rätta: 1"))
            #expect(checked.body.contains("Namnet saknas. Skriv minst en del av det."))
            #expect(checked.body.contains("Kolumner som inte läses: Kaffe"))
            let before = try await browser.get(list)
            #expect(!before.body.contains("Saba Tesfay"))
            let other = try await post(checked, to: "/paste", in: browser) {
                $0["import"] = "1"
                $0["rows"] = rows + "\nLayla\tarabiska\tja"
            }
            #expect(other.body.contains("Ingenting är sparat än."))
            let taken = try await post(checked, to: "/paste", in: browser) { $0["import"] = "1" }
            #expect(taken.body.contains("Klart: import. Personer: 1."))
            #expect(taken.body.contains("De här raderna gick inte in."))
            #expect(FormFields(taken.body)["rows"]?.contains("\tdari") == true)
            let again = try await post(checked, to: "/paste", in: browser) { $0["import"] = "1" }
            #expect(again.status == .conflict)
            #expect(again.body.contains("Ingenting av ditt är gjort."))
            let after = try await browser.get(list)
            #expect(after.body.contains("Saba Tesfay"))
            #expect(after.body.contains("Anmälda: 3"))
            let undoing = try await post(taken, to: "/preview", in: browser)
            let undone = try await post(undoing, to: "/take", in: browser)
            #expect(undone.status == .seeOther)
            #expect(try await browser.get(list).body.contains("Anmälda: 2"))
        }
    }

    @Test func `rows that all go in lead to the list, once`() async throws {
        let (world, _) = try await world()
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get(list + "/paste")
            let checked = try await post(page, to: "/paste", in: browser) {
                $0["rows"] = "Namn\tKursspråk\nSaba Tesfay\ttigrinja"
            }
            let taken = try await post(checked, to: "/paste", in: browser) { $0["import"] = "1" }
            #expect(taken.status == .seeOther)
            let after = try await browser.get(try #require(taken.location))
            #expect(after.body.contains("Klart: import. Personer: 1."))
            let again = try await post(checked, to: "/paste", in: browser) { $0["import"] = "1" }
            #expect(again.status == .conflict)
            #expect(try await browser.get(list).body.contains("Anmälda: 3"))
        }
    }

    @Test func `rows are not taken in when what becomes of them has changed`() async throws {
        let (world, _) = try await world()
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get(list + "/paste")
            let checked = try await post(page, to: "/paste", in: browser) {
                $0["rows"] = "Namn\tKursspråk\tExternt id\nSaba Tesfay\ttigrinja\tA-7"
            }
            try await world.desk.addPerson(
                NewPerson(
                    name: PersonName(latin: [NamePart(.whole, "Saba")]), externalID: "A-7",
                    courseLanguages: [.tigrinya]),
                as: .commandOperator)
            let late = try await post(checked, to: "/paste", in: browser) { $0["import"] = "1" }
            #expect(late.status == .conflict)
            #expect(late.body.contains("Ingenting av ditt är gjort."))
            #expect(late.body.contains("Känd sedan förut"))
            #expect(try await browser.get(list).body.contains("Anmälda: 2"))
            let taken = try await post(late, to: "/paste", in: browser) { $0["import"] = "1" }
            #expect(taken.status == .seeOther)
        }
    }

    @Test func `a file is read, shown as rows and taken in`() async throws {
        let (world, _) = try await world()
        try await world.visit(as: "anna") { browser in
            let form = FormFields(try await browser.get(list + "/paste").body)
            let csv = [0xEF, 0xBB, 0xBF] + Array("Namn;Kursspråk\nأمل حسن;arabiska\n".utf8)
            let checked = try await browser.post(
                list + "/paste", form.fields.filter { $0.name != "file" }, file: ("file", csv))
            #expect(checked.body.contains("\u{2068}أمل حسن\u{2069} · arabiska"))
            let taken = try await browser.post(
                list + "/paste",
                FormFields(checked.body).fields.filter { $0.name != "file" } + [("import", "1")],
                file: ("file", []))
            #expect(taken.status == .seeOther)
            let workbook = try await browser.post(
                list + "/paste", form.fields.filter { $0.name != "file" },
                file: ("file", Array("PK\u{3}\u{4}".utf8) + Array("xl/workbook.xml".utf8)))
            #expect(workbook.body.contains("Filen är ingen CSV utan"))
            let cut = try await browser.post(
                list + "/paste", form.fields, file: ("file", csv), ends: "")
            #expect(cut.status == .badRequest)
        }
    }

    @Test func `five megabytes of rows are read, and the first of them shown`() async throws {
        let (world, _) = try await world()
        let row = "Amal Hassan\tklingonska\t" + String(repeating: "x", count: 960) + "\n"
        let rows = "Namn\tKursspråk\tKaffe\n" + String(repeating: row, count: 5_200)
        #expect(rows.utf8.count > 5_000_000)
        try await world.visit(as: "anna") { browser in
            let form = FormFields(try await browser.get(list + "/paste").body)
            let csrf = try #require(form["csrf"])
            let checked = try await browser.post(
                list + "/paste", [("csrf", csrf), ("rows", rows)], file: nil)
            #expect(checked.status == .ok)
            #expect(checked.body.contains("Rader att rätta: 5"))
            #expect(checked.body.contains("Fler rader än de som visas: 5"))
            let more = try await browser.post(
                list + "/paste", [("csrf", csrf), ("rows", rows + rows + rows)], file: nil)
            #expect(more.status == .contentTooLarge)
        }
    }

    @Test func `what becomes of a row stands beside it, whatever breaks the lines before`()
        async throws
    {
        let (world, _) = try await world()
        let breaks = "\u{B}\u{C}\u{85}\u{2028}\u{2029}"
        let rows = "Namn\tKursspråk\tKaffe\r\nSaba\ttigrinja\t\(breaks)\rLayla\tarabiska\tte"
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get(list + "/paste")
            let checked = try await post(page, to: "/paste", in: browser) { $0["rows"] = rows }
            #expect(checked.body.contains("Saba · tigrinja · \(breaks)"))
            #expect(checked.body.contains("Layla · arabiska · te"))
        }
    }

    @Test func `rows are not read of whoever may not take them in`() async throws {
        let (world, _) = try await world()
        try await world.addUser("rut", .administrator, scope: .round(world.round.id))
        try await world.visit(as: "rut") { browser in
            #expect(try await browser.get(list).status == .ok)
            let answer = try await browser.post(
                list + "/paste", [("rows", "Namn")], file: nil, ends: "")
            #expect(answer.status == .forbidden)
        }
    }

    @Test func `only a form in parts may be large`() async throws {
        let (world, _) = try await world()
        try await world.visit(as: "anna") { browser in
            let form = FormFields(try await browser.get(list + "/paste").body)
            let csrf = try #require(form["csrf"])
            let rows = "Namn\n" + String(repeating: "x", count: Form.limit)
            let plain = try await browser.post(
                list + "/paste", [("csrf", csrf), ("rows", rows)])
            #expect(plain.status == .contentTooLarge)
            let inParts = try await browser.post(
                list + "/paste", [("csrf", csrf), ("rows", rows)], file: nil)
            #expect(inParts.status == .ok)
        }
    }

    @Test func `what can't be read as rows is refused in words and kept`() async throws {
        let (world, _) = try await world()
        try await world.visit(as: "anna") { browser in
            let page = try await browser.get(list + "/paste")
            let refused = try await post(page, to: "/paste", in: browser) {
                $0["rows"] = "Kaffe\nja"
            }
            #expect(refused.body.contains("Ingen kolumn har namn."))
            #expect(FormFields(refused.body)["rows"] == "Kaffe\r\nja")
        }
    }
}
