package import Courses
import Store

extension Desk {
    /// Everybody enrolled in a round, in the order of their enrolments.
    package func enrolmentRows(
        in round: String, as actor: Actor
    ) async throws -> [EnrolmentRow] {
        let today = today
        return try await store.read { reading in
            let id = try reading.round(round).id
            try Policy.require(actor, .readPeople, on: .round(id), date: today)
            return try reading.enrolmentRows(in: id, on: today)
        }
    }
}

extension Reading {
    func enrolmentRows(in round: Round.ID, on date: LocalDate) throws -> [EnrolmentRow] {
        let people = Dictionary(
            try people(enrolledIn: round).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let wishes = try wishes(inRound: round)
        let parties = try parties(in: round)
        let facts = try enrolmentFacts(in: round)
        return try enrolments(in: round).compactMap { overview in
            let enrolment = overview.enrolment
            guard let person = people[enrolment.person], let fact = facts[enrolment.id] else {
                return nil
            }
            let wishes = wishes[enrolment.id] ?? [:]
            let others = { (all: Set<Person.ID>) in
                all.filter { $0 != person.id && people[$0] != nil }.sorted()
            }
            return EnrolmentRow(
                enrolment: enrolment, standing: enrolment.standing(on: date), name: person.name,
                gender: person.gender, languages: wishes.languages ?? person.courseLanguages,
                interpreterOk: wishes.acceptsInterpreter ?? overview.interpreterOk,
                wishes: wishes, childcare: fact.childcare, priority: wishes.priority ?? 0,
                appliedOn: fact.appliedOn, placements: overview.placements,
                together: others(parties.together(with: person.id)),
                apart: others(parties.apart(from: person.id)))
        }
    }
}
