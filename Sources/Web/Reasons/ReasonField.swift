import Courses
import Localisation

/// Where a reason is asked for: a list to choose from, where there is one, and words of one's own.
struct ReasonField: Sendable {
    /// Of the words' field, and its id.
    let name: String
    let id: String
    let choice: ReasonChoice?
    let label: String
    let help: String?
    let value: String
    let fault: String?
    /// Letters.
    let limit: Int

    /// - Parameters:
    ///   - given: what was submitted, as `ReasonText` reads it.
    ///   - group: tells the fields apart from others of the page.
    init(
        _ label: Message, name: String = "reason", in group: String? = nil, offered: [Reason],
        given: String?, help: Message? = nil, fault: String? = nil, limit: Int = 500,
        for visitor: Visitor
    ) {
        let codes = Set(offered.map(\.code))
        let given = ReasonText(given ?? "") { codes.contains($0) }
        self.name = name
        id = group.map { "\(name)-\($0)" } ?? name
        choice = ReasonChoice(
            name: name + ".listed", id: id + "-listed", label: label, offered: offered,
            chosen: given.code, visitor)
        self.label = visitor.say(choice == nil ? label : Message("reason.other"))
        self.help = help.map(visitor.say)
        value = given.ownWords ?? ""
        self.fault = fault
        self.limit = limit
    }
}

/// A list of reasons to choose from.
struct ReasonChoice: Sendable {
    let name: String
    let id: String
    let label: String
    let options: [ReasonOption]

    /// Nil where none is offered.
    init?(
        name: String, id: String, label: Message, offered: [Reason], chosen: String?,
        _ visitor: Visitor
    ) {
        guard !offered.isEmpty else { return nil }
        self.name = name
        self.id = id
        self.label = visitor.say(label)
        options = ReasonOption.all(offered.map(\.listed), chosen: chosen, visitor)
    }
}

struct ReasonOption: Sendable {
    /// Empty for none.
    let value: String
    let text: String
    let isChosen: Bool

    static func all(
        _ offered: [ListedReason], chosen: String?, _ visitor: Visitor
    ) -> [ReasonOption] {
        let none = ReasonOption(value: "", text: "–", isChosen: false)
        return [none]
            + offered.map {
                ReasonOption(
                    value: $0.code, text: visitor.localiser.words($0), isChosen: $0.code == chosen)
            }
    }
}

extension Form {
    /// What was chosen of a list, what was written beside it, or both; nil for neither. Nothing that
    /// is written there is a code.
    func reason(_ name: String = "reason", upTo limit: Int = 500) -> String? {
        let code = string(name + ".listed").flatMap { ReasonText.isCode($0) ? $0 : nil }
        let words = string(name).map { ReasonText.free(String($0.prefix(limit))) }
        return ReasonText(code: code, words: words).text
    }
}
