package import Courses

extension ImportWriter {
    /// What somebody wishes in a round, and what was noted about it.
    ///
    /// - Parameter round: nil is what was noted about the person.
    package func standing(
        of person: PersonKey, _ id: Person.ID, in round: ImportRound?
    ) throws -> EnrolmentDetails {
        let enrolment = round?.enrolment(of: person)
        return EnrolmentDetails(
            wishes: try enrolment.map { try writing.reading.wishes(inEnrolment: $0) } ?? [:],
            note: try writing.reading.note(of: (person.value, id), enrolment: enrolment))
    }

    /// Notes a wish of somebody who is enrolled.
    package func wish(_ wish: Wish, of person: PersonKey, in round: ImportRound) throws {
        guard let enrolment = round.enrolment(of: person) else { return }
        try writing.wish(
            wish, inEnrolment: enrolment, try operation(on: person, enrolment: enrolment))
    }

    /// Notes something of somebody of whom nothing was noted in this round.
    ///
    /// - Parameter round: nil notes it of the person.
    package func note(
        _ text: String, of person: PersonKey, _ id: Person.ID, in round: ImportRound?
    ) throws {
        try writing.addNote(
            text, of: (person.value, id), enrolment: round?.enrolment(of: person),
            try operation(on: person))
    }
}
