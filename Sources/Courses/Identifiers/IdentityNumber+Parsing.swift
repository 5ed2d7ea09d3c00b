extension IdentityNumber {
    /// Reads every usual writing: ten or twelve digits of any script, spaces, any kind of hyphen,
    /// a plus, small letters.
    ///
    /// Ten digits are read as the law writes them: with a hyphen, or with none, somebody who has
    /// not reached the year of turning 100 in the year of `asOf`; with a plus somebody who has
    /// (folkbokföringslagen 18 §). With twelve digits the century is written out, and the sign,
    /// which was right in the year when it was written, decides nothing.
    ///
    /// What a spreadsheet has damaged is told as such and never mended by a guess.
    package static func parse(
        _ text: String, asOf: LocalDate
    ) throws(IdentityNumberError) -> IdentityNumber {
        let writing = try IdentityNumberWriting(text)
        if let number = lma(writing) { return number }
        let count = writing.symbols.count
        let form = try Form(writing.symbols)
        try form.checkLength(isCutElsewhere: writing.signs.contains { count - $0.position < 4 })
        try checkSigns(writing.signs, count: count)
        let hasPlus = writing.signs.contains { $0.mark == UInt8(ascii: "+") }
        let year = try count == 12 ? form.writtenYear() : form.year(plus: hasPlus, asOf: asOf)
        return try form.number(born: year, asOf: asOf)
    }

    /// Hyphens may part century, year, month, day and the last four; a plus only the last four.
    private static func checkSigns(
        _ signs: [IdentityNumberWriting.Sign], count: Int
    ) throws(IdentityNumberError) {
        for sign in signs {
            let left = count - sign.position
            switch sign.mark {
            case UInt8(ascii: "-") where sign.position > 0 && [4, 6, 8, 10].contains(left): continue
            case UInt8(ascii: "+") where left == 4: continue
            case UInt8(ascii: "/"): throw .notDigits
            default: throw .signMisplaced
            }
        }
        if signs.count(where: { count - $0.position == 4 }) > 1 { throw .signMisplaced }
    }

    /// `LMA` in front, or seven or eight digits, a separator and the one digit of the card; but
    /// not eight that begin like a date of birth.
    private static func lma(_ writing: IdentityNumberWriting) -> IdentityNumber? {
        let isNamed = writing.symbols.starts(with: Array("LMA".utf8))
        let offset = isNamed ? 3 : 0
        let digits = writing.symbols[offset...]
        let cuts = writing.signs.filter { $0.position > offset }
        guard digits.allSatisfy(\.isASCIIDigit), cuts.count <= 1 else { return nil }
        let length: Int
        if let cut = cuts.first {
            guard cut.mark != UInt8(ascii: "+"), cut.position == writing.symbols.count - 1 else {
                return nil
            }
            length = digits.count - 1
        } else {
            guard isNamed else { return nil }
            length = digits.count == 9 ? 8 : digits.count
        }
        guard (7...8).contains(length), isNamed || writing.signs == cuts else { return nil }
        let number = String(decoding: digits.prefix(length), as: UTF8.self)
        let century = number.prefix(2)
        if !isNamed, length == 8, ["18", "19", "20"].contains(century) { return nil }
        return IdentityNumber(kind: .lma, normalised: number, birthDate: nil, birthYear: nil)
    }
}
