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
    let faultTitle: String?
    /// Where there is somebody to be registered.
    let newPerson: NewPersonFields?
    let choices: [ApplicationChoice]
    let languageFault: String?
    let daysLabel: String
    let days: [ApplicationTick]
    let fields: [ApplicationField]
    let companyLabel: String
    let companyHelp: String
    let queryLabel: String
    let query: String
    let findLabel: String
    let foundText: String?
    let company: [ApplicationTick]
    let reasonLabel: String
    let reasonHelp: String
    let reason: String
    let submitLabel: String
}

struct NewPersonFields: Sendable {
    let title: String
    let nameFields: [ApplicationField]
    let nameFault: String?
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
    let other: String?
    let isChosen: Bool
}
