import Cryptography
import Testing

struct SealingTests {
    private let key = SealingKey(Array(repeating: 1, count: 32))

    @Test(arguments: ["", "a", "Åsa Öberg", String(repeating: "ሰላም ", count: 1000)])
    func `what is sealed opens, with its key and in its context alone`(_ text: String) throws {
        let (plain, context) = (Array(text.utf8), Array("name of 7".utf8))
        let sealed = try key.seal(plain, context: context)
        #expect(sealed.count == 12 + plain.count + 16)
        #expect(try key.open(sealed, context: context) == plain)
        #expect(throws: CryptographyError.doesNotOpen) {
            try key.open(sealed, context: Array("name of 8".utf8))
        }
        #expect(throws: CryptographyError.doesNotOpen) { try key.open(sealed, context: []) }
        let other = SealingKey(Array(repeating: 2, count: 32))
        #expect(throws: CryptographyError.doesNotOpen) { try other.open(sealed, context: context) }
    }

    @Test func `a text is sealed otherwise each time`() throws {
        let sealed = try (0..<100).map { _ in try key.seal([1, 2, 3], context: []) }
        #expect(Set(sealed.map { Array($0.prefix(12)) }).count == 100)
        #expect(Set(sealed.map { Array($0.dropFirst(12)) }).count == 100)
    }

    @Test func `damage anywhere is seen`() throws {
        let sealed = try key.seal(Array("amina".utf8), context: [9])
        for place in sealed.indices {
            var damaged = sealed
            damaged[place] ^= 1
            #expect(throws: CryptographyError.doesNotOpen) { try key.open(damaged, context: [9]) }
        }
        for length in 0..<sealed.count {
            #expect(throws: CryptographyError.doesNotOpen) {
                try key.open(Array(sealed.prefix(length)), context: [9])
            }
        }
    }

    /// Test cases 13 and 14 of McGrew and Viega's specification of GCM: a key and nonce of zeros.
    @Test func `a seal is GCM's`() throws {
        let zeros = SealingKey(Array(repeating: 0, count: 32))
        let nonce = [UInt8](repeating: 0, count: 12)
        let empty = nonce + bytes("530f8afbc74536b9a963b4f1c4cb738b")
        #expect(try zeros.open(empty, context: []) == [])
        let block =
            nonce + bytes("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919")
        #expect(try zeros.open(block, context: []) == Array(repeating: 0, count: 16))
    }

    private func bytes(_ text: String) -> [UInt8] {
        stride(from: 0, to: text.count, by: 2).compactMap {
            UInt8(text.dropFirst($0).prefix(2), radix: 16)
        }
    }
}
