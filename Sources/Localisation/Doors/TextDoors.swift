import Courses

/// The rules about text as single questions, for the command and for anyone who tests them.
package enum TextDoors {
    package struct DateAnswer: Codable, Hashable, Sendable {
        package let text: String
        package let calendar: CalendarSystem
        package let digits: DigitSet

        package init(text: String, calendar: CalendarSystem, digits: DigitSet) {
            self.text = text
            self.calendar = calendar
            self.digits = digits
        }
    }

    package struct PluralAnswer: Codable, Hashable, Sendable {
        package let category: String
    }

    package struct MessageAnswer: Codable, Hashable, Sendable {
        package let text: String
    }

    /// The localiser of a language given by its tag, a synonym of it or a name.
    package static func localiser(
        _ language: String, digits: DigitSet = .latin
    ) throws(TextError) -> Localiser {
        guard case .language(let known) = LanguageNames.parse(language) else {
            throw .unknownLanguage(language)
        }
        guard Language.catalogue.contains(known) else { throw .noCatalogue(known) }
        return .localiser(for: known, digits: digits)
    }

    /// A day in words; in the Gregorian calendar and Latin digits unless others are asked for.
    package static func date(
        _ text: String, language: String, calendar: String? = nil, digits: String? = nil
    ) throws(TextError) -> DateAnswer {
        let set = try digitSet(digits)
        let localiser = try localiser(language, digits: set)
        guard let system = CalendarSystem(named: calendar ?? "gregorian") else {
            throw .unknownCalendar(calendar ?? "")
        }
        guard let date = LocalDate(asciiDigits(text)) else { throw .notADate(text) }
        return DateAnswer(
            text: localiser.date(date, calendar: system), calendar: system, digits: set)
    }

    private static func digitSet(_ name: String?) throws(TextError) -> DigitSet {
        guard let name else { return .latin }
        guard let set = DigitSet(rawValue: name.lowercased()) else { throw .unknownDigits(name) }
        return set
    }

    /// The plural category of a number as it is written.
    package static func plural(
        _ number: String, language: String
    ) throws(TextError) -> PluralAnswer {
        let localiser = try localiser(language)
        guard let decimal = DecimalText(number) else { throw .notANumber(number) }
        return PluralAnswer(category: localiser.pluralCategory(of: decimal))
    }

    /// The lines in the language's order; equal ones keep theirs.
    package static func sort(
        _ lines: [String], language: String
    ) throws(TextError) -> [String] {
        try localiser(language).sorted(lines) { $0 }
    }
}
