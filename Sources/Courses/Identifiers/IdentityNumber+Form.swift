extension IdentityNumber {
    /// The symbols of a number and where the last four begin, before anything is checked.
    struct Form {
        let symbols: [UInt8]
        let kind: Kind

        private static let interimLetters = Set("TRSUWXJKLMNP".utf8)

        /// The kind follows from what stands where: `TF`, a letter, or a day above 60.
        init(_ symbols: [UInt8]) throws(IdentityNumberError) {
            self.symbols = symbols
            if symbols.allSatisfy(\.isASCIIDigit) {
                let day = symbols.suffix(6).prefix(2)
                let isComplete = symbols.count == 10 || symbols.count == 12
                kind =
                    isComplete && (Form.value(day) ?? 0) >= 60 ? .samordningsnummer : .personnummer
                return
            }
            guard symbols.count > 4 else { throw .notDigits }
            let cut = symbols.count - 4
            let rest = symbols[..<cut] + symbols[(cut + 2)...]
            guard rest.allSatisfy(\.isASCIIDigit) else { throw .notDigits }
            if symbols[cut] == UInt8(ascii: "T"), symbols[cut + 1] == UInt8(ascii: "F") {
                kind = .tf
            } else if Self.interimLetters.contains(symbols[cut]), symbols[cut + 1].isASCIIDigit {
                kind = .interim
            } else {
                throw .notDigits
            }
        }

        /// Ten or twelve symbols; fewer digits are told apart by what may have happened to them.
        func checkLength(isCutElsewhere: Bool) throws(IdentityNumberError) {
            switch symbols.count {
            case 10, 12: return
            case 9 where isNumber && !isCutElsewhere, 11 where isNumber && !isCutElsewhere:
                throw .lostLeadingZero
            case 6 where isBirthDate, 8 where isBirthDate: throw .birthDateOnly
            case 7 where hasLostZeros, 8 where hasLostZeros: throw .lostLeadingZero
            default: break
            }
            throw .wrongLength(symbols.count)
        }

        private var isNumber: Bool { kind == .personnummer }

        private var isBirthDate: Bool {
            guard isNumber else { return false }
            let century: [UInt8] = symbols.count == 6 ? Array("20".utf8) : []
            let digits = century + symbols
            guard let year = Form.value(digits.prefix(4)), (1800..<2100).contains(year),
                let month = Form.value(digits[4..<6]), let day = Form.value(digits[6..<8])
            else { return false }
            return LocalDate(year: year, month: month, day: day) != nil
        }

        /// Somebody born in 2000 has up to three zeros in front of ten digits.
        private var hasLostZeros: Bool {
            guard isNumber, let lastDay = LocalDate(year: 2000, month: 12, day: 31)
            else { return false }
            let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: 10 - symbols.count)
            let number = try? Form(zeros + symbols).number(born: 2000, asOf: lastDay)
            return number != nil
        }

        static func value(_ digits: some Collection<UInt8>) -> Int? {
            Int(digits: String(decoding: digits, as: UTF8.self))
        }
    }
}
