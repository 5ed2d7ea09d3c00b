/// What was changed after the sign-off, beside what was signed.
package struct Correction: Sendable, Equatable {
    package let person: Person.ID
    /// Nil when nothing was said of them when it was signed.
    package let signed: Mark?
    /// Why it was changed last.
    package let reason: GivenReason

    package init(person: Person.ID, signed: Mark?, reason: GivenReason) {
        self.person = person
        self.signed = signed
        self.reason = reason
    }
}
