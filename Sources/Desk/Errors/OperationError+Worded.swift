import Courses
import Localisation

extension OperationError: Wordable {
    var worded: WordedError {
        switch self {
        case .roundChanged(let since):
            WordedError(
                .conflict, "roundChanged", Message("error.roundChanged"),
                details: since.isEmpty
                    ? []
                    : [
                        Message(
                            "error.changedSince",
                            ["operations": .list(since.map(\.description))])
                    ])
        case .nobodyNamed: WordedError(.invalid, "nobodyNamed", Message("error.nobodyNamed"))
        case .notInGroup(let person, let name):
            WordedError(
                .conflict, "notInGroup",
                Message(
                    "error.notInGroup",
                    ["person": .text(person.description), "group": .text(name)]))
        case .groupNotEmpty(let name, let people, let offers):
            WordedError(
                .conflict, "groupNotEmpty",
                Message(
                    "error.groupNotEmpty",
                    [
                        "group": .text(name), "people": .number(people),
                        "offers": .number(offers),
                    ]))
        case .groupOpen(let name):
            WordedError(
                .conflict, "groupOpen", Message("error.groupOpen", ["group": .text(name)]))
        case .alreadyPaused(let name, let date):
            WordedError(
                .conflict, "alreadyPaused",
                Message("error.alreadyPaused", ["group": .text(name), "date": .date(date)]))
        case .notPaused(let name):
            WordedError(
                .conflict, "notPaused", Message("error.notPaused", ["group": .text(name)]))
        case .pauseEndsTooSoon:
            WordedError(.invalid, "pauseEndsTooSoon", Message("error.pauseEndsTooSoon"))
        case .nothingToChange(let name):
            WordedError(
                .conflict, "nothingToChange",
                Message("error.nothingToChange", ["group": .text(name)]))
        }
    }
}
