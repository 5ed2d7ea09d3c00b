import Courses
import Desk
import Localisation

/// Enrolling one person, or a party, in a round: first who it is, then what they wish.
struct ApplicationPage: Page {
    static let template = "application"

    let layout: Layout
    let backHref: String
    let backText: String
    let heading: String
    let roundName: String
    let search: PersonSearch?
    let form: ApplicationForm?
}

extension ApplicationPage {
    /// - Parameter name: of whoever is known and applies.
    init(
        layout: (_ title: String) -> Layout, words: EnrolmentWords, name: String?,
        search: PersonSearch?, form: ApplicationForm?
    ) {
        let title = words.say(Message("application.title"))
        heading =
            name.map {
                words.say(
                    Message("enrolment.about", ["what": .text(title), "person": .text($0)]))
            } ?? title
        self.layout = layout(heading)
        backHref = words.book.address
        backText = words.say(Message("enrolment.title"))
        roundName = words.book.round.name
        self.search = search
        self.form = form
    }
}

/// Whoever is known is found first, so that nobody is registered twice.
struct PersonSearch: Sendable {
    let action: String
    let label: String
    let query: String
    let submitLabel: String
    let countText: String?
    let people: [PersonChoice]
    let newHref: String
    let newText: String
}

struct PersonChoice: Sendable {
    let name: String
    let otherName: String?
    let detail: String
    /// Nil for whoever is in the round already.
    let way: StepLink?
}

struct ApplicationForm: Sendable {
    let action: String
    let person: String
    let newID: String
    let faults: ApplicationFaults?
    /// Where there is somebody to be registered.
    let newPerson: NewPersonFields?
    /// Best first.
    let languages: [ApplicationChoice]
    let languageFault: String?
    let choices: [ApplicationChoice]
    let daysLabel: String
    let days: [ApplicationTick]
    let times: [ApplicationField]
    let fields: [ApplicationField]
    let companyLabel: String
    let companyHelp: String
    let queryLabel: String
    let query: String
    let findLabel: String
    let foundText: String?
    let company: [ApplicationCompanion]
    let reason: ReasonField
    let submitLabel: String
}

/// All that is wrong, each with a way to its field.
struct ApplicationFaults: Sendable {
    let title: String
    /// What concerns no field.
    let refusals: [TextLine]
    let links: [SessionLink]
}

struct NewPersonFields: Sendable {
    let title: String
    let nameFields: [ApplicationField]
    let choices: [ApplicationChoice]
}

struct ApplicationField: Sendable {
    let name: String
    let label: String
    let value: String
    /// The `type` of its input.
    let type: String
    let direction: String
    let malformed: String?
}

struct ApplicationChoice: Sendable {
    let name: String
    let label: String
    let options: [ApplicationOption]
}

struct ApplicationOption: Sendable {
    let value: String
    let text: String
    let isChosen: Bool
}

struct ApplicationTick: Sendable {
    let name: String
    let text: String
    let isChosen: Bool
}

/// Somebody found for the party, and what they are to be.
struct ApplicationCompanion: Sendable {
    let name: String
    let text: String
    let other: String?
    let options: [ApplicationOption]
}
