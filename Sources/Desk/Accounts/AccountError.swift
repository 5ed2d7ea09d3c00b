package import Courses

/// Why nobody was signed in, added or changed.
package enum AccountError: Error, Sendable, Equatable {
    /// One answer for a wrong name and a wrong password: it tells nobody who exists.
    case wrongNameOrPassword
    case userNameTaken(String)
    /// 1 to 60 letters, digits, `.`, `-`, `_` and `@`.
    case userNameMalformed(String)
    case passwordTooShort(minimum: Int)
    case unknownUser(String)
    case languageWithoutCatalogue(Language)
    /// Not signed in there, or no longer.
    case unknownDevice
    /// They have no such right, or no longer.
    case unknownGrant
    /// Somebody always has the right to look after everything, without a last day.
    case lastAdministratorRight
    /// What was done by a right stays so: it ends on that day at the earliest.
    case rightEndsTooEarly(LocalDate)
}
