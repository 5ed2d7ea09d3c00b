package import Courses

/// Identity numbers that belong to nobody: the Tax Agency keeps the birth numbers 980 to 999 for
/// test persons.
package enum TestNumber {
    /// Twelve digits; the birth number's last digit is odd for men.
    ///
    /// - Parameter variant: which of the day's ten numbers for a gender, 0 to 9.
    package static func number(
        _ kind: PersonIdentifier.Kind, born date: LocalDate, gender: Gender, variant: Int
    ) -> String {
        let day = kind == .samordningsnummer ? date.day + 60 : date.day
        let birthNumber = 980 + 2 * variant + (gender == .man ? 1 : 0)
        let digits =
            padded(date.year, 4) + padded(date.month, 2) + padded(day, 2) + padded(birthNumber, 3)
        return digits + String(checkDigit(digits.dropFirst(2)))
    }

    /// Luhn's, over the nine digits before it.
    private static func checkDigit(_ digits: Substring) -> Int {
        let sum = digits.utf8.enumerated().reduce(0) { sum, digit in
            let product = Int(digit.element - 48) * (digit.offset.isMultiple(of: 2) ? 2 : 1)
            return sum + product / 10 + product % 10
        }
        return (10 - sum % 10) % 10
    }
}
