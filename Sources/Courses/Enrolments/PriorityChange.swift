/// A priority that somebody was given in a round, by whom and why.
package struct PriorityChange: Sendable, Equatable {
    package let priority: Int
    package let operation: OperationID
    package let at: Instant
    /// Nil is the command's operator.
    package let actor: Person.ID?
    /// Nil also where it is withheld.
    package let reason: String?
    /// There is a reason, but it is for named readers: a protected person is concerned.
    package let isReasonWithheld: Bool
    package let isUndone: Bool

    package init(
        priority: Int, operation: OperationID, at: Instant, actor: Person.ID?, reason: String?,
        isReasonWithheld: Bool, isUndone: Bool
    ) {
        self.priority = priority
        self.operation = operation
        self.at = at
        self.actor = actor
        self.reason = reason
        self.isReasonWithheld = isReasonWithheld
        self.isUndone = isUndone
    }
}
