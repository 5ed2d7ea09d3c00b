import Courses
import Synchronization

/// What a language's formatters have opened so far, kept for the life of the process.
final class Formatters: Sendable {
    /// Opens each value once, when first asked for.
    final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
        private let values = Mutex<[Key: Value]>([:])

        func value(_ key: Key, open: () -> Value) -> Value {
            values.withLock { values in
                if let value = values[key] { return value }
                let value = open()
                values[key] = value
                return value
            }
        }
    }

    /// A message's words: most have no argument and need no ICU.
    enum Words: Sendable {
        case plain(String)
        case pattern(MessageFormatter)
    }

    struct DateKey: Hashable {
        let style: DateStyle
        let calendar: CalendarSystem
    }

    struct NumberKey: Hashable {
        let percent: Bool
        let decimals: Int?
    }

    /// Read when first asked for: a command that formats one date needs no catalogue.
    private let catalogues = Kept<Language, [String: String]>()
    private let lists = Kept<DigitSet, ListFormatter?>()
    let words = Kept<String, Words>()
    let dates = Kept<DateKey, DateFormatter?>()
    let numbers = Kept<NumberKey, NumberFormatter?>()

    private let language: Language
    private let digits: DigitSet

    init(language: Language, digits: DigitSet) {
        self.language = language
        self.digits = digits
    }

    /// The catalogue's messages; what it notes beside them is for its readers and not kept.
    var messages: [String: String] {
        catalogues.value(language) { Catalogue.embedded(language).messages }
    }

    var list: ListFormatter? {
        lists.value(digits) { ListFormatter(locale: localeTag(language, digits: digits)) }
    }
}
