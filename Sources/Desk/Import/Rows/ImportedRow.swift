import Courses
import Store

/// A row in which nothing is wrong by itself.
struct ImportedRow: Sendable {
    let line: Int
    var person: NewPerson
    var protection: ProtectionLevel?
    /// The code, name or id of a round.
    var round: String?
    var appliedOn: LocalDate?
    var childcare: Int?
    /// What people have in common who are to be placed together, folded.
    var party: String?
    /// The list has no column for it, so that nobody can be named in it.
    var isWithoutPartyColumn = true
    /// All that was understood, always in the same words and order; by it the row is recognised
    /// when nothing better is there.
    var content = ""
    var identifier: Fingerprint?
}

/// A row and all that is wrong with it.
struct FaultyRow: Sendable {
    let place: Int
    let faults: [ImportFault]
}
