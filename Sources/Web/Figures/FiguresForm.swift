import Courses
import Desk
import Localisation
import Statistics

/// A plain form that asks for figures: by what, and of what.
struct FiguresForm: Sendable {
    let title: String
    let isOpen: Bool
    let byLabel: String
    let by: [FigureTick]
    let narrowing: [FigureChoice]
    let compare: FigureTick
    let submitLabel: String
    /// The way back to everything; nil where nothing is narrowed.
    let clear: FigureFile?
}

struct FigureTick: Sendable {
    let name: String
    let value: String
    let label: String
    let isChosen: Bool
}

/// The values of a dimension.
struct FigureChoice: Sendable {
    let label: String
    let isOpen: Bool
    let ticks: [FigureTick]
}

extension FiguresForm {
    init(_ question: FiguresQuestion, _ choices: FiguresChoices, _ visitor: Visitor) {
        let localiser = visitor.localiser
        title = visitor.say(Message("figures.choose"))
        isOpen = !question.by.isEmpty || !question.filter.isEmpty
        byLabel = visitor.say(Message("figures.chooseBy"))
        by = Dimension.allCases.filter { $0 != .municipality }.map { dimension in
            FigureTick(
                name: "by", value: dimension.rawValue, label: localiser(dimension.message),
                isChosen: question.by.contains(dimension))
        }
        let names = choices.names
        narrowing = Dimension.allCases.compactMap { dimension in
            let chosen = question.filter[dimension]
            let values = choices.values(of: dimension).filter {
                choices.offers($0, under: question.filter) || chosen.contains($0.code)
            }
            guard values.count > 1 || !chosen.isEmpty else { return nil }
            return FigureChoice(
                label: localiser(dimension.message), isOpen: !chosen.isEmpty,
                ticks: values.map { value in
                    FigureTick(
                        name: dimension.rawValue, value: value.code,
                        label: value.text(localiser, names), isChosen: chosen.contains(value.code))
                })
        }
        compare = FigureTick(
            name: "compare", value: "1", label: visitor.say(Message("figures.compare")),
            isChosen: question.compares)
        submitLabel = visitor.say(Message("figures.show"))
        clear =
            question == FiguresQuestion()
            ? nil
            : FigureFile(href: "/figures", text: visitor.say(Message("figures.showAll")))
    }
}

extension FiguresChoices {
    /// Groups and months only of the rounds asked for, so that the lists stay short.
    fileprivate func offers(_ value: DimensionValue, under filter: FiguresFilter) -> Bool {
        guard case .group(let id, _) = value else { return true }
        let round = groups.first { $0.id == id }.flatMap { group in
            rounds.first { $0.id == group.round }
        }
        guard let round else { return false }
        let term = Term(of: round.firstDay).description
        return (filter[.round].isEmpty || filter[.round].contains(round.code))
            && (filter[.term].isEmpty || filter[.term].contains(term))
    }
}
