package import Courses

/// Acts as one device sent them.
package struct ActBatch: Sendable {
    package let batch: String
    package let device: String
    /// By the device's clock; tells how far it is off.
    package let sentAt: Instant
    /// Whose device it is, if it says so: the account's person. What waits on a phone is never
    /// sent under another's name.
    package let account: Person.ID?
    package let items: [Item]

    /// One act, or what stood where an act should.
    package enum Item: Sendable {
        case act(Act, raw: String)
        /// - Parameters:
        ///   - id: as it stood, or made of the content where none did.
        ///   - given: what the answer calls it.
        case malformed(ActID, given: String, raw: String)
    }

    package init(
        batch: String, device: String, sentAt: Instant, account: Person.ID? = nil, items: [Item]
    ) {
        self.batch = batch
        self.device = device
        self.sentAt = sentAt
        self.account = account
        self.items = items
    }

    /// At most this many acts go into one call.
    package static let limit = 200
}

/// What became of one act.
package struct ActResult: Sendable, Equatable {
    package let id: String
    package let outcome: Outcome
    /// Of the thing now.
    package var version: Int?
    /// What is true of the thing now; nil when nothing is said of it.
    package var standing: PastValueAnswer?

    package enum Outcome: Sendable, Equatable {
        case now(ActOutcome)
        /// Known already, with what it was answered first.
        case repeated(ActOutcome)
    }
}

/// The value that an answer carries.
package enum PastValueAnswer: Sendable, Equatable {
    case mark(Mark)
    case count(Int)
    case word(String)
}
