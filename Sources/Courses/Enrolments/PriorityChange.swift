/// A priority that somebody was given in a round, by whom and why.
package struct PriorityChange: Sendable, Equatable {
    package let priority: Int
    package let operation: OperationID
    package let at: Instant
    /// Nil is the command's operator.
    package let actor: Person.ID?
    package let reason: GivenReason
    package let isUndone: Bool

    package init(
        priority: Int, operation: OperationID, at: Instant, actor: Person.ID?,
        reason: GivenReason, isUndone: Bool
    ) {
        self.priority = priority
        self.operation = operation
        self.at = at
        self.actor = actor
        self.reason = reason
        self.isUndone = isUndone
    }
}
