/// A language that somebody speaks, and how well.
package struct SpokenLanguage: Sendable, Hashable {
    package let language: Language
    /// Nil where nobody has said.
    package let level: LanguageLevel?

    package init(_ language: Language, _ level: LanguageLevel? = nil) {
        self.language = language
        self.level = level
    }
}

package enum LanguageLevel: String, CaseIterable, Sendable, Codable {
    case native, good, some
}
