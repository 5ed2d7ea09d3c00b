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
            return try reading.enrolmentRows(in: id, on: today, today: today)
        }
    }
}

extension Reading {
    /// As they stand on a day, with the offers that are open today.
    func enrolmentRows(
        in round: Round.ID, on date: LocalDate, today: LocalDate
    ) throws -> [EnrolmentRow] {
        let people = Dictionary(
            try people(enrolledIn: round).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let wishes = try wishes(inRound: round)
        let parties = try parties(in: round)
        return try enrolments(in: round).compactMap { overview in
            let enrolment = overview.enrolment
            guard let person = people[enrolment.person] else { return nil }
            let wishes = wishes[enrolment.id] ?? [:]
            let others = { (all: Set<Person.ID>) in
                all.filter { $0 != person.id && people[$0] != nil }.sorted()
            }
            return EnrolmentRow(
                enrolment: enrolment, standing: overview.standing(on: date, today: today),
                since: overview.step(holdingOn: date).on,
                group: overview.group(on: date, today: today), name: person.name,
                gender: person.gender, languages: wishes.languages ?? person.courseLanguages,
                interpreterOk: wishes.acceptsInterpreter ?? overview.interpreterOk,
                wishes: wishes, childcare: overview.childcare, priority: wishes.priority ?? 0,
                appliedOn: enrolment.appliedOn, placements: overview.placements,
                together: others(parties.together(with: person.id)),
                apart: others(parties.apart(from: person.id)))
        }
    }
}

extension EnrolmentOverview {
    /// Where they have a place on a day, or else the next that they are to have; the one that
    /// they are offered; of whoever has withdrawn the last that they had.
    fileprivate func group(on date: LocalDate, today: LocalDate) -> Group.ID? {
        switch standing(on: date, today: today) {
        case .placed: placements.first { $0.reaches(date) }?.group
        case .offered: enrolment.offer?.group
        case .withdrawn: placements.last?.group
        case .applied, .waitlisted, .expired, .declined: nil
        }
    }
}
