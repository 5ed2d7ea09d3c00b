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
    var wishes: [Wish] = []
    /// What stands for a group, where it is no kind of group.
    var groupWish: String?
    var note: String?
    /// Wishes that can't be read, as they are written; they are kept with the note.
    var unread: [Unread] = []
    var notices: [ImportNotice] = []
    /// The list has no column for it, so that nobody can be named in it.
    var isWithoutPartyColumn = true
    /// All that was understood, always in the same words and order; by it the row is recognised
    /// when nothing better is there.
    var content = ""
    var identifier: Fingerprint?

    struct Unread: Sendable {
        let column: ImportColumn
        let text: String
    }
}

/// A row and all that is wrong with it.
struct FaultyRow: Sendable {
    let place: Int
    let faults: [ImportFault]
}
