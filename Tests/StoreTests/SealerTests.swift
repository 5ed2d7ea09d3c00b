import FoundationEssentials
import Store
import Testing

/// What stands in every database there is: sealed once, it opens ever after.
struct SealerTests {
    private static let earlier = "AAECAwQFBgcICQoLLRsD5Ur0RT2j17/7i8Fm0Ug9wU7nBULblJyW"

    @Test func `what an earlier version sealed opens`() throws {
        let sealer = try Sealer(key: Array(repeating: 1, count: 32))
        let sealed = try #require(Data(base64Encoded: Self.earlier))
        #expect(try sealer.open(sealed, context: "person_name.latin:7") == "Åsa Öberg")
        #expect(throws: SealError.unreadable) {
            try sealer.open(sealed, context: "person_name.latin:8")
        }
    }

    @Test func `a number is found under the digest of an earlier version`() throws {
        let sealer = try Sealer(key: Array(repeating: 1, count: 32))
        let index = sealer.blindIndex("199002032382", kind: "identifier")
        #expect(
            index.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                == "c330d9dbdf2c228688405ae3a8d8010b8b4678365966def240de1a38ac298aeb")
    }

    @Test(arguments: [0, 31, 33])
    func `a key has 32 bytes`(_ count: Int) {
        #expect(throws: SealError.wrongLength) {
            try Sealer(key: Array(repeating: 1, count: count))
        }
    }
}
