import Courses
import Desk
import Localisation

struct PeoplePage: Page {
    static let template = "people"

    let layout: Layout
    let script: String
    let heading: String
    let introText: String
    let label: String
    let query: String
    let submitLabel: String
    let found: FoundList
    let duplicatesText: String
    let unmatchedText: String
}

/// What stands below the form, alone.
struct FoundPage: Page {
    static let template = "found"

    let found: FoundList
}

struct FoundList: Sendable {
    /// Empty before anything was asked.
    let countText: String
    let people: [FoundCard]
}

struct FoundCard: Sendable {
    let name: String
    let otherName: String?
    let bornText: String?
    let groupsText: String?
    let externalID: String?
    let reasons: [ReasonLine]
}

struct ReasonLine: Sendable {
    let text: String
}

extension PeoplePage {
    init(
        layout: (_ title: String) -> Layout, script: String, visitor: Visitor, query: String,
        people: [FoundPerson]
    ) {
        heading = visitor.say(Message("people.title"))
        self.layout = layout(heading)
        self.script = script
        introText = visitor.say(Message("people.intro"))
        label = visitor.say(Message("people.label"))
        self.query = query
        submitLabel = visitor.say(Message("people.submit"))
        found = FoundList(people, query: query, visitor: visitor)
        duplicatesText = visitor.say(Message("duplicates.title"))
        unmatchedText = visitor.say(Message("unmatched.title"))
    }
}

extension FoundList {
    init(_ people: [FoundPerson], query: String, visitor: Visitor) {
        let isAsked = !query.allSatisfy(\.isWhitespace)
        countText =
            isAsked
            ? visitor.say(Message("people.count", ["count": .number(people.count)])) : ""
        self.people = people.map { FoundCard($0, visitor: visitor) }
    }
}

extension FoundCard {
    init(_ person: FoundPerson, visitor: Visitor, showsReasons: Bool = true) {
        let shown = ShownName(person.name, visitor: visitor)
        name = shown.first
        otherName = shown.other
        bornText = person.birthYear.map {
            visitor.say(Message("people.born", ["year": .text(String($0))]))
        }
        groupsText = person.groups.isEmpty ? nil : visitor.localiser.list(person.groups)
        externalID = person.externalID
        reasons =
            showsReasons ? person.match.messages.map { ReasonLine(text: visitor.say($0)) } : []
    }
}
