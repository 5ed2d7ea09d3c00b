import Localisation
import Testing

@Suite struct TextDecodingTests {
    @Test(arguments: ["", "abc", "Åsa Öberg – 50 €", "أحمد;هدى", "ትግርኛ", "a😀b"])
    func `UTF-8 and UTF-16 decode to the same text, with or without a mark`(
        text: String
    ) throws {
        let utf8 = Array(text.utf8)
        #expect(try TextDecoding.decode(utf8, .utf8) == text)
        #expect(try TextDecoding.decode([0xEF, 0xBB, 0xBF] + utf8, .utf8) == text)
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try TextDecoding.decode(little, .utf16LE) == text)
        #expect(try TextDecoding.decode([0xFF, 0xFE] + little, .utf16LE) == text)
        #expect(try TextDecoding.decode(big, .utf16BE) == text)
        #expect(try TextDecoding.decode([0xFE, 0xFF] + big, .utf16BE) == text)
    }

    @Test func `a mark decides between the two UTF-16`() throws {
        #expect(try TextDecoding.decode([0xFE, 0xFF, 0x00, 0x61], .utf16LE) == "a")
        #expect(try TextDecoding.decode([0xFF, 0xFE, 0x61, 0x00], .utf16BE) == "a")
    }

    @Test func `code pages decode their own letters`() throws {
        #expect(
            try TextDecoding.decode([0xC5, 0x73, 0x61, 0x20, 0x80, 0x96], .windows1252)
                == "Åsa €–")
        #expect(try TextDecoding.decode([0xC3, 0xCD, 0xE3, 0xCF], .windows1256) == "أحمد")
    }

    @Test(arguments: [
        ([0x61, 0xC3], TextEncoding.utf8, DecodingFault.cutShort(offset: 1)),
        ([0x61, 0xE1, 0x88], .utf8, .cutShort(offset: 1)),
        ([0x61, 0xF0, 0x9F, 0x98], .utf8, .cutShort(offset: 1)),
        ([0xEF, 0xBB, 0xBF, 0x61, 0xC3], .utf8, .cutShort(offset: 4)),
        ([0x61, 0xE5, 0x62], .utf8, .malformed(offset: 1)),
        ([0xC0, 0x80], .utf8, .malformed(offset: 0)),
        ([0x61, 0xED, 0xA0, 0x80], .utf8, .malformed(offset: 1)),
        ([0x62, 0xFF], .utf8, .malformed(offset: 1)),
        ([0x61, 0x00, 0x62], .utf16LE, .cutShort(offset: 2)),
        ([0x61, 0x00, 0x3D, 0xD8], .utf16LE, .cutShort(offset: 2)),
        ([0xFF, 0xFE, 0x61, 0x00, 0x3D, 0xD8], .utf16LE, .cutShort(offset: 4)),
        ([0x3D, 0xD8, 0x61, 0x00], .utf16LE, .malformed(offset: 0)),
        ([0x00, 0xDE, 0x61, 0x00], .utf16LE, .malformed(offset: 0)),
        ([0x61, 0x00, 0x00, 0xDE], .utf16LE, .malformed(offset: 2)),
        ([0x61, 0x81], .windows1252, .malformed(offset: 1)),
    ])
    func `bytes that are no text say where`(
        bytes: [UInt8], encoding: TextEncoding, fault: DecodingFault
    ) {
        #expect(throws: fault) { try TextDecoding.decode(bytes, encoding) }
    }

    @Test(arguments: [
        ("namn;språk\nÅsa;arabiska", [TextEncoding.windows1252]),
        ("blå", [.windows1252]), ("Malmö", [.windows1252]), ("plain", [.utf8]), ("", [.utf8]),
    ])
    func `Swedish in Windows-1252 is told from the rest`(
        text: String, encodings: [TextEncoding]
    ) {
        let bytes = text.unicodeScalars.map { UInt8($0.value) }
        #expect(TextDecoding.plausible(bytes) == encodings)
    }

    @Test func `Arabic in Windows-1256 is told from the rest`() {
        let names: [UInt8] = [0xC3, 0xCD, 0xE3, 0xCF, 0x3B, 0xE5, 0xCF, 0xEC, 0x0A]
        #expect(TextDecoding.plausible(Array("name;other\n".utf8) + names) == [.windows1256])
    }

    @Test func `a lone high byte can't be told`() {
        let bytes = Array("x;".utf8) + [0xD6, 0x3B, 0x0A]
        #expect(TextDecoding.plausible(bytes) == [.windows1252, .windows1256])
    }

    @Test func `words of both kinds are both offered`() {
        let both: [UInt8] = [0xC5, 0x73, 0x61, 0x20, 0xC3, 0xCD, 0xE3, 0xCF]
        #expect(Set(TextDecoding.plausible(both)) == [.windows1252, .windows1256])
    }

    @Test func `UTF-8 stays UTF-8 when it is cut or damaged`() {
        #expect(TextDecoding.plausible(Array("Åsa;Östen".utf8).dropLast(4) + [0xC3]) == [.utf8])
        #expect(TextDecoding.plausible(Array("Malm".utf8) + [0xC3]) == [.utf8])
        #expect(TextDecoding.plausible(Array("åäö".utf8) + [0xFF] + Array("åä".utf8)) == [.utf8])
    }

    @Test func `UTF-16 is told by its mark or its zeros`() {
        let little = "Namn;أحمد\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = "Namn;أحمد\n".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(TextDecoding.plausible(little) == [.utf16LE])
        #expect(TextDecoding.plausible(big) == [.utf16BE])
        #expect(TextDecoding.plausible([0xFE, 0xFF] + big) == [.utf16BE])
        #expect(TextDecoding.plausible([0xEF, 0xBB, 0xBF, 0x61]) == [.utf8])
    }

    @Test(arguments: [
        ("Ã…sa frÃ¥n MalmÃ¶", "Åsa från Malmö"), ("Ø£Ø\u{AD}Ù…Ø¯", "أحمد"),
        ("â€œHejâ€\u{9D} â€“ 5 â‚¬", "“Hej” – 5 €"), ("áˆ€", "ሀ"), ("ÃƒÂ¥", "å"),
    ])
    func `text encoded twice is repaired`(text: String, expected: String) {
        #expect(TextDecoding.repairDoubleUTF8(text) == expected)
    }

    @Test(arguments: [
        "", "Åsa från Malmö", "”Åsa”", "Ä–Ö", "أحمد", "50 €", "Ångström…", "ÅÄÖ åäö", "é", "naïve",
    ])
    func `text encoded once is left alone`(text: String) {
        #expect(TextDecoding.repairDoubleUTF8(text) == nil)
    }

    /// Nearly a megabyte: whoever goes back to the beginning for each letter never ends.
    @Test func `repairing takes one pass`() {
        let text = String(repeating: "Ã…sa;ArabiskÃ¤;070\n", count: 40_000)
        let expected = String(repeating: "Åsa;Arabiskä;070\n", count: 40_000)
        #expect(TextDecoding.repairDoubleUTF8(text) == expected)
    }

    @Test func `an encoding is known by its usual spellings`() {
        #expect(TextEncoding(named: "UTF-8") == .utf8)
        #expect(TextEncoding(named: "cp1252") == .windows1252)
        #expect(TextEncoding(named: "Windows-1256") == .windows1256)
        #expect(TextEncoding(named: "utf-16be") == .utf16BE)
        #expect(TextEncoding(named: "koi8-r") == nil)
    }
}
