import Courses

/// The tag under which ICU is asked for a language, its calendar and digits.
func localeTag(
    _ language: Language, calendar: CalendarSystem = .gregorian, digits: DigitSet
) -> String {
    "\(language.rawValue)-u-ca-\(calendar.keyword)-fw-mon-nu-\(digits.rawValue)"
}
