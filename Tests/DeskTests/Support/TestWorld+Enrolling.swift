import Courses
import Desk

extension TestWorld {
    private static let round = "2020-spring"

    /// Somebody who has applied.
    func applicant(
        _ name: String, childcare: Int? = nil, appliedOn: String? = nil
    ) async throws -> Person.ID {
        let person = try await person(name)
        try await desk.apply(
            NewApplication(
                people: [person], round: Self.round, appliedOn: appliedOn.map(day),
                childcare: childcare), as: office)
        return person
    }

    @discardableResult
    func offer(
        _ people: Person.ID..., in group: Group, from: String? = nil,
        until: String = "2020-01-31", inSpite reason: String? = nil
    ) async throws -> AppliedOperation {
        try await desk.offer(
            OfferRequest(
                people: people, group: group.id, from: from.map(day), until: day(until),
                reason: reason, inSpiteOfRules: reason != nil), as: office)
    }

    @discardableResult
    func accept(_ people: Person.ID...) async throws -> AppliedOperation {
        try await desk.accept(people, in: Self.round, as: office)
    }

    @discardableResult
    func withdraw(_ person: Person.ID, on date: String) async throws -> AppliedOperation {
        try await desk.withdraw(person, from: round.id, on: day(date), as: office)
    }

    /// Closes a group; its people go to the waiting list.
    @discardableResult
    func close(_ group: Group, on date: String) async throws -> AppliedOperation {
        try await desk.closeGroup(group.id, on: day(date), waitlisting: true, as: office)
    }

    /// Opens a group in the round.
    func group(
        _ name: String, maximum: Int = 9, childcare: Int = 0
    ) async throws -> Group {
        try await desk.addGroup(
            NewGroup(
                name: name, round: Self.round, languages: [.arabic, .somali],
                delivery: .bilingual, minimum: 1, maximum: maximum, childcarePlaces: childcare),
            as: office)
    }

    func row(_ person: Person.ID) async throws -> EnrolmentRow? {
        try await desk.enrolmentRows(in: Self.round, as: office)
            .first { $0.enrolment.person == person }
    }

    func placements(_ person: Person.ID) async throws -> [Placement] {
        try await row(person)?.placements ?? []
    }
}

/// What stands in the way, person by person.
func obstacles(_ error: PlacingError?) -> [[PlacementObstacle]] {
    switch error {
    case .obstacles(let people)?, .cannotGiveBack(let people)?: people.map(\.obstacles)
    default: []
    }
}
