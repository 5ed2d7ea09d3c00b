package import Courses

/// Why a frozen report can't be used as was asked.
package enum ReportError: Error, Sendable, Equatable {
    /// It is no longer what its hash says.
    case damaged(FrozenReport.ID)
    /// Counted anew it is the same.
    case unchanged(FrozenReport.ID)
    /// It restates no other.
    case noRestatement(FrozenReport.ID)
}
