extension TextDecoding {
    /// The encodings that the bytes may well be in, the likeliest first.
    ///
    /// One when it can be told: by a byte-order mark, by zeros in every second byte, by being
    /// UTF-8 (also when it is cut short or damaged in a place), by Swedish letters within Latin
    /// words, or by Arabic words. Two when Windows-1252 and -1256 can't be told apart.
    package static func plausible(_ bytes: [UInt8]) -> [TextEncoding] {
        if let marked = TextEncoding.allCases.first(where: {
            !$0.mark.isEmpty && bytes.starts(with: $0.mark)
        }) {
            return [marked]
        }
        if let wide = utf16WithoutMark(bytes) { return [wide] }
        let scan = UTF8Scan(bytes)
        if scan.fault == nil || scan.letters > scan.faults { return [.utf8] }
        let single = singleByte(bytes)
        // A lone letter cut at the very end: more likely UTF-8 than the capital Ã of 1252.
        if case .cutShort? = scan.fault, single != [.windows1252], single != [.windows1256] {
            return [.utf8]
        }
        return single
    }

    /// ASCII letters in UTF-16 leave a zero in every second byte.
    private static func utf16WithoutMark(_ bytes: [UInt8]) -> TextEncoding? {
        let head = bytes.prefix(4096)
        guard head.count >= 4 else { return nil }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in head.enumerated() where byte == 0 {
            if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let many = head.count / 40
        if zeros.odd > many, zeros.even * 8 < zeros.odd { return .utf16LE }
        if zeros.even > many, zeros.odd * 8 < zeros.even { return .utf16BE }
        return nil
    }

    private static func singleByte(_ bytes: [UInt8]) -> [TextEncoding] {
        let words = HighWords(bytes)
        switch (words.western > words.arabic, words.arabic > words.western) {
        case (true, _) where words.western >= 3 * words.arabic: return [.windows1252]
        case (_, true) where words.arabic >= 3 * words.western: return [.windows1256]
        case (_, true): return possible([.windows1256, .windows1252], bytes)
        default: return possible([.windows1252, .windows1256], bytes)
        }
    }

    private static func possible(
        _ encodings: [TextEncoding], _ bytes: [UInt8]
    ) -> [TextEncoding] {
        encodings.filter { encoding in
            let page = CodePage.of(encoding)
            return bytes.allSatisfy { page.table[Int($0)] != 0xFFFF }
        }
    }
}

/// Counts the words with bytes above ASCII that make sense in one code page and not in the other.
private struct HighWords {
    /// Words of Latin letters, most of them ASCII, with å, ä, ö, é and their like.
    private(set) var western = 0
    /// Words of at least two Arabic letters and nothing else.
    private(set) var arabic = 0

    init(_ bytes: [UInt8]) {
        var start = 0
        for index in 0...bytes.count where index == bytes.count || !Self.isWordByte(bytes[index]) {
            if index > start { count(bytes[start..<index]) }
            start = index + 1
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 ? letters[Int(byte)] : (0x41...0x5A).contains(byte & 0xDF)
    }

    /// Which bytes are letters in either code page.
    private static let letters: [Bool] = (UInt8(0)...0xFF).map { byte in
        [CodePage.western, .arabic].contains {
            $0.scalar(byte)?.properties.isAlphabetic ?? false
        }
    }

    private mutating func count(_ word: ArraySlice<UInt8>) {
        let high = word.filter { $0 >= 0x80 }
        guard !high.isEmpty else { return }
        let isWestern = high.count < word.count && high.allSatisfy(Self.westernLetters.contains)
        let isArabic =
            high.count == word.count && high.count >= 2 && high.allSatisfy(Self.isArabicLetter)
        if isWestern { western += 1 }
        if isArabic { arabic += 1 }
    }

    /// åäöÅÄÖ éÉ üÜ èàáíóúñçëïøæØÆ in Windows-1252.
    private static let westernLetters: Set<UInt8> = [
        0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6, 0xE9, 0xC9, 0xFC, 0xDC, 0xE8, 0xE0, 0xE1, 0xED,
        0xF3, 0xFA, 0xF1, 0xE7, 0xEB, 0xEF, 0xF8, 0xE6, 0xD8, 0xC6, 0xEA, 0xEE, 0xF4, 0xFB,
    ]

    private static func isArabicLetter(_ byte: UInt8) -> Bool {
        guard let letter = CodePage.arabic.scalar(byte) else { return false }
        return (0x0620...0x06D3).contains(letter.value) || letter.value == 0x200C
    }
}
