import Courses
import Desk
import Localisation

/// What stands in the way of an act, in words: people, groups, sessions and operations by what
/// they are called and not by their ids.
struct BoardFault: Sendable {
    let text: String
    let details: [TextLine]
}

extension BoardFault {
    init(_ text: String) {
        self.init(text: text, details: [])
    }

    /// - Parameter names: what ids stand for.
    init(_ error: WordedError, names: [String: String], visitor: Visitor) {
        let say = { (message: Message) in visitor.say(message.naming(names)) }
        let given = { (name: String) in error.message.arguments[name] ?? "" }
        switch error.code {
        // The command's words name options of the command.
        case "tooMany":
            text = say(
                Message(
                    "board.tooMany", ["count": given("count"), "maximum": given("maximum")]))
        case "groupNotEmpty":
            text = say(
                Message(
                    "board.groupNotEmpty",
                    [
                        "group": given("group"), "people": given("people"),
                        "offers": given("offers"),
                    ]))
        case "alreadyPlaced":
            text = say(Message("board.alreadyPlaced", ["person": given("person")]))
        default: text = say(error.message)
        }
        details = error.details.map { TextLine(text: say($0)) }
    }
}

extension Message {
    /// With what ids stand for in their place.
    func naming(_ names: [String: String]) -> Message {
        .init(
            key,
            arguments.mapValues { argument in
                switch argument {
                case .text(let text): .text(names[text] ?? text)
                case .list(let texts): .list(texts.map { names[$0] ?? $0 })
                default: argument
                }
            })
    }
}
