import Courses

/// The tag under which ICU is asked for a language, its calendar and digits, in ICU's own keywords.
func localeTag(
    _ language: Language, calendar: CalendarSystem = .gregorian, digits: DigitSet
) -> String {
    "\(language.rawValue)@calendar=\(calendar.rawValue);fw=mon;numbers=\(digits.rawValue)"
}
