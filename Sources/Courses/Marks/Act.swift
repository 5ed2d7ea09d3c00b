/// One thing said on a device, as it arrives; made there, with its id.
package struct Act: Sendable, Equatable {
    package let id: ActID
    /// The device's running number; a later act of the same device has a higher one.
    package let sequence: Int
    package let session: Session.ID
    /// When it was done, by the device's clock.
    package let at: Instant
    package let statement: Statement

    package init(
        id: ActID, sequence: Int, session: Session.ID, at: Instant, statement: Statement
    ) {
        self.id = id
        self.sequence = sequence
        self.session = session
        self.at = at
        self.statement = statement
    }
}

extension Act {
    /// What an act says. `base` is the version that the device last saw of the thing it changes;
    /// 0 where it saw none.
    package enum Statement: Sendable, Equatable {
        case mark(Person.ID, Mark, base: Int, reason: String?)
        case clear(Person.ID, base: Int, reason: String?)
        case headcount(HeadcountKey, count: Int, base: Int, reason: String?)
        /// Someone added on the spot; a guest until an administrator matches them.
        case person(Person.ID, PersonName)
        case note(String, base: Int)
        case sessionState(ToldState, base: Int, reason: String?)
        case signOff(base: Int)
        /// Takes back any act but a sign-off.
        case retract(ActID)
    }
}

/// What a leader says of a session afterwards.
package enum ToldState: String, CaseIterable, Sendable, Codable {
    case held, notHeld
}

/// What a headcount counts: a category that is data, and what is known of those counted.
package struct HeadcountKey: Sendable, Hashable {
    package let category: String
    package let language: Language?
    package let gender: Gender?
    package let ageBand: String?

    package init(category: String, language: Language?, gender: Gender?, ageBand: String?) {
        self.category = category
        self.language = language
        self.gender = gender
        self.ageBand = ageBand
    }
}

/// An act's id: the 128 bits of a UUID, written in lower case with hyphens.
package struct ActID: Sendable, Hashable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}

extension ActID: LosslessStringConvertible {
    package var description: String {
        let digits = Array((hexadecimal(high) + hexadecimal(low)).utf8)
        let fields = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        return fields.map { String(decoding: digits[$0], as: UTF8.self) }.joined(separator: "-")
    }

    /// Reads the usual 36 characters, in either case.
    package init?(_ description: String) {
        let fields = description.split(separator: "-", omittingEmptySubsequences: false)
        guard fields.map(\.utf8.count) == [8, 4, 4, 4, 12] else { return nil }
        let digits = fields.joined()
        guard digits.utf8.count == 32, digits.allSatisfy(\.isHexDigit),
            let high = UInt64(digits.prefix(16), radix: 16),
            let low = UInt64(digits.suffix(16), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }
}

private func hexadecimal(_ bits: UInt64) -> String {
    let digits = String(bits, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}
