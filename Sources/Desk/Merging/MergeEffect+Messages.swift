package import Courses
package import Localisation

extension MergeEffect {
    /// What moves, a sentence each; nothing of what does not.
    package var messages: [Message] {
        numbers.filter { $0.count > 0 }.map(\.message)
            + (enrolments.isEmpty
                ? [] : [Message("merge.enrolments", ["rounds": .list(enrolments)])])
            + (joined.isEmpty ? [] : [Message("merge.joined", ["rounds": .list(joined)])])
            + (filled.isEmpty ? [] : [Message("merge.filled", ["count": .number(known)])])
    }

    /// What to know before a merge is made: what came of one enrolment that stands for both may
    /// be beyond undoing.
    package var warnings: [Message] {
        joined.isEmpty ? [] : [Message("merge.joinedUndo")]
    }

    /// A day of birth tells the year, too.
    private var known: Int { filled.count { $0 != .birthYear || !filled.contains(.birthDate) } }

    private var numbers: [(count: Int, message: Message)] {
        [
            (marks, Message("merge.marks", ["count": .number(marks)])),
            (becomeMember, Message("merge.becomeMember", ["count": .number(becomeMember)])),
            (stayGuest, Message("merge.stayGuest", ["count": .number(stayGuest)])),
            (places, Message("merge.places", ["count": .number(places)])),
            (parties, Message("merge.parties", ["count": .number(parties)])),
            (staff, Message("merge.staff", ["count": .number(staff)])),
            (names, Message("merge.names", ["count": .number(names)])),
            (
                identifiers + externalIDs,
                Message("merge.numbers", ["count": .number(identifiers + externalIDs)])
            ),
            (contacts, Message("merge.contacts", ["count": .number(contacts)])),
        ]
    }
}

extension FoundPerson.Match {
    /// Why somebody was found; what only part of a name was typed for is no reason of the name's.
    package var messages: [Message] {
        switch self {
        case .name(let comparison): comparison.isSuggested ? comparison.reasons.map(\.message) : []
        case .externalID, .id: [Message("people.matchedID")]
        }
    }
}
