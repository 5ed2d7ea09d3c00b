/// What became of an act; each act has exactly one.
package enum ActOutcome: Sendable, Equatable {
    case accepted
    /// Already so, or overtaken by a later act of the same device.
    case merged
    /// Another device changed the thing since `base`; the one that came first counts.
    case needsReview
    /// It breaks a rule; it is stored and counts for nothing until an administrator takes it in.
    case kept(KeptRule)

    package var code: String {
        switch self {
        case .accepted: "accepted"
        case .merged: "merged"
        case .needsReview: "needsReview"
        case .kept: "kept"
        }
    }
}

/// The rule that a kept act breaks.
package enum KeptRule: String, CaseIterable, Sendable, Codable {
    case notOnRoster, calledOff, signedOff, notYet, outsideRight, unknownSession, unknownPerson
    case malformed
}

/// What the store knows about the thing that an act would change, and about its session.
package struct ActContext: Sendable {
    package var session: Session
    package var isSignedOff: Bool
    /// The actor's right to the session, judged when the act was done.
    package var hasRight: Bool
    /// True for acts about no one, too.
    package var personIsKnown: Bool
    /// On the roster of this session; for a make-up, of the session that it stands in for.
    package var isOnRoster: Bool
    /// True unless the act names another session that does not exist.
    package var otherSessionIsKnown: Bool
    package var current: CurrentStatement
    /// The act would change nothing.
    package var isAlreadySo: Bool

    package init(
        session: Session, isSignedOff: Bool, hasRight: Bool, personIsKnown: Bool,
        isOnRoster: Bool, otherSessionIsKnown: Bool, current: CurrentStatement, isAlreadySo: Bool
    ) {
        self.session = session
        self.isSignedOff = isSignedOff
        self.hasRight = hasRight
        self.personIsKnown = personIsKnown
        self.isOnRoster = isOnRoster
        self.otherSessionIsKnown = otherSessionIsKnown
        self.current = current
        self.isAlreadySo = isAlreadySo
    }
}

/// Which act a thing has its present state from.
package struct CurrentStatement: Sendable, Equatable {
    /// 0 when nothing has been said.
    package let version: Int
    package let isFromSameDevice: Bool
    /// That device's running number; 0 from others.
    package let sequence: Int

    package init(version: Int, isFromSameDevice: Bool, sequence: Int) {
        self.version = version
        self.isFromSameDevice = isFromSameDevice
        self.sequence = sequence
    }

    package static let nothing = CurrentStatement(
        version: 0, isFromSameDevice: false, sequence: 0)
}
