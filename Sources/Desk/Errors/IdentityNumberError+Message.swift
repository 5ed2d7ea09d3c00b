package import Courses
package import Localisation

extension IdentityNumberError {
    /// What is wrong with the number, and the way out.
    package var message: Message {
        switch self {
        case .empty: Message("identityNumber.empty")
        case .notDigits: Message("identityNumber.notDigits")
        case .wrongLength(let count):
            Message("identityNumber.wrongLength", ["count": .number(count)])
        case .scientificNotation: Message("identityNumber.scientificNotation")
        case .lostLeadingZero: Message("identityNumber.lostLeadingZero")
        case .birthDateOnly: Message("identityNumber.birthDateOnly")
        case .signMisplaced: Message("identityNumber.signMisplaced")
        case .signDoesNotFit: Message("identityNumber.signDoesNotFit")
        case .centuryOutOfRange: Message("identityNumber.centuryOutOfRange")
        case .dateDoesNotExist: Message("identityNumber.dateDoesNotExist")
        case .birthNumberZero: Message("identityNumber.birthNumberZero")
        case .checksum: Message("identityNumber.checksum")
        case .inTheFuture: Message("identityNumber.inTheFuture")
        }
    }
}
