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

extension Act.Statement {
    /// The same said of another; a guest's mark is a member's, where that other is expected.
    package func said(of person: Person.ID, isExpected: Bool) -> Act.Statement {
        switch self {
        case .mark(_, let mark, let base, let reason):
            let isMember = isExpected && mark.role == .guest
            let taken =
                isMember ? Mark(value: mark.value, mode: mark.mode, role: .member) : mark
            return .mark(person, taken, base: base, reason: reason)
        case .clear(_, let base, let reason):
            return .clear(person, base: base, reason: reason)
        case .headcount, .person, .note, .sessionState, .signOff, .retract: return self
        }
    }
}

/// What a leader says of a session afterwards.
package enum ToldState: String, CaseIterable, Sendable, Codable {
    case held, notHeld
}

/// What a headcount counts: a category that is data, and what is known of those counted.
package struct HeadcountKey: Sendable, Hashable {
    /// The category of children who are looked after while their parents take part.
    package static let childcare = "childcare"

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
    /// Lengths of a UUID's five fields, in hexadecimal digits (RFC 9562).
    private static let fields = [8, 4, 4, 4, 12]

    package var description: String {
        var rest = (high, low)
        return String(unsafeUninitializedCapacity: 36) { letters in
            var place = 36
            for (index, length) in Self.fields.enumerated().reversed() {
                for _ in 0..<length {
                    place -= 1
                    letters[place] = Self.digits[Int(rest.1 & 15)]
                    rest = (rest.0 >> 4, rest.1 >> 4 | rest.0 << 60)
                }
                guard index > 0 else { break }
                place -= 1
                letters[place] = UInt8(ascii: "-")
            }
            return 36
        }
    }

    /// Reads the usual 36 characters, in either case.
    package init?(_ description: String) {
        var description = description
        let bits = description.withUTF8 { Self.bits(of: $0) }
        guard let bits else { return nil }
        self.init(high: bits.high, low: bits.low)
    }

    private static func bits(of text: UnsafeBufferPointer<UInt8>) -> (high: UInt64, low: UInt64)? {
        guard text.count == 36 else { return nil }
        var (high, low): (UInt64, UInt64) = (0, 0)
        for (place, letter) in text.enumerated() {
            if place == 8 || place == 13 || place == 18 || place == 23 {
                guard letter == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = digit(letter) else { return nil }
            high = high << 4 | low >> 60
            low = low << 4 | digit
        }
        return (high, low)
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func digit(_ letter: UInt8) -> UInt64? {
        switch letter {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(letter - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(letter - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(letter - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
