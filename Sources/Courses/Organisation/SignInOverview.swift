/// A sign-in that is in force: somebody's account in one browser.
package struct SignInOverview: Sendable, Equatable {
    package typealias ID = Identifier<SignInOverview>

    package let id: ID
    package let kind: BrowserKind
    package let signedInAt: Instant
    /// The last day on which it was used.
    package let lastSeen: LocalDate
    /// Whether it is the one that asks.
    package let isCurrent: Bool

    package init(
        id: ID, kind: BrowserKind, signedInAt: Instant, lastSeen: LocalDate, isCurrent: Bool
    ) {
        self.id = id
        self.kind = kind
        self.signedInAt = signedInAt
        self.lastSeen = lastSeen
        self.isCurrent = isCurrent
    }
}
