import Courses
import Localisation
import Statistics

extension FiguresFilterError: Wordable {
    var worded: WordedError {
        switch self {
        case .unknownDimension(let text):
            WordedError(
                .invalid, "unknownDimension",
                Message(
                    "figures.error.dimension",
                    ["text": .text(text), "known": .list(Dimension.allCases.map(\.rawValue))]))
        case .unknownValue(let dimension, let text, let known):
            WordedError(
                .notFound, "unknown.\(dimension.rawValue)",
                known.isEmpty
                    ? Message(
                        "figures.error.noValue",
                        ["text": .text(text), "dimension": .text(dimension.rawValue)])
                    : Message(
                        "figures.error.value",
                        [
                            "text": .text(text), "dimension": .text(dimension.rawValue),
                            "known": .list(Self.few(known)),
                        ]))
        case .ambiguousGroup(let text, let known):
            WordedError(
                .invalid, "groupNameAmbiguous",
                Message(
                    "figures.error.group",
                    ["text": .text(text), "known": .list(Self.few(known))]))
        case .notForCounty(let dimension):
            WordedError(
                .invalid, "notForCounty",
                Message(
                    "figures.error.county", ["dimension": .text(dimension.rawValue)]))
        case .unknownNumber(let text):
            WordedError(
                .notFound, "unknown.measure",
                Message(
                    "figures.error.measure",
                    ["text": .text(text), "known": .list(CountedNumber.allCases.map(\.code))]))
        case .noMeaning(let number):
            WordedError(
                .invalid, "noMeaning",
                Message("figures.error.noMeaning", ["measure": .text(number.code)]))
        case .tellsOfProtected:
            WordedError(
                .notAllowed, "tellsOfProtected", Message("figures.error.tellsOfProtected"))
        }
    }

    private static func few(_ known: [String]) -> [String] {
        known.count > 24 ? known.prefix(24) + ["…"] : known
    }
}
