import Cryptography
import Testing

/// Against the published vectors, so that what an earlier version wrote stays readable.
struct DigestTests {
    /// FIPS 180-4's own example, and no bytes at all.
    @Test func `a digest is SHA-256's`() {
        #expect(
            hexadecimal(SHA256.hash(Array("abc".utf8)))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            hexadecimal(SHA256.hash([]))
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    /// RFC 4231, test case 2.
    @Test(arguments: [
        ["what do ya want for nothing?"], ["what do ya ", "want for ", "", "nothing?"],
    ])
    func `a keyed digest is HMAC's, in however many parts`(_ parts: [String]) {
        let mac = MAC(key: Array("Jefe".utf8))
        for part in parts { mac.add(Array(part.utf8)) }
        #expect(
            hexadecimal(mac.end())
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }

    @Test func `a key of no bytes and one longer than a block are keys`() {
        let digests = [[], Array(repeating: 0xAA, count: 131)].map { (key: [UInt8]) in
            let mac = MAC(key: key)
            mac.add(Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8))
            return hexadecimal(mac.end())
        }
        // RFC 4231, test case 6.
        #expect(
            digests[1] == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
        #expect(digests[0] != digests[1])
    }

    /// RFC 5869, test case 3, as far as a key goes; and the purpose as it is used here.
    @Test func `a key that is derived is HKDF's`() {
        #expect(
            hexadecimal(KeyDerivation.hkdf(Array(repeating: 0x0B, count: 22), for: ""))
                == "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d")
        #expect(
            hexadecimal(KeyDerivation.hkdf(Array(repeating: 1, count: 32), for: "samsprak seal 1"))
                == "a4b8ad4ecd579ab56cdf099dacbe4a843b7ed026d7918614da339dcb5be5301c")
    }

    /// RFC 7914, section 12; and the parameters that passwords are hashed with.
    @Test func `a password's key is scrypt's`() throws {
        #expect(
            hexadecimal(
                try KeyDerivation.scrypt(
                    "", salt: [], rounds: 16, blockSize: 1, parallelism: 1))
                == "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442")
        #expect(
            hexadecimal(
                try KeyDerivation.scrypt(
                    "pässword", salt: Array(repeating: 1, count: 16), rounds: 1 << 14,
                    blockSize: 8, parallelism: 5))
                == "4f9e95bd77a6c39ceb7cc6c4f56174adf2d2c05c8547a4b5e1d1b1fcb8455fe5")
    }

    @Test(arguments: [(0, 8, 1), (3, 8, 1), (16, 0, 1), (16, 8, 0), (-16, 8, 1), (1 << 40, 8, 1)])
    func `parameters that scrypt doesn't take are refused`(
        _ rounds: Int, _ blockSize: Int, _ parallelism: Int
    ) {
        #expect(throws: CryptographyError.notPossible) {
            try KeyDerivation.scrypt(
                "a password", salt: [1], rounds: rounds, blockSize: blockSize,
                parallelism: parallelism)
        }
    }
}

func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}
