import Courses
import Desk
import FoundationEssentials
import HTTPTypes
import Testing

@testable import Web

struct ApplicationTests {
    /// An administrator, and somebody known who is in no round.
    private func world() async throws -> (TestWorld, known: Person.ID) {
        let world = try await TestWorld.make()
        try await world.addUser("anna", .administrator, scope: .organisation)
        let known = try await world.desk.addPerson(
            NewPerson(
                name: PersonName(latin: [NamePart(.whole, "Hodan <b>")]),
                courseLanguages: [.somali]),
            as: .commandOperator)
        return (world, known)
    }

    private let list = "/rounds/2020-spring/enrolment"

    private func rows(_ world: TestWorld) async throws -> [EnrolmentRow] {
        try await world.desk.enrolmentRows(in: world.round.code, as: .commandOperator)
    }

    @Test func `whoever is known is found first, and those in the round say so`() async throws {
        let (world, known) = try await world()
        try await world.visit(as: "anna") { browser in
            let found = try await browser.get(list + "/new?q=Hodan")
            #expect(found.body.contains("/new?person=\(known)"))
            #expect(found.body.contains("Hodan &lt;b&gt;"))
            let there = try await browser.get(list + "/new?q=Amal+Hassan")
            #expect(!there.body.contains("/new?person=\(world.people[0])"))
            #expect(there.body.contains("Plats i Arabiska 1"))
            #expect(there.body.contains("/new?person=new"))
        }
    }

    @Test func `somebody new is registered and enrolled with what they wish, once`() async throws {
        let (world, known) = try await world()
        try await world.visit(as: "anna") { browser in
            let form = try await browser.get(list + "/new?person=new")
            let searched = try await browser.submit(list + "/new?person=new", to: list + "/new") {
                $0["native"] = "سارة"
                $0["query"] = "Hodan"
                $0["find"] = "1"
            }
            #expect(searched.body.contains("value=\"سارة\""))
            #expect(searched.body.contains("name=\"party.\(known)\""))
            #expect(form.status == .ok)
            var fields = FormFields(searched.body)
            for (name, value) in [
                ("latin", "Sara <i>"), ("born", "١٩٨٥"), ("gender", "woman"), ("contact", "ar"),
                ("language1", "ar"), ("language2", "so"), ("interpreter", "yes"),
                ("day.2", "on"), ("start", "17:30"), ("end", "19:30"), ("childcare", "2"),
                ("openTo", "women"), ("group", world.group.id.description),
                ("applied", "2020-04-01"), ("reason", "Ringde"), ("party.\(known)", "together"),
            ] {
                fields[name] = value
            }
            fields["party.\(world.people[0])"] = "apart"
            let saved = try await browser.post(list + "/new", fields.fields)
            #expect(saved.status == .seeOther)
            let done = try await browser.get(try #require(saved.location))
            #expect(done.body.contains("Klart: anmälan. Personer: 2."))
            #expect(done.body.contains("Sara &lt;i&gt;"))
            let again = try await browser.post(list + "/new", fields.fields)
            #expect(again.location == list + "?saved=before")
            let told = try await browser.get(list + "?saved=before")
            #expect(told.body.contains("Anmälan var redan sparad. Ingenting är ändrat."))
        }
        let rows = try await rows(world)
        #expect(rows.count == 5)
        let sara = try #require(rows.first { $0.name.latin == "Sara <i>" })
        #expect(sara.languages == [.arabic, .somali])
        #expect(sara.gender == .woman)
        #expect(sara.childcare == 2)
        #expect(sara.appliedOn == LocalDate("2020-04-01"))
        #expect(sara.together == [known])
        #expect(sara.apart == [world.people[0]])
        #expect(sara.wishes[.openTo] == .openTo(.women))
        #expect(sara.wishes[.group] == .group(world.group.id))
        let slot = try #require(
            WishedSlot(
                weekday: .tuesday, start: TestWorld.clock("17:30"),
                end: TestWorld.clock("19:30")))
        #expect(sara.wishes[.slots] == .slots([slot]))
        let found = try await world.desk.findPeople("Sara", as: .commandOperator)
        #expect(found.first?.birthYear == 1985)
    }

    @Test func `what is wrong is told beside each field, and nothing typed is lost`() async throws {
        let (world, _) = try await world()
        try await world.visit(as: "anna") { browser in
            let faulty = try await browser.submit(list + "/new?person=new", to: list + "/new") {
                $0["born"] = "85"
                $0["childcare"] = "<många>"
                $0["applied"] = "2020-05-01"
                $0["end"] = "19:30"
                $0["reason"] = "Ringde"
            }
            #expect(faulty.status == .badRequest)
            for message in [
                "Skriv ett namn, med den ena skriften eller båda.",
                "Välj minst ett kursspråk.", "Skriv födelseåret med fyra siffror",
                "Antalet barn är ett tal från 0 till 20.",
                "Skriv en dag som inte ligger framåt", "Välj minst en dag.",
            ] {
                #expect(faulty.body.components(separatedBy: message).count == 3)
            }
            for value in ["85", "&lt;många&gt;", "2020-05-01", "19:30", "Ringde"] {
                #expect(faulty.body.contains("value=\"\(value)\""))
            }
            #expect(faulty.body.contains("href=\"#born\""))
        }
        #expect(try await rows(world).count == 3)
    }

    /// Sends the form of somebody new, as it was saved before or as it is typed now.
    private func send(
        _ name: String, _ form: FormFields, _ change: (inout FormFields) -> Void = { _ in },
        in browser: Browser
    ) async throws -> Answer {
        var form = form
        form["native"] = name
        form["language1"] = "ar"
        form["born"] = "1985"
        change(&form)
        return try await browser.post(list + "/new", form.fields)
    }

    @Test(arguments: [false, true])
    func `an old form with somebody else in it is told of, and saves them when sent again`(
        isUndone: Bool
    ) async throws {
        let (world, _) = try await world()
        try await world.visit(as: "anna") { browser in
            let form = FormFields(try await browser.get(list + "/new?person=new").body)
            let first = try await send("سارة", form, in: browser)
            let done = try await browser.get(try #require(first.location))
            if isUndone {
                let undoing = try await browser.post(
                    list + "/preview", FormFields(done.body).fields)
                let undone = try await browser.post(
                    list + "/take", FormFields(undoing.body).fields)
                #expect(undone.status == .seeOther)
            }
            let other = try await send("ليلى", form, in: browser)
            #expect(other.status == .conflict)
            #expect(other.body.contains("Formuläret har redan sparats en gång"))
            #expect(FormFields(other.body)["native"] == "ليلى")
            #expect(try await rows(world).count == (isUndone ? 3 : 4))
            let saved = try await browser.post(list + "/new", FormFields(other.body).fields)
            #expect(saved.location?.contains("?done=") == true)
        }
        let names = try await rows(world).dropFirst(3).map(\.name.native)
        #expect(names == (isUndone ? ["ليلى"] : ["سارة", "ليلى"]))
    }

    @Test func `an old form with other wishes, or of another year, is not taken as saved`()
        async throws
    {
        let (world, _) = try await world()
        try await world.visit(as: "anna") { browser in
            let form = FormFields(try await browser.get(list + "/new?person=new").body)
            _ = try await send("سارة", form, in: browser)
            for (name, value) in [
                ("born", "1986"), ("gender", "woman"), ("language2", "so"), ("childcare", "1"),
                ("openTo", "women"), ("applied", "2020-04-01"), ("interpreter", "no"),
                ("party.\(world.people[0])", "apart"),
            ] {
                let other = try await send("سارة", form, { $0[name] = value }, in: browser)
                #expect(other.status == .conflict, "\(name)")
            }
            let same = try await send("سارة", form, in: browser)
            #expect(same.location == list + "?saved=before")
        }
        #expect(try await rows(world).count == 4)
    }

    @Test func `an old form tells nobody what somebody protected is called`() async throws {
        let (world, _) = try await world()
        try await world.visit(as: "anna") { browser in
            let form = FormFields(try await browser.get(list + "/new?person=new").body)
            _ = try await send("سارة", form, in: browser)
            let new = try #require(form["new"].flatMap { Person.ID($0) })
            try await world.desk.protect(new, level: .sekretessmarkering, as: .commandOperator)
            for name in ["سارة", "ليلى"] {
                let told = try await send(name, form, in: browser)
                #expect(told.status == .conflict)
                #expect(told.body.contains("Formuläret har redan sparats en gång"))
            }
        }
    }

    @Test(arguments: ["0026-04-21", "2015-04-20"])
    func `a day of application that lies far back is told beside its field`(
        _ date: String
    ) async throws {
        let (world, _) = try await world()
        try await world.visit(as: "anna") { browser in
            let form = FormFields(try await browser.get(list + "/new?person=new").body)
            let told = try await send("سارة", form, { $0["applied"] = date }, in: browser)
            #expect(told.status == .badRequest)
            #expect(told.body.contains("ligger mer än fem år tillbaka. Kontrollera årtalet."))
            #expect(told.body.contains("href=\"#applied\""))
        }
        #expect(try await rows(world).count == 3)
    }

    @Test func `whoever is in the round already is not enrolled again`() async throws {
        let (world, _) = try await world()
        try await world.visit(as: "anna") { browser in
            let address = list + "/new?person=\(world.people[0])"
            let refused = try await browser.submit(address, to: list + "/new") { _ in }
            #expect(refused.status == .conflict)
            #expect(refused.body.contains("Personen Amal Hassan har redan en plats"))
            let forged = try await browser.submit(address, to: list + "/new") {
                $0["person"] = "<nobody>"
            }
            #expect(forged.status == .badRequest)
        }
    }

    @Test func `an application is undone with all that came with it`() async throws {
        let (world, known) = try await world()
        try await world.visit(as: "anna") { browser in
            let saved = try await browser.submit(
                list + "/new?person=\(known)", to: list + "/new"
            ) {
                $0["party.\(world.people[0])"] = "together"
            }
            let done = try await browser.get(try #require(saved.location))
            let row = try #require(try await rows(world).first { $0.enrolment.person == known })
            #expect(row.together == [world.people[0]])
            let undoing = try await browser.post(list + "/preview", FormFields(done.body).fields)
            let undone = try await browser.post(list + "/take", FormFields(undoing.body).fields)
            #expect(undone.status == .seeOther)
        }
        let after = try await rows(world)
        #expect(after.allSatisfy { $0.together.isEmpty })
        #expect(after.count == 3)
    }

    @Test func `a protected person is an alias in the search, the form and the letter`()
        async throws
    {
        let (world, known) = try await world()
        try await world.desk.apply(
            NewApplication(people: [known], round: world.round.code), as: .commandOperator)
        try await world.desk.offer(
            OfferRequest(
                people: [known], group: world.group.id, until: TestWorld.today.adding(days: 7),
                reason: "Talar arabiska", inSpiteOfRules: true),
            as: .commandOperator)
        try await world.desk.protect(known, level: .sekretessmarkering, as: .commandOperator)
        try await world.visit(as: "anna") { browser in
            for address in [
                "/new?q=Hodan", "/new?person=\(known)", "/letter?person=\(known)", "/paste", "",
            ] {
                let page = try await browser.get(list + address)
                #expect(page.status == .ok)
                #expect(!page.body.contains("Hodan &lt;b&gt;"))
            }
        }
    }
}
