/// How likely two names are one person's, and why.
package struct NameComparison: Sendable, Equatable {
    /// 0 for nothing in common, 1 for the same name; no probability.
    package let score: Double
    /// Whether it is worth a person's look.
    package let isSuggested: Bool
    /// What speaks for it and against it, in the order of `NameReason`.
    package let reasons: [NameReason]

    package init(score: Double, isSuggested: Bool, reasons: [NameReason]) {
        self.score = score
        self.isSuggested = isSuggested
        self.reasons = reasons
    }
}

/// What speaks for or against two names being one person's.
package enum NameReason: String, Sendable, CaseIterable {
    /// Nothing but case, marks or forms of letters differs.
    case sameSpelling
    /// Each part is the same name, spelled otherwise.
    case spelledOtherwise
    /// Parts sound alike without being the same for certain.
    case soundsAlike
    /// One is in another script.
    case otherScript
    /// The parts stand in another order.
    case otherOrder
    /// What one writes as one word the other writes as two.
    case writtenApart
    /// One has a part that the other lacks.
    case partMissing
    /// A part differs.
    case partDiffers
    case sameBirthYear
    /// One year apart.
    case nearBirthYear
    /// Two years apart or more.
    case otherBirthYear
}
