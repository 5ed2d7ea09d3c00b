/// What somebody wrote for others to read, in the languages in which they wrote it.
package struct WrittenText: Sendable, Equatable {
    package let texts: [Language: String]

    /// Letters at most, in each language.
    package static let limit = 4000

    package init(_ texts: [Language: String] = [:]) {
        self.texts = texts.filter { !$0.value.isEmpty }
    }
}

extension WrittenText {
    /// The text for a reader of a language, and the language that it is in: theirs, else Swedish,
    /// English, and the rest by their tags. Nil where nothing is written.
    package func shown(in language: Language) -> (text: String, language: Language)? {
        let order = [language, .swedish, .english] + texts.keys.sorted()
        return order.lazy.compactMap { known in
            self.texts[known].map { (text: $0, language: known) }
        }.first
    }

    /// With some languages said anew; an empty text takes a language away.
    package func with(_ changes: [Language: String]) -> WrittenText {
        WrittenText(texts.merging(changes) { _, new in new })
    }
}
