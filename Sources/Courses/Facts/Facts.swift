/// What has been recorded of courses, laid out for counting.
///
/// People, rounds, groups, sessions and languages stand in arrays; everything else names them by
/// their position there. Each position lies inside its array, and a session's groups belong to its
/// round. Arrays are in any order. Rows of voided operations are left out.
///
/// Figures over some rounds need only those rounds' rows, and besides them the marks (with their
/// sessions) that make up, in some other round, for a session of theirs.
package struct Facts: Sendable, Equatable {
    /// The four digits of the municipality that runs the courses.
    package var municipality = ""
    /// Each once; fewer than 65,000.
    package var languages: [Language] = []
    package var rounds: [RoundFact] = []
    package var groups: [GroupFact] = []
    package var sessions: [SessionFact] = []
    /// Which groups meet in a session; at least one for each. Where one group must stand for a
    /// joint session, groups come in the order in which they stand here.
    package var sessionGroups: [SessionGroupFact] = []
    package var people: [PersonFact] = []
    /// What people speak and can take a course in, each person's run best first.
    package var spoken: [Int32] = []
    package var placements: [PlacementFact] = []
    package var withdrawals: [WithdrawalFact] = []
    package var marks: Marks = []
    package var headcounts: [HeadcountFact] = []
    package var waits: [WaitFact] = []
    /// Statements that wait for an administrator and belong to no session here: nobody could read
    /// which they meant. They belong to no round either, and so only to figures over everything.
    package var reviewWithoutSession = 0

    package init() {}
}

extension Facts {
    /// Stands for a position that is missing.
    package static let none: Int32 = -1
    /// The day of an interval that has no end.
    package static let open: Int32 = .max
    /// The day of someone whose birth date isn't known.
    package static let unknownDay: Int32 = .min
}
