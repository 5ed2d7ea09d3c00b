import Courses
import Desk
import HTTPTypes
import Localisation
import Testing

@testable import Web

struct EntryTests {
    @Test func `a plain form takes keys of any script and saves each as a mark`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        world.time.advance(minutes: 180)
        let session = world.sessions[1].id
        try await world.visit(as: "sara") { browser in
            let address = "/sessions/\(session)/entry"
            var form = FormFields(try await browser.get(address).body)
            form["key.\(world.people[0])"] = "١"
            form["key.\(world.people[1])"] = "a"
            form["key.\(world.people[2])"] = "۵"
            form["late.\(world.people[2])"] = "۱۰"
            let answer = try await browser.post(address, form.fields)
            #expect(answer.location == address + "?saved=3")
            // Sent twice it is the same.
            #expect(
                try await browser.post(address, form.fields).location == address + "?saved=3")
            let page = FormFields(try await browser.get(address).body)
            #expect(world.people.map { page["key.\($0)"] } == ["1", "2", "5"])
            #expect(page["was.\(world.people[2])"] == "5:10")
        }
        let register = try await world.desk.register(of: session, as: .commandOperator)
        let marks = Dictionary(uniqueKeysWithValues: register.rows.map { ($0.person, $0.mark) })
        #expect(marks[world.people[0]]??.value == .present(lateMinutes: nil, leftEarlyMinutes: nil))
        #expect(marks[world.people[1]]??.value == .absent(.notified))
        #expect(marks[world.people[2]]??.value == .present(lateMinutes: 10, leftEarlyMinutes: nil))
        #expect(register.rows.map(\.version) == [1, 1, 1])
    }

    @Test func `an emptied key takes a mark away, and an untouched one says nothing`()
        async throws
    {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        world.time.advance(minutes: 180)
        let session = world.sessions[1].id
        let address = "/sessions/\(session)/entry"
        try await world.visit(as: "sara") { browser in
            var form = FormFields(try await browser.get(address).body)
            for person in world.people { form["key.\(person)"] = "3" }
            _ = try await browser.post(address, form.fields)
            var again = FormFields(try await browser.get(address).body)
            again["key.\(world.people[0])"] = ""
            #expect(try await browser.post(address, again.fields).location == address + "?saved=1")
        }
        let register = try await world.desk.register(of: session, as: .commandOperator)
        let rows = Dictionary(uniqueKeysWithValues: register.rows.map { ($0.person, $0) })
        #expect(rows[world.people[0]]?.mark == nil)
        #expect(rows[world.people[0]]?.version == 2)
        #expect(rows[world.people[1]]?.version == 1)
    }

    @Test(arguments: [
        ("7", "", "Skriv en siffra"), ("5", "", "Skriv minuterna"), ("5", "120", "färre"),
    ])
    func `what can't be understood is said and nothing is lost`(
        key: String, minutes: String, text: String
    ) async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        world.time.advance(minutes: 180)
        let address = "/sessions/\(world.sessions[1].id)/entry"
        try await world.visit(as: "sara") { browser in
            var form = FormFields(try await browser.get(address).body)
            form["key.\(world.people[0])"] = key
            form["late.\(world.people[0])"] = minutes
            form["key.\(world.people[1])"] = "1"
            let answer = try await browser.post(address, form.fields)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.body.contains(text))
            let again = FormFields(answer.body)
            #expect(again["key.\(world.people[0])"] == key)
            #expect(again["key.\(world.people[1])"] == "1")
            #expect(again["rendering"] == form["rendering"])
        }
        let register = try await world.desk.register(
            of: world.sessions[1].id, as: .commandOperator)
        #expect(register.unmarked == 3)
    }

    @Test func `after the sign-off a change needs a reason`() async throws {
        let world = try await TestWorld.make()
        try await world.addUser("sara")
        world.time.advance(minutes: 180)
        let session = world.sessions[1].id
        let address = "/sessions/\(session)/entry"
        try await world.visit(as: "sara") { browser in
            _ = try await browser.submit("/sessions/\(session)/sign-off") { _ in }
            var form = FormFields(try await browser.get(address).body)
            form["key.\(world.people[0])"] = "2"
            let refused = try await browser.post(address, form.fields)
            #expect(refused.status == .unprocessableContent)
            form["reason"] = "Låg i papperet"
            #expect(try await browser.post(address, form.fields).location == address + "?saved=1")
        }
    }

    @Test(arguments: Language.catalogue)
    func `each language's five letters differ and are read whatever their case`(
        _ language: Language
    ) {
        let visitor = Visitor(account: nil, token: nil, localiser: .localiser(for: language))
        let letters = EntryKey.allCases.map { $0.letter(visitor) }
        #expect(Set(letters).count == 5)
        for (key, letter) in zip(EntryKey.allCases, letters) {
            #expect(letter.count == 1)
            #expect(EntryKey(typed: letter.lowercased(), visitor: visitor) == key)
            #expect(EntryKey(typed: letter.uppercased(), visitor: visitor) == key)
        }
    }
}
