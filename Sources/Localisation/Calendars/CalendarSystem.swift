package import Courses

/// A calendar in which a date can be written.
package enum CalendarSystem: String, Sendable, CaseIterable, Codable {
    /// The working calendar of every page and paper in Sweden.
    case gregorian
    /// Solar Hijri, in Afghanistan and Iran.
    case persian
    /// Thirteen months, Amete Mihret, in Eritrea and Ethiopia.
    case ethiopic
    /// Umm al-Qura.
    case islamic = "islamic-umalqura"

    /// Reads a calendar's name, also as ICU and BCP 47 spell it.
    package init?(named name: String) {
        switch name.lowercased() {
        case "gregorian", "gregory": self = .gregorian
        case "persian": self = .persian
        case "ethiopic": self = .ethiopic
        case "islamic", "islamic-umalqura", "umalqura": self = .islamic
        default: return nil
        }
    }

    /// The calendar that readers of a language may know from home, beside the Gregorian.
    package static func second(for language: Language) -> CalendarSystem? {
        switch language {
        case .dari: .persian
        case .tigrinya: .ethiopic
        default: nil
        }
    }

    /// Whether a day's date here may be a day off: ICU agrees with the published Umm al-Qura
    /// table from 2000 to July 2029 only.
    package func isApproximate(on date: LocalDate) -> Bool {
        let known = (date.year, date.month) >= (2000, 1) && (date.year, date.month) <= (2029, 6)
        return self == .islamic && !known
    }
}
