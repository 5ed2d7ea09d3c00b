import Courses

/// How much of a date is written.
package enum DateStyle: Sendable, CaseIterable {
    /// `tisdag 21 april 2020`
    case full
    /// `21 april 2020`
    case long
    /// `21 apr. 2020`, where the language has short names of months
    case medium
    /// `2020-04-21`, in every language and always Gregorian
    case short
    /// `tisdag 21 april`
    case weekdayDayMonth
    /// `21 april`
    case dayMonth
    /// `april 2020`
    case monthYear
    /// `tisdag`
    case weekday
}

/// The order of a date's parts in each language.
///
/// Our own and not ICU's, which puts the year first in Kurmanji and Sorani and the month first in
/// English and Somali: the same order as on a Swedish letter, with each language's own commas and
/// endings. The era is left out, since a calendar other than the Gregorian is labelled.
enum DatePattern {
    static func pattern(_ style: DateStyle, _ language: Language) -> String {
        let parts = parts(language, month: month(style, language))
        switch style {
        case .full: return "EEEE\(parts.comma) \(parts.dayMonth)\(parts.beforeYear) y"
        case .long, .medium: return "\(parts.dayMonth)\(parts.beforeYear) y"
        case .short: return "y-MM-dd"
        case .weekdayDayMonth: return "EEEE\(parts.comma) \(parts.dayMonth)"
        case .dayMonth: return parts.dayMonth
        case .monthYear: return "LLLL\(parts.beforeYear) y"
        case .weekday: return "EEEE"
        }
    }

    /// Somali's month names within a date count them ("fourth month"); those that people use
    /// stand alone.
    private static func month(_ style: DateStyle, _ language: Language) -> String {
        let short = style == .medium && [.swedish, .english, .somali].contains(language)
        if short { return "MMM" }
        return language == .somali ? "LLLL" : "MMMM"
    }

    private static func parts(
        _ language: Language, month: String
    ) -> (comma: String, dayMonth: String, beforeYear: String) {
        switch language {
        case .arabic: ("،", "d \(month)", "")
        case .sorani: ("،", "d'ی' \(month)", "'ی'")
        case .tigrinya: ("፣", "d \(month)", "")
        case .kurmanji: (",", "d'ê' \(month)", "")
        case .somali: (",", "d \(month)", "")
        default: ("", "d \(month)", "")
        }
    }
}
