package import Courses

/// What taking two persons for one would do, or why it can't be.
package struct MergePreview: Sendable, Equatable {
    package let kept: MergeSide
    package let other: MergeSide
    package let obstacles: [MergeObstacle]
    /// Nothing where there are obstacles.
    package let effect: MergeEffect
    /// By which it is told whether anything of this has changed.
    package let basis: String

    package init(
        kept: MergeSide, other: MergeSide, obstacles: [MergeObstacle], effect: MergeEffect,
        basis: String
    ) {
        self.kept = kept
        self.other = other
        self.obstacles = obstacles
        self.effect = effect
        self.basis = basis
    }
}

/// Two persons who were made one.
package struct MergedPeople: Sendable, Equatable {
    package let operation: OperationID
    package let kept: Person
    /// Whose id leads to the kept person from then on.
    package let other: Person.ID
    package let effect: MergeEffect
    package let isUndone: Bool

    package init(
        operation: OperationID, kept: Person, other: Person.ID, effect: MergeEffect,
        isUndone: Bool
    ) {
        self.operation = operation
        self.kept = kept
        self.other = other
        self.effect = effect
        self.isUndone = isUndone
    }
}
