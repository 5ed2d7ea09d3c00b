/// What a merge of two persons moves to whoever is kept, in numbers and names of rounds.
package struct MergeEffect: Sendable, Equatable {
    /// Marks that become the kept person's.
    package var marks = 0
    /// Marks as a guest that become a member's, since the person was on the roster.
    package var becomeMember = 0
    /// Marks as a guest that stay so although the person was on the roster, since the list is
    /// signed.
    package var stayGuest = 0
    /// Rounds whose enrolment becomes the kept person's.
    package var enrolments: [String] = []
    /// Rounds in which both had applied and one application stands for both.
    package var joined: [String] = []
    /// Places that become part of the enrolment that stands for both.
    package var places = 0
    package var parties = 0
    /// Roles at sessions.
    package var staff = 0
    /// Writings of names by which the kept person is found from then on.
    package var names = 0
    package var identifiers = 0
    package var externalIDs = 0
    package var contacts = 0
    /// What was not known of the kept person and is now.
    package var filled: [MergeField] = []

    package init() {}
}

package enum MergeField: String, CaseIterable, Sendable {
    case gender, birthDate, birthYear, interpreter, course, spoken, written, contact
}
