package import Courses

/// Reads single cells of a list of participants; each function one kind of cell.
///
/// Blank cells are the caller's business (`ImportColumns.cell` gives nil for them), save where a
/// function says what blank means.
package enum ImportValue {
    package static func identityNumber(
        _ text: String, asOf: LocalDate
    ) throws(ImportValueError) -> IdentityNumber {
        do throws(IdentityNumberError) {
            return try IdentityNumber.parse(text, asOf: asOf)
        } catch {
            throw .identityNumber(error)
        }
    }

    /// A whole number in digits of any script.
    package static func count(
        _ text: String, in range: ClosedRange<Int> = 0...20
    ) throws(ImportValueError) -> Int {
        let plain = text.plainASCII
        guard plain.count <= 9, let number = Int(digits: plain) else { throw .notANumber }
        guard range.contains(number) else { throw .outOfRange(range) }
        return number
    }
}

extension String {
    /// With ASCII digits, hyphens and spaces for those of other kinds, and nothing invisible;
    /// without outer spaces and a spreadsheet's apostrophe in front.
    var plainASCII: String {
        if utf8.allSatisfy({ $0 < 128 }) { return withoutOuterSpaces.withoutApostrophe }
        var plain = UnicodeScalarView()
        for scalar in unicodeScalars {
            if let digit = scalar.decimalDigit {
                plain.append(Unicode.Scalar(UInt8(ascii: "0") + digit))
            } else if scalar.isASCII {
                plain.append(scalar)
            } else if scalar.properties.isWhitespace {
                plain.append(" ")
            } else if scalar.properties.generalCategory == .dashPunctuation || scalar == "\u{2212}"
            {
                plain.append("-")
            } else if scalar.properties.generalCategory != .format {
                plain.append(scalar)
            }
        }
        return String(plain).withoutOuterSpaces.withoutApostrophe
    }

    private var withoutApostrophe: String {
        utf8.first == UInt8(ascii: "'") ? String(dropFirst()) : self
    }

    /// Digits, a decimal sign and an exponent, as a spreadsheet shows a long number: `1,94E+11`.
    var isScientificNotation: Bool {
        guard let exponent = utf8.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
            return false
        }
        let mantissa = utf8[..<exponent]
        let power = utf8[utf8.index(after: exponent)...]
        let sign = power.first.map { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") } ?? false
        let parts = mantissa.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
        }
        return parts.count <= 2
            && (parts + [power.dropFirst(sign ? 1 : 0)]).allSatisfy { digits in
                !digits.isEmpty && digits.allSatisfy(\.isASCIIDigit)
            }
    }
}
