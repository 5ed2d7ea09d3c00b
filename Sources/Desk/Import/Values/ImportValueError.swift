package import Courses

/// Why a cell does not hold what its column is for.
package enum ImportValueError: Error, Hashable, Sendable {
    /// None of the words or letters that are understood there.
    case notUnderstood
    case notADate
    case dateDoesNotExist
    /// Day or month first: 1/4 may be April or January.
    case ambiguousDate
    /// Which century?
    case twoDigitYear
    /// A spreadsheet's own count of days where a date stood.
    case spreadsheetDay
    case inTheFuture
    case tooLongAgo
    /// A spreadsheet turned it into powers of ten; the last digits are gone.
    case scientificNotation
    /// A spreadsheet took it for a number and dropped the zero in front.
    case lostLeadingZero
    /// A spreadsheet took it for a number and dropped the plus in front.
    case lostPlus
    case notAPhoneNumber
    case phoneTooShort
    case phoneTooLong
    case notAnEmailAddress
    case notANumber
    case outOfRange(ClosedRange<Int>)
    case identityNumber(IdentityNumberError)

    /// Stable; stands as `reason` in JSON.
    package var code: String {
        switch self {
        case .notUnderstood: "notUnderstood"
        case .notADate: "notADate"
        case .dateDoesNotExist: "dateDoesNotExist"
        case .ambiguousDate: "ambiguousDate"
        case .twoDigitYear: "twoDigitYear"
        case .spreadsheetDay: "spreadsheetDay"
        case .inTheFuture: "inTheFuture"
        case .tooLongAgo: "tooLongAgo"
        case .scientificNotation: "scientificNotation"
        case .lostLeadingZero: "lostLeadingZero"
        case .lostPlus: "lostPlus"
        case .notAPhoneNumber: "notAPhoneNumber"
        case .phoneTooShort: "phoneTooShort"
        case .phoneTooLong: "phoneTooLong"
        case .notAnEmailAddress: "notAnEmailAddress"
        case .notANumber: "notANumber"
        case .outOfRange: "outOfRange"
        case .identityNumber(let error): error.code
        }
    }
}
