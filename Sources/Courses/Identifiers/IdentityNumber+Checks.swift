extension IdentityNumber.Form {
    /// The number of somebody born in the year, once date, birth number and checksum hold.
    func number(born year: Int, asOf: LocalDate) throws(IdentityNumberError) -> IdentityNumber {
        let digits = symbols.suffix(8)
        guard let month = Self.value(digits.prefix(2)),
            let written = Self.value(digits.dropFirst(2).prefix(2))
        else { throw .notDigits }
        let day = kind == .samordningsnummer ? written - 60 : written
        let date = LocalDate(year: year, month: month, day: day)
        guard date != nil || isIncomplete(month: month, day: day) else { throw .dateDoesNotExist }
        if kind != .tf {
            try checkBirthNumber()
        }
        guard year < asOf.year || (year == asOf.year && month <= asOf.month),
            date.map({ $0 <= asOf }) ?? true
        else { throw .inTheFuture }
        let normalised = padded(year, 4) + String(decoding: symbols.suffix(8), as: UTF8.self)
        return IdentityNumber(
            kind: kind, normalised: normalised, birthDate: date, birthYear: year)
    }

    /// A samordningsnummer may stand for a date that is not fully known, or for one whose numbers
    /// have run out: month 00, day 60 or a day that the month lacks, as 31 February. Skatteverket
    /// publishes such among its test numbers.
    private func isIncomplete(month: Int, day: Int) -> Bool {
        kind == .samordningsnummer && (0...12).contains(month) && (0...31).contains(day)
    }

    /// The birth number runs from 001 to 999, and all ten together satisfy modulus 10 with the
    /// weights 2 and 1 (SKV 704).
    private func checkBirthNumber() throws(IdentityNumberError) {
        guard !symbols.suffix(4).prefix(3).allSatisfy({ $0 == UInt8(ascii: "0") }) else {
            throw .birthNumberZero
        }
        guard Self.luhnSum(symbols.suffix(10)) % 10 == 0 else { throw .checksum }
    }

    /// An interim letter counts as 1.
    private static func luhnSum(_ ten: ArraySlice<UInt8>) -> Int {
        var sum = 0
        for (place, symbol) in ten.enumerated() {
            let value = symbol.isASCIIDigit ? Int(symbol - UInt8(ascii: "0")) : 1
            let product = place.isMultiple(of: 2) ? value * 2 : value
            sum += product / 10 + product % 10
        }
        return sum
    }
}
