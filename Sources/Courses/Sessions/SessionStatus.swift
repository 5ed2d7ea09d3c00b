/// What became of a session, derived from what is stored at a moment.
package enum SessionStatus: String, CaseIterable, Sendable, Codable {
    /// Not yet past its end, and not taken.
    case upcoming
    case cancelled
    case notHeld
    /// Held, with a counting mark made at or after its start, or a sign-off.
    case taken
    /// Past its end without any such mark or sign-off.
    case notTaken
}

/// What has been said of a session that bears on whether it was held.
package struct SessionEvidence: Sendable, Equatable {
    package var state: SessionState
    package var endsAt: Instant
    /// The leader has said that it was held.
    package var saidHeld: Bool
    package var signedOff: Bool
    package var hasHeadcount: Bool
    /// A mark that counts and was made at or after the session's start.
    package var hasMarkSinceStart: Bool

    package init(
        state: SessionState, endsAt: Instant, saidHeld: Bool, signedOff: Bool,
        hasHeadcount: Bool, hasMarkSinceStart: Bool
    ) {
        self.state = state
        self.endsAt = endsAt
        self.saidHeld = saidHeld
        self.signedOff = signedOff
        self.hasHeadcount = hasHeadcount
        self.hasMarkSinceStart = hasMarkSinceStart
    }

    package var isHeld: Bool {
        !state.isCalledOff && (saidHeld || signedOff || hasHeadcount || hasMarkSinceStart)
    }

    package var isTaken: Bool {
        !state.isCalledOff && (signedOff || hasMarkSinceStart)
    }

    package func status(at now: Instant) -> SessionStatus {
        switch state {
        case .cancelled: .cancelled
        case .notHeld: .notHeld
        case .planned: isTaken ? .taken : now >= endsAt ? .notTaken : .upcoming
        }
    }
}
