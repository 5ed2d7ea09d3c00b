package import Courses

/// Says messages, dates, numbers and names in one language.
///
/// Cheap to copy and safe from many threads; what it opens is kept for the life of the process.
package struct Localiser: Sendable {
    package let language: Language
    package let digits: DigitSet
    let formatters: Formatters

    private struct Key: Hashable {
        let language: Language
        let digits: DigitSet
    }

    private static let kept = Formatters.Kept<Key, Localiser>()

    /// The localiser of a language that has a catalogue; Swedish for any other.
    package static func localiser(
        for language: Language, digits: DigitSet = .latin
    ) -> Localiser {
        let known = Language.catalogue.contains(language) ? language : .swedish
        return kept.value(Key(language: known, digits: digits)) {
            Localiser(
                language: known, digits: digits,
                formatters: Formatters(language: known, digits: digits))
        }
    }

    package var direction: Direction { language.direction }
}
