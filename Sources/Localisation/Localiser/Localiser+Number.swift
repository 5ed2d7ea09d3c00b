import Courses

extension Localiser {
    package func number(_ number: Int) -> String {
        formatted(String(number), percent: false, decimals: 0)
    }

    /// The number with as many decimals as it is written with.
    package func decimal(_ number: DecimalText) -> String {
        formatted(number.ascii, percent: false, decimals: number.decimals)
    }

    /// The quotient, half rounded away from 0; nil without a denominator above 0.
    package func decimal(numerator: Int, denominator: Int, decimals: Int = 1) -> String? {
        rounded(numerator, denominator, decimals: decimals).map {
            formatted($0, percent: false, decimals: decimals)
        }
    }

    /// The share in percent, half rounded away from 0; nil without a denominator above 0: no
    /// denominator, no rate.
    package func percent(numerator: Int, denominator: Int, decimals: Int = 0) -> String? {
        let (hundredfold, overflow) = numerator.multipliedReportingOverflow(by: 100)
        guard !overflow else { return nil }
        return rounded(hundredfold, denominator, decimals: decimals).map {
            formatted($0, percent: true, decimals: decimals)
        }
    }

    /// CLDR's plural category of a number.
    package func pluralCategory(of number: DecimalText) -> String {
        Plurals.category(of: number, locale: language.rawValue) ?? "other"
    }

    private func formatted(_ ascii: String, percent: Bool, decimals: Int) -> String {
        let formatter = formatters.numbers.value(.init(percent: percent, decimals: decimals)) {
            NumberFormatter(
                locale: localeTag(language, digits: digits), percent: percent,
                decimals: decimals)
        }
        return formatter?.format(ascii) ?? ascii
    }

    /// The quotient in ASCII, computed in whole numbers: a rate must not depend on a float.
    private func rounded(_ numerator: Int, _ denominator: Int, decimals: Int) -> String? {
        guard denominator > 0, (0...6).contains(decimals) else { return nil }
        let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        let (scaled, overflow) = numerator.multipliedReportingOverflow(by: scale)
        guard !overflow else { return nil }
        let (whole, rest) = scaled.magnitude.quotientAndRemainder(
            dividingBy: denominator.magnitude)
        let units = whole + (rest >= denominator.magnitude - rest ? 1 : 0)
        let sign = numerator < 0 && units > 0 ? "-" : ""
        guard decimals > 0 else { return sign + String(units) }
        let (integer, fraction) = units.quotientAndRemainder(dividingBy: UInt(scale))
        return "\(sign)\(integer).\(padded(Int(fraction), decimals))"
    }
}
