extension IdentityNumber.Form {
    /// The year of twelve symbols, in a century that Skatteverket uses: 18, 19 or 20.
    func writtenYear() throws(IdentityNumberError) -> Int {
        guard let year = Self.value(symbols.prefix(4)), (1800..<2100).contains(year) else {
            throw .centuryOutOfRange
        }
        return year
    }

    /// The year of ten symbols: the hyphen becomes a plus in the year of turning 100.
    ///
    /// A plus whose latest year lies more than 150 years back belongs to nobody: most likely it
    /// was written for somebody younger.
    func year(plus: Bool, asOf: LocalDate) throws(IdentityNumberError) -> Int {
        let twoDigits = Self.value(symbols.prefix(2)) ?? 0
        let latest = plus ? asOf.year - 100 : asOf.year
        let year = latest - ((latest - twoDigits) % 100 + 100) % 100
        guard asOf.year - year <= 150 else { throw .signDoesNotFit }
        guard (1800..<2100).contains(year) else { throw .centuryOutOfRange }
        return year
    }
}
