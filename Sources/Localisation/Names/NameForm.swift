package import Courses

/// A name in one writing, taken apart into the words that tell people apart.
package struct NameForm: Sendable, Equatable {
    /// At most eight: longer names than anybody has.
    package let words: [NameWord]

    package init(_ text: String) {
        words = Self.words(NameFolding.words(text))
    }

    package init(_ parts: [NamePart]) {
        self.init(parts.map(\.text).joined(separator: " "))
    }

    init(words: [NameWord]) {
        self.words = words
    }

    package var isEmpty: Bool { words.isEmpty }

    private static func words(_ folded: [FoldedWord]) -> [NameWord] {
        var merged: [FoldedWord] = []
        var index = 0
        while index < folded.count {
            var word = folded[index]
            index += 1
            let next = index < folded.count ? folded[index].text : nil
            if !merged.isEmpty || next != nil {
                if next != nil, NameParticles.isFiliation(word.text) { continue }
                if NameParticles.isArticle(word.text, before: next) { continue }
            }
            if NameParticles.leads(word.text) { index = lead(&word, folded, from: index) }
            if let last = merged.last, NameParticles.trails(word.text) {
                merged[merged.count - 1] = FoldedWord(
                    text: last.text + trailing(word.text),
                    script: NameScript(last.script, word.script))
            } else {
                merged.append(word)
            }
        }
        return merged.prefix(8).map(NameWord.init)
    }

    /// Takes the next word that is no article into one that leads.
    private static func lead(
        _ word: inout FoldedWord, _ folded: [FoldedWord], from start: Int
    ) -> Int {
        var index = start
        while index + 1 < folded.count,
            NameParticles.isArticle(folded[index].text, before: folded[index + 1].text)
        {
            index += 1
        }
        guard index < folded.count, folded[index].script != .other else { return start }
        word = FoldedWord(
            text: word.text + folded[index].text,
            script: NameScript(word.script, folded[index].script))
        return index + 1
    }

    /// -din and -allah with their article, as one who writes them together would.
    private static func trailing(_ word: String) -> String {
        switch word {
        case "din", "deen", "dine": "uddin"
        case "allah", "alla", "ulla": "ullah"
        case "دين", "دین": "الدين"
        default: word
        }
    }
}
