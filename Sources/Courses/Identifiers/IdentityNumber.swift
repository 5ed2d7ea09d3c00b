/// A number by which Swedish authorities know a person.
///
/// Says nothing about sex: the ninth digit does, but a legal sex is not what anybody here needs
/// and is wrong for people whose number has not followed them.
///
/// Sources: folkbokföringslagen (1991:481) 18 and 18 a §§; Skatteverket's leaflets *Personnummer*
/// (SKV 704) and *Samordningsnummer* (SKV 707); Skatteverket's published test numbers.
package struct IdentityNumber: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
        /// For whoever is or has been in the population register.
        case personnummer
        /// The day of birth with 60 added; for whoever has not been in the population register.
        case samordningsnummer
        /// A letter where the seventh of ten digits stands; made up by schools and caregivers
        /// until a personnummer comes.
        case interim
        /// Date of birth, `TF` and two digits; unique only together with its issuer.
        case tf
        /// The Migration Agency's card for asylum seekers.
        case lma
    }

    package let kind: Kind
    /// Twelve characters without a separator, century first, letters in upper case. For an LMA
    /// number its seven or eight digits without the running number of the card, since a new card
    /// is still the same person.
    package let normalised: String
    /// Unknown for an LMA number and where a samordningsnummer has an incomplete date.
    package let birthDate: LocalDate?
    /// Known also where only the day or the month is missing.
    package let birthYear: Int?
}
