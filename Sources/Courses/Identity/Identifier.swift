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
    private static var alphabet: [UInt8] { Array("0123456789abcdefghjkmnpqrstvwxyz".utf8) }

    package var description: String {
        let alphabet = Self.alphabet
        let letters = (0..<13).map { alphabet[Int(truncatingIfNeeded: bits >> (60 - 5 * $0)) & 31] }
        return String(decoding: letters, as: UTF8.self)
    }

    package init?(_ description: String) {
        guard description.utf8.count == 13 else { return nil }
        let alphabet = Self.alphabet
        var bits: UInt64 = 0
        for (index, letter) in description.lowercased().utf8.enumerated() {
            let letter = Self.lookAlikes[letter] ?? letter
            guard let digit = alphabet.firstIndex(of: letter), index > 0 || digit < 16 else {
                return nil
            }
            bits = bits << 5 | UInt64(digit)
        }
        self.init(bits: bits)
    }

    private static var lookAlikes: [UInt8: UInt8] {
        [
            UInt8(ascii: "o"): UInt8(ascii: "0"), UInt8(ascii: "i"): UInt8(ascii: "1"),
            UInt8(ascii: "l"): UInt8(ascii: "1"),
        ]
    }
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
