/// One word of a name: as spelled, without what spellings of the same word differ in, and as
/// sounds.
package struct NameWord: Sendable, Equatable {
    /// Without case and marks, in its own script and letters.
    package let written: String
    /// The same with one form for all forms of a letter.
    let folded: String
    package let script: NameScript
    let sounds: [Sound]
    /// Without an article written together with the word; nil where there is none.
    let withoutArticle: [Sound]?
    /// Whether it says little about who somebody is, as titles do.
    let isTitle: Bool
    /// Which known first half of compounds the word is.
    let stem: Int?
    /// Which of them it begins with.
    let stemInside: Int?

    init(
        written: String, script: NameScript, sounds: [Sound], withoutArticle: [Sound]? = nil,
        isTitle: Bool = false
    ) {
        self.written = written
        folded = String(
            String.UnicodeScalarView(written.unicodeScalars.map(ArabicLetters.folded)))
        self.script = script
        self.sounds = sounds
        self.withoutArticle = withoutArticle
        self.isTitle = isTitle
        (stem, stemInside) = ShortForms.stems(sounds)
    }

    init(_ word: FoldedWord) {
        let reading = NameCompounds.marked(Array(word.text.unicodeScalars), word.script)
        let bare = NameCompounds.withoutArticle(reading, word.script)
        self.init(
            written: word.text, script: word.script,
            sounds: Self.sounds(reading, word.script),
            withoutArticle: bare.map { Self.sounds($0, word.script) },
            isTitle: word.isAside || NameParticles.isTitle(word.text))
    }

    /// Reads a word that was kept as `written`; nil for what is none.
    package init?(written: String) {
        let words = NameFolding.words(written)
        guard words.count == 1 else { return nil }
        self.init(words[0])
    }

    /// Two words of a name written as one, or parted where others write one.
    func joined(with next: NameWord) -> NameWord {
        NameWord(
            FoldedWord(
                text: written + next.written, script: NameScript(script, next.script)))
    }

    private static func sounds(_ letters: [Unicode.Scalar], _ script: NameScript) -> [Sound] {
        // The article's mark parts what stands before it from what follows.
        let pieces = letters.split(separator: NameCompounds.mark, omittingEmptySubsequences: false)
        var sounds: [Sound] = []
        for (index, piece) in pieces.enumerated() {
            if index > 0 { sounds.append(Sound.article) }
            sounds += plainSounds(Array(piece), script)
        }
        return sounds.withoutDoubles
    }

    private static func plainSounds(
        _ letters: [Unicode.Scalar], _ script: NameScript
    ) -> [Sound] {
        switch script {
        case .latin: LatinLetters.sounds(String(String.UnicodeScalarView(letters)))
        case .arabic, .sorani: ArabicLetters.sounds(letters)
        case .ethiopic: EthiopicLetters.sounds(letters)
        case .other: mixedSounds(letters)
        }
    }

    private static func mixedSounds(_ letters: [Unicode.Scalar]) -> [Sound] {
        letters.flatMap { letter -> [Sound] in
            if ArabicLetters.covers(letter) { return ArabicLetters.sounds([letter]) }
            if EthiopicLetters.covers(letter) { return EthiopicLetters.sounds([letter]) }
            return letter.isASCII ? LatinLetters.sounds(String(letter)) : []
        }
    }
}

extension NameScript {
    /// What two words written as one are in.
    init(_ one: NameScript, _ other: NameScript) {
        let isArabic = one == .sorani && other == .arabic || one == .arabic && other == .sorani
        self = one == other ? one : isArabic ? .sorani : .other
    }
}

extension [Sound] {
    /// A doubled letter is the same letter.
    var withoutDoubles: [Sound] {
        var kept: [Sound] = []
        kept.reserveCapacity(count)
        for sound in self where kept.last != sound { kept.append(sound) }
        return kept
    }
}

/// A word whose letters have been folded to one form each.
struct FoldedWord: Equatable {
    var text: String
    let script: NameScript
    /// Whether it stands in brackets, as nicknames do.
    var isAside = false
}
