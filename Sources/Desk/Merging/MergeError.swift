package import Courses

/// Why two persons were not made one; nothing was changed.
package enum MergeError: Error, Sendable, Equatable {
    case obstacles([MergeObstacle])
    /// It is no longer as it was shown.
    case changedSince
    /// Nobody whom a leader added on the spot, or matched already.
    case notUnmatched(Person.ID)
    case notMerge(OperationID)
    case notKeeping(OperationID)
}
