import Courses
import Desk
import Localisation

/// What stands in the way of a step, in words: people and groups by name and not by their ids.
struct EnrolmentFault: Sendable {
    let text: String
    let details: [EnrolmentFact]
}

extension EnrolmentFault {
    /// - Parameter names: what ids stand for.
    init(_ error: WordedError, names: [String: String], visitor: Visitor) {
        let given = { (name: String) in error.message.arguments[name] ?? "" }
        let message: Message =
            switch error.code {
            // The command's words name options of the command.
            case "tooMany":
                Message(
                    "board.tooMany", ["count": given("count"), "maximum": given("maximum")])
            case "alreadyPlaced": Message("error.stepPlaced", ["person": given("person")])
            default: error.message
            }
        text = visitor.say(message.called(names))
        details = error.details.map { EnrolmentFact(text: visitor.say($0.called(names))) }
    }
}

extension PlacementObstacle {
    /// - Parameters:
    ///   - person: what they are called.
    ///   - others: those from whom they are kept apart, or with whom they belong.
    func message(_ person: String, _ others: [String]) -> Message {
        let (person, others) = (Argument.text(person), Argument.list(others))
        return switch self {
        case .language: Message("error.obstacleLanguage", ["person": person])
        case .interpreter: Message("error.obstacleInterpreter", ["person": person])
        case .openTo: Message("error.obstacleOpenTo", ["person": person])
        case .childcare: Message("error.obstacleChildcare", ["person": person])
        case .full: Message("error.obstacleFull", ["person": person])
        case .closed: Message("error.obstacleClosed", ["person": person])
        case .apart: Message("error.obstacleApart", ["person": person, "others": others])
        case .party: Message("error.obstacleParty", ["person": person, "others": others])
        }
    }
}
