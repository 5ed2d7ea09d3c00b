import CICU

/// Takes a written name apart into words, and folds away what two spellings of one word differ
/// in: case, marks, tatweel, joiners, and the forms of a letter that ICU keeps apart.
enum NameFolding {
    static func words(_ text: String) -> [FoldedWord] {
        var words: [FoldedWord] = []
        var letters: [Unicode.Scalar] = []
        var isAside = false
        for letter in prepared(text).unicodeScalars {
            if isBreak(letter) {
                append(letters, to: &words, isAside: isAside)
                letters.removeAll(keepingCapacity: true)
                if letter == "(" { isAside = true } else if letter == ")" { isAside = false }
            } else {
                letters.append(letter)
            }
        }
        append(letters, to: &words, isAside: isAside)
        return words
    }

    private static func append(
        _ letters: [Unicode.Scalar], to words: inout [FoldedWord], isAside: Bool
    ) {
        guard let script = script(letters) else { return }
        let kept: [Unicode.Scalar] =
            switch script {
            case .latin: latin(letters)
            case .arabic, .sorani: letters.filter { ArabicLetters.covers($0) }
            case .ethiopic: letters.map(EthiopicLetters.folded)
            case .other: letters
            }
        guard !kept.isEmpty else { return }
        words.append(
            FoldedWord(
                text: String(String.UnicodeScalarView(kept)), script: script, isAside: isAside))
    }

    /// What of a letter in another form (a presentation form, a full-width or marked Latin
    /// letter) only ICU knows.
    private static func prepared(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for letter in text.unicodeScalars {
            if letter.isASCII || EthiopicLetters.covers(letter) {
                kept.append(letter.lowercasedASCII)
            } else if ArabicLetters.isMark(letter) || isIgnored(letter) {
                continue
            } else if ArabicLetters.covers(letter) {
                kept.append(letter)
            } else {
                appendFolded(letter, to: &kept)
            }
        }
        return String(kept)
    }

    private static func appendFolded(
        _ letter: Unicode.Scalar, to kept: inout String.UnicodeScalarView
    ) {
        let lower = letter.properties.lowercaseMapping.unicodeScalars
        if lower.count == 1, let only = lower.first, let spelled = LatinLetters.spelled(only) {
            kept.append(contentsOf: spelled.unicodeScalars)
            return
        }
        let folded = withBytes(String(letter)) { bytes, count in
            icuText { cicu_fold(bytes, count, $0, $1) }
        }
        kept.append(contentsOf: (folded ?? "").unicodeScalars)
    }

    /// Apostrophes in all their forms, joiners and marks of direction.
    private static func isIgnored(_ letter: Unicode.Scalar) -> Bool {
        switch letter.value {
        case 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0x0300...0x036F: true
        case 0x2018...0x201B, 0x02B9...0x02C1, 0x00B4, 0x0060: true
        default: false
        }
    }

    private static func isBreak(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "'", "`": false
        case "،", "؛", "፡", "።", "፣": true
        default:
            letter.properties.isWhitespace || letter == "-" || letter == "/" || letter == "."
                || letter == "," || letter == "(" || letter == ")" || letter == "\""
                || (0x2010...0x2015).contains(letter.value)
        }
    }

    /// Nil for what holds no letter.
    private static func script(_ letters: [Unicode.Scalar]) -> NameScript? {
        var found: NameScript?
        for letter in letters where letter.properties.isAlphabetic {
            let script: NameScript =
                letter.isASCII
                ? .latin
                : ArabicLetters.covers(letter)
                    ? .arabic : EthiopicLetters.covers(letter) ? .ethiopic : .other
            guard found == nil || found == script else { return .other }
            found = script
        }
        if found == .arabic, ArabicLetters.isSorani(letters) { return .sorani }
        return found
    }

    private static func latin(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
        letters.filter { ("a"..."z").contains($0) }
    }
}

extension Unicode.Scalar {
    fileprivate var lowercasedASCII: Unicode.Scalar {
        ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 32) : self
    }
}
