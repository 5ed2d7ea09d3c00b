package import Courses

extension Desk {
    /// Whether somebody may set up everything, or rounds or groups alone.
    ///
    /// - Throws: `NotAllowed` for whoever may set up nothing.
    package func organisesAll(as actor: Actor) throws -> Bool {
        try Policy.requireAnywhere(actor, .organise, date: today)
        return Policy.allows(actor, .organise, on: .organisation, date: today)
    }
}
