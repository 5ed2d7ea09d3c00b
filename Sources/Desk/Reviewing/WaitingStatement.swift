package import Courses
import JSONReading
import Store

/// Something that was said and counts for nothing until an administrator has looked at it.
package struct WaitingStatement: Sendable {
    package let id: ActID
    /// Kept, or needing review.
    package let outcome: ActOutcome
    /// Nil where it names no session that is known.
    package let session: SessionOverview?
    /// The session that it names, known or not; nil where it can't be read.
    package let namedSession: Session.ID?
    /// Nil where it can't be read.
    package let statement: Act.Statement?
    /// When it was said, by the device's clock set right.
    package let happenedAt: Instant
    package let arrivedAt: Instant
    /// Who said it; nil is the command's operator.
    package let by: DisplayName?
    /// About whom; somebody added on the spot by the name that was given.
    package let name: DisplayName?
    /// What counts now.
    package let standing: PastValueAnswer?
    /// Of the thing now; 0 where nothing has been said of it.
    package let version: Int
    /// What taking it in would come to.
    package let takingIn: Prospect
    /// The same, of a guest; nil where that is nothing else.
    package let asGuest: Prospect?

    package init(
        id: ActID, outcome: ActOutcome, session: SessionOverview?,
        namedSession: Session.ID?, statement: Act.Statement?,
        happenedAt: Instant, arrivedAt: Instant, by: DisplayName?, name: DisplayName?,
        standing: PastValueAnswer?, version: Int, takingIn: Prospect, asGuest: Prospect?
    ) {
        self.id = id
        self.outcome = outcome
        self.session = session
        self.namedSession = namedSession
        self.statement = statement
        self.happenedAt = happenedAt
        self.arrivedAt = arrivedAt
        self.by = by
        self.name = name
        self.standing = standing
        self.version = version
        self.takingIn = takingIn
        self.asGuest = asGuest
    }

    package enum Prospect: Sendable, Equatable {
        case possible
        /// After a sign-off a change is a correction, with a reason.
        case possibleWithReason
        /// It is so already; there is nothing to take in.
        case alreadySo
        case against(KeptRule)

        package var isPossible: Bool { self == .possible || self == .possibleWithReason }
    }
}

/// What an administrator does with statements that wait.
package enum Settlement: String, CaseIterable, Sendable {
    /// It counts from now on, said by the administrator.
    case takeIn
    /// The same, of a guest.
    case asGuest
    /// What counts now stays.
    case setAside
}

/// What became of one.
package struct SettledStatement: Sendable, Equatable {
    package let id: ActID
    package let outcome: Outcome

    package init(id: ActID, outcome: Outcome) {
        self.id = id
        self.outcome = outcome
    }

    package enum Outcome: Sendable, Equatable {
        case takenIn, setAside
        /// It was so already; it waits no longer.
        case alreadySo
        /// Still waits: taking it in would break this rule.
        case against(KeptRule)
        /// Still waits: after a sign-off it needs a reason.
        case reasonNeeded
        /// Still waits: somebody has changed the thing since it was shown.
        case changedSince
        /// Still waits: at the session that was chosen something else is said already.
        case differsThere
        /// Somebody settled it before.
        case settledBefore
    }
}

extension WaitingAct {
    /// What the device said; nil where it can't be read.
    var said: Act? {
        guard let payload,
            let document = try? JSONDocument(Array(payload.utf8), depth: 16)
        else { return nil }
        return Act(document.root)
    }
}
