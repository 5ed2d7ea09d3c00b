/// One thing that `doctor` looks at.
package enum HealthCheck: String, CaseIterable, Sendable {
    case integrity, foreignKeys, journalMode, synchronous, schemaVersion, key, keyFile
    /// Each mark is what the last accepted act about it says.
    case marksFollowLog
    /// Whoever was merged into another is nowhere by themselves.
    case mergesHold
    /// Nobody stands in two places of a round on one day.
    case placementsApart
    /// Of nobody protected a name lies open.
    case protectedNamesSealed
    /// Everybody is found by their open names and by nothing else.
    case namesFound
    /// What is kept so that figures are quick is what the rows say.
    case figuresKept
    /// Each frozen report is what its hash says.
    case reportsIntact
    /// Each certificate is what its hash says, and no two stand for the same.
    case certificatesHold
}

/// What a check found.
package struct HealthFinding: Sendable, Equatable {
    package let check: HealthCheck
    /// 0 is well.
    package let faults: Int
    /// The numbers or ids of those that are known by one; never anybody's.
    package let named: [String]

    package init(check: HealthCheck, faults: Int, named: [String] = []) {
        self.check = check
        self.faults = faults
        self.named = named
    }
}
