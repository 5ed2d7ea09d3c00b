import Courses
import Localisation

extension EnrolmentError: Wordable {
    var worded: WordedError {
        switch self {
        case .nobodyNamed: WordedError(.invalid, "nobodyNamed", Message("error.nobodyNamed"))
        case .stepImpossible(let person, let from, _):
            WordedError(.conflict, "stepImpossible", Self.message(person, from))
        case .notOffered(let person):
            WordedError(
                .conflict, "notOffered",
                Message("error.notOffered", ["person": .text(person.description)]))
        case .offerExpired(let person, let date):
            WordedError(
                .conflict, "offerExpired",
                Message(
                    "error.offerExpired",
                    ["person": .text(person.description), "date": .date(date)]))
        case .lastDayPast(let date):
            WordedError(
                .invalid, "lastDayPast", Message("error.lastDayPast", ["date": .date(date)]))
        case .inTheFuture(let date):
            WordedError(
                .invalid, "inTheFuture", Message("error.inTheFuture", ["date": .date(date)]))
        case .priorityOutOfRange:
            WordedError(.invalid, "priorityOutOfRange", Message("error.priorityRange"))
        case .childcareOutOfRange:
            WordedError(.invalid, "childcareOutOfRange", Message("error.childcareRange"))
        }
    }

    /// Where they stand says what to do first.
    private static func message(_ person: Person.ID, _ from: EnrolmentStep) -> Message {
        switch from {
        case .placed: Message("error.stepPlaced", ["person": .text(person.description)])
        case .withdrawn, .declined:
            Message("error.stepEnded", ["person": .text(person.description)])
        case .applied, .waitlisted, .offered:
            Message("error.stepEnrolled", ["person": .text(person.description)])
        }
    }
}
