/// Why a text is no identity number that can be relied on.
package enum IdentityNumberError: Error, Hashable, Sendable {
    case empty
    /// Something stands there that no identity number holds.
    case notDigits
    /// Neither ten nor twelve digits, but so many.
    case wrongLength(Int)
    /// A spreadsheet turned it into `1,94E+11`; the last digits are gone.
    case scientificNotation
    /// A spreadsheet took it for a number and dropped the zero or zeros in front.
    case lostLeadingZero
    /// A date of birth and nothing after it.
    case birthDateOnly
    /// A hyphen or plus where none belongs.
    case signMisplaced
    /// The plus says at least a hundred years, and no such year is within living memory.
    case signDoesNotFit
    /// Twelve digits that begin with something else than 18, 19 or 20.
    case centuryOutOfRange
    case dateDoesNotExist
    /// The birth number is 000, which is never given.
    case birthNumberZero
    case checksum
    /// Born after the day on which it was asked.
    case inTheFuture

    /// Stable; stands as `reason` in JSON.
    package var code: String {
        switch self {
        case .empty: "empty"
        case .notDigits: "notDigits"
        case .wrongLength: "wrongLength"
        case .scientificNotation: "scientificNotation"
        case .lostLeadingZero: "lostLeadingZero"
        case .birthDateOnly: "birthDateOnly"
        case .signMisplaced: "signMisplaced"
        case .signDoesNotFit: "signDoesNotFit"
        case .centuryOutOfRange: "centuryOutOfRange"
        case .dateDoesNotExist: "dateDoesNotExist"
        case .birthNumberZero: "birthNumberZero"
        case .checksum: "checksum"
        case .inTheFuture: "inTheFuture"
        }
    }
}
