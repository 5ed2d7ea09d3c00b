import Courses
import Desk
import Localisation

extension BoardFault {
    /// What stands in the way of a step, where the board's words lead back to the board.
    init(ofStep error: WordedError, names: [String: String], visitor: Visitor) {
        guard error.code == "alreadyPlaced" else {
            self.init(error, names: names, visitor: visitor)
            return
        }
        let person = error.message.arguments["person"] ?? ""
        self.init(visitor.say(Message("error.stepPlaced", ["person": person]).naming(names)))
    }
}
