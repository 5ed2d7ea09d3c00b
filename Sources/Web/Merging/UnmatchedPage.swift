import Courses
import Desk
import Localisation

/// Whom leaders added on the spot, each with who that may be.
struct UnmatchedPage: Page {
    static let template = "unmatched"

    let layout: Layout
    let backText: String
    let heading: String
    let introText: String
    let notice: UnmatchedNotice?
    let emptyText: String?
    let people: [UnmatchedCard]
    let more: MergeLine?
}

struct UnmatchedNotice: Sendable {
    let text: String
    let undo: DeviceButton
}

struct UnmatchedCard: Sendable {
    let id: String
    let name: String
    let otherName: String?
    let lines: [MergeLine]
    let likelyHeading: String
    let emptyText: String?
    let likely: [LikelyCard]
    let searchLabel: String
    let submitLabel: String
    let query: String
    let keepAction: String
    let keepLabel: String
}

struct LikelyCard: Sendable {
    let href: String
    let text: String
    let lines: [MergeLine]
}

/// Somebody sought among all for one who was added on the spot.
struct UnmatchedSearch: Sendable {
    let person: Person.ID
    let query: String
    let found: [FoundPerson]
}

extension UnmatchedPage {
    /// - Parameter kept: the operation that just kept somebody as a person of their own.
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, unmatched: UnmatchedPeople,
        search: UnmatchedSearch? = nil, kept: OperationID? = nil
    ) {
        heading = visitor.say(Message("unmatched.title"))
        self.layout = layout(heading)
        backText = visitor.say(Message("people.title"))
        introText = visitor.say(Message("unmatched.intro"))
        notice = kept.map { operation in
            UnmatchedNotice(
                text: visitor.say(Message("unmatched.done")),
                undo: DeviceButton(
                    action: "/people/keepings/\(operation)/undo",
                    label: visitor.say(Message("register.undo"))))
        }
        emptyText = unmatched.people.isEmpty ? visitor.say(Message("unmatched.empty")) : nil
        people = unmatched.people.map { person in
            UnmatchedCard(
                person, search: search?.person == person.person.id ? search : nil,
                visitor: visitor)
        }
        let count = Message("unmatched.more", ["count": .number(unmatched.more)])
        more = unmatched.more > 0 ? MergeLine(text: visitor.say(count)) : nil
    }
}

extension UnmatchedCard {
    init(_ unmatched: UnmatchedPerson, search: UnmatchedSearch?, visitor: Visitor) {
        let person = unmatched.person
        let shown = ShownName(person.name, visitor: visitor)
        id = person.id.description
        name = shown.first
        otherName = shown.other
        lines = [
            unmatched.meeting.map { meeting in
                Message(
                    "unmatched.added",
                    ["date": .date(meeting.date), "groups": .list(meeting.groups)])
            },
            Message("merge.sideMarks", ["count": .number(unmatched.marks)]),
        ].compactMap(\.self).map { MergeLine(text: visitor.say($0)) }
        let found = (search?.found ?? unmatched.likely).filter { $0.id != person.id }
        likelyHeading = visitor.say(Message("unmatched.likely"))
        emptyText = found.isEmpty ? visitor.say(Message("unmatched.nobody")) : nil
        likely = found.map { LikelyCard($0, for: person.id, visitor: visitor) }
        searchLabel = visitor.say(Message("unmatched.search", ["person": .text(shown.first)]))
        submitLabel = visitor.say(Message("people.submit"))
        query = search?.query ?? ""
        keepAction = "/people/unmatched/\(person.id)/keep"
        keepLabel = visitor.say(Message("unmatched.keep", ["person": .text(shown.first)]))
    }
}

extension LikelyCard {
    init(_ found: FoundPerson, for person: Person.ID, visitor: Visitor) {
        let card = FoundCard(found, visitor: visitor)
        href = "/people/merge?one=\(found.id)&other=\(person)"
        text = visitor.say(Message("unmatched.match", ["person": .text(card.name)]))
        lines =
            [card.otherName, card.bornText, card.groupsText, card.externalID].compactMap(\.self)
            .map { MergeLine(text: $0) } + card.reasons.map { MergeLine(text: $0.text) }
    }
}
