/// An entity's public id: 64 random bits, written as thirteen digits and letters.
///
/// It says nothing of what it names and never changes; the store's own keys stay inside it.
/// The letters are Crockford's base 32, lower case, in which no two look alike; when read, case
/// is ignored and `o`, `i` and `l` are taken for the digits that they look like.
package struct Identifier<Entity>: Hashable, Sendable {
    package let bits: UInt64

    package init(bits: UInt64) {
        self.bits = bits
    }
}

extension Identifier: LosslessStringConvertible {
    package var description: String {
        String(unsafeUninitializedCapacity: 13) { letters in
            for place in 0..<13 {
                letters[place] = Letters.all[Int(truncatingIfNeeded: bits >> (60 - 5 * place)) & 31]
            }
            return 13
        }
    }

    package init?(_ description: String) {
        guard description.utf8.count == 13 else { return nil }
        var bits: UInt64 = 0
        for letter in description.utf8 {
            guard let digit = Letters.digit(letter) else { return nil }
            guard bits >> 59 == 0 else { return nil }
            bits = bits << 5 | UInt64(digit)
        }
        self.init(bits: bits)
    }
}

/// Crockford's base 32, in lower case.
enum Letters {
    static let all = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// By a letter's ASCII code; nil for what is none of them and looks like none.
    static func digit(_ letter: UInt8) -> UInt8? {
        let digit = digits[Int(letter)]
        return digit < 32 ? digit : nil
    }

    private static let digits: [UInt8] = {
        var digits = [UInt8](repeating: 32, count: 256)
        for (digit, letter) in all.enumerated() {
            digits[Int(letter)] = UInt8(digit)
            if letter >= UInt8(ascii: "a") { digits[Int(letter) - 32] = UInt8(digit) }
        }
        for (letters, digit) in [("oO", UInt8(0)), ("iIlL", 1)] {
            for letter in letters.utf8 { digits[Int(letter)] = digit }
        }
        return digits
    }()
}

extension Identifier: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = Identifier(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an id")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
