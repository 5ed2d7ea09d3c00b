import Courses
import Desk
import Localisation

extension PersonSearch {
    init(_ people: [FoundPerson], query: String, words: EnrolmentWords) {
        let book = words.book
        action = book.address + "/new"
        label = words.say(Message("people.label"))
        self.query = query
        submitLabel = words.say(Message("people.submit"))
        countText =
            query.allSatisfy(\.isWhitespace)
            ? nil : words.say(Message("people.count", ["count": .number(people.count)]))
        self.people = people.map { PersonChoice($0, words) }
        newHref = action + "?person=new"
        newText = words.say(Message("application.newPerson"))
    }
}

extension PersonChoice {
    init(_ person: FoundPerson, _ words: EnrolmentWords) {
        let shown = words.both(person.name)
        name = shown.first
        otherName = shown.other
        let row = words.book.row(person.id)
        let isIn = row.map { !$0.mayApplyAgain } ?? false
        let born = person.birthYear.map {
            words.say(Message("people.born", ["year": .text(String($0))]))
        }
        detail = words.visitor.localiser.line([born, row.map(words.state)].compactMap(\.self))
        let label = words.say(Message("application.choose"))
        way =
            isIn
            ? nil
            : StepLink(
                href: words.book.address + "/new?person=\(person.id)", label: label,
                spoken: words.say(
                    Message(
                        "enrolment.about", ["what": .text(label), "person": .text(shown.first)])))
    }
}

extension EnrolmentRow {
    /// Whoever has left or said no waits anew from the day on which they apply again.
    var mayApplyAgain: Bool { EnrolmentStep.applied.mayFollow(enrolment.step) }
}
