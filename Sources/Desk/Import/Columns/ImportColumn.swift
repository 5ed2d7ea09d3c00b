/// What a column of a list of participants may hold.
package enum ImportColumn: String, Hashable, Sendable, CaseIterable, Codable {
    case externalID
    case name, givenName, familyName, fatherName, grandfatherName, preferredName
    case nativeName, nativeGivenName, nativeFamilyName
    case identityNumber
    /// Who gave out a TF number.
    case issuer
    case birthDate, birthYear, gender
    case courseLanguage, secondLanguage, otherLanguages
    case spokenLanguages, writtenLanguages, contactLanguage
    case phone, email, address, postcode, city
    case round, appliedOn, priority, wishedSlots, groupWish, interpreter
    /// Whether childcare is needed, or for how many.
    case childcare
    case childCount
    /// People with the same value here wait and are placed together.
    case party
    case protected
    case note

    /// A row needs something in one of these.
    package static let nameParts: Set<ImportColumn> = [
        .name, .givenName, .familyName, .fatherName, .grandfatherName, .nativeName,
        .nativeGivenName, .nativeFamilyName,
    ]
}
