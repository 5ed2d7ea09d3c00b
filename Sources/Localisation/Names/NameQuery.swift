/// What somebody types to find a person: words of the name in any order, script and spelling,
/// the last one perhaps unfinished, and a year of birth.
package struct NameQuery: Sendable {
    package let form: NameForm
    package let born: Int?

    package init(_ text: String, born: Int? = nil) {
        let pieces = asciiDigits(text).split(whereSeparator: \.isWhitespace)
        let year = pieces.lazy.compactMap { $0.count == 4 ? Int($0) : nil }
            .first { (1900...2100).contains($0) }
        form = NameForm(String(pieces.joined(separator: " ").prefix(200)))
        self.born = born ?? year
    }

    package var isEmpty: Bool { form.isEmpty }

    /// Each word, and neighbours as one, since others may write them together; what they are
    /// found under.
    package var soughtWords: [NameWord] {
        let words = form.words
        return words + zip(words, words.dropFirst()).map { $0.joined(with: $1) }
    }

    /// Below this a word is another.
    private static let least = 0.5

    /// What a word of the index is worth to a word that is sought; nil for nothing.
    package static func worth(_ word: NameWord, to sought: NameWord) -> Int? {
        let similarity = likeness(of: word, to: sought)
        return similarity < least ? nil : Int(similarity * 100)
    }

    /// The beginning of a word counts nearly as much as the whole.
    private static func likeness(of word: NameWord, to sought: NameWord) -> Double {
        let whole = sought.similarity(to: word)
        guard whole < beginning, word.folded.hasPrefix(sought.folded) else { return whole }
        return beginning
    }

    private static let beginning = 0.88

    /// How well somebody's names answer the query, and why.
    package func comparison(with names: [NameForm], born other: Int?) -> NameComparison {
        let whole = NameMatching.compare([form], born: born, names, born: other)
        let typed = names.map { share(of: $0) }.max() ?? 0
        guard typed > whole.score, born == nil || whole.score >= 0.35 else { return whole }
        return NameComparison(score: typed, isSuggested: typed >= 0.5, reasons: whole.reasons)
    }

    /// What of the query the words of a name answer, a little less than the whole name would.
    private func share(of name: NameForm) -> Double {
        let sum = form.words.reduce(0.0) { sum, sought in
            sum + (name.words.map { Self.likeness(of: $0, to: sought) }.max() ?? 0)
        }
        let share = sum / Double(max(1, form.words.count)) * 0.72
        return (share * 1000).rounded() / 1000
    }
}
