package import Courses

/// All that has been said of one session, loaded once for a batch of acts and kept up to date
/// while they are saved.
package struct SessionBook {
    package private(set) var overview: SessionOverview
    let key: Int64
    /// By person: the roster, and whoever else has been spoken of.
    package internal(set) var entries: [Person.ID: BookEntry]
    package internal(set) var headcounts: [HeadcountKey: Standing<Int>]
    package internal(set) var words: [SessionWord: Standing<String>]

    package var isSignedOff: Bool { words[.signOff]?.value != nil }

    /// One statement more of this batch waits, for a later one to settle.
    package mutating func addWaiting() {
        overview = overview.with(state: overview.session.state, waiting: overview.waiting + 1)
    }

    /// What was just said of the session holds for the rest of the batch.
    mutating func tell(state value: String?) {
        guard overview.session.state != .cancelled else { return }
        overview = overview.with(
            state: value == "notHeld" ? .notHeld : .planned, waiting: overview.waiting)
    }
}

/// One person in a book.
package struct BookEntry: Sendable {
    let key: Int64
    package let isOnRoster: Bool
    package internal(set) var standing: Standing<Mark>
}

/// What is true of one thing now, and which act it is from.
package struct Standing<Value: Sendable>: Sendable {
    /// Nil when it was cleared, or nothing has been said.
    package var value: Value?
    /// 0 when nothing has been said.
    package var version: Int
    package var act: ActID?
    /// When it was done, by the corrected device clock.
    package var happenedAt: Instant?
    var deviceKey: Int64
    var sequence: Int

    static var nothing: Standing { Standing(version: 0, deviceKey: 0, sequence: 0) }

    /// - Parameter device: nil for one that has not said anything yet.
    package func current(for device: Device?) -> CurrentStatement {
        let isSame = deviceKey == device?.key
        return CurrentStatement(
            version: version, isFromSameDevice: isSame, sequence: isSame ? sequence : 0)
    }
}

/// What is said of a session as a whole.
package enum SessionWord: String, CaseIterable, Sendable {
    case state, signOff, note
}

/// One browser and one account.
package struct Device: Sendable {
    let key: Int64
    /// The account's person; nil for the command's operator.
    let actor: Int64?
}
