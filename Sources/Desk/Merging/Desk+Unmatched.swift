package import Courses
import Localisation
internal import Store

/// Somebody whom a leader added on the spot, with who that may be.
package struct UnmatchedPerson: Sendable, Equatable {
    package let person: Person
    /// Where they were added.
    package let meeting: MergeMeeting?
    package let marks: Int
    /// The likeliest first.
    package let likely: [FoundPerson]

    package init(
        person: Person, meeting: MergeMeeting?, marks: Int, likely: [FoundPerson]
    ) {
        self.person = person
        self.meeting = meeting
        self.marks = marks
        self.likely = likely
    }
}

/// Those who wait to be matched.
package struct UnmatchedPeople: Sendable, Equatable {
    /// Who was added first stands first.
    package let people: [UnmatchedPerson]
    /// How many wait besides.
    package let more: Int

    package init(people: [UnmatchedPerson], more: Int) {
        self.people = people
        self.more = more
    }
}

extension Desk {
    /// How many are suggested for somebody.
    private static let suggestions = 4

    /// Everybody added on the spot whom nobody has matched yet; what is likely is for a person to
    /// judge.
    ///
    /// - Parameter limit: each name is sought among all; nil is no limit.
    package func unmatchedPeopleWithMatches(
        limit: Int? = nil, as actor: Actor
    ) async throws -> UnmatchedPeople {
        let today = today
        try Policy.require(actor, .readPeople, on: .organisation, date: today)
        try await indexNames()
        return try await store.read { reading in
            let distinct = try reading.distinctPairs()
            let marks = try reading.marksOfUnmatched()
            let waiting = try reading.unmatchedPeople()
            let shown = waiting.prefix(limit ?? waiting.count)
            let people = try shown.map { person in
                UnmatchedPerson(
                    person: person, meeting: try reading.meeting(whereAdded: person.id),
                    marks: marks[person.id] ?? 0,
                    likely: try reading.likely(
                        person, distinct, today: today, limit: Self.suggestions))
            }
            return UnmatchedPeople(people: people, more: waiting.count - shown.count)
        }
    }

    /// Keeps somebody added on the spot as a person of their own; `undo` takes it back.
    @discardableResult
    package func keepPerson(
        _ person: Person.ID, as actor: Actor, dryRun: Bool = false
    ) async throws -> OperationID {
        try await write(dryRun: dryRun) { writing in
            try Policy.require(actor, .organise, on: .organisation, date: writing.today)
            guard try writing.reading.isUnmatched(person) else {
                throw MergeError.notUnmatched(person)
            }
            let operation = try writing.begin(.keepPerson, on: writing.today, by: actor)
            try writing.keep(person, operation: operation)
            return operation.id
        }
    }

    /// Somebody who was kept as a person of their own waits to be matched again.
    ///
    /// - Throws: `MergeError.notKeeping` for another operation, which `undo` takes back.
    package func unkeepPerson(_ operation: OperationID, as actor: Actor) async throws {
        let today = today
        try await store.read { reading in
            try Policy.require(actor, .organise, on: .organisation, date: today)
            guard try reading.operation(operation).kind == .keepPerson else {
                throw MergeError.notKeeping(operation)
            }
        }
        try await undo(operation, as: actor)
    }

    /// Says that two people are not the same, or takes that back; from then on they are no longer
    /// suggested, or are again.
    package func distinguish(
        _ one: Person.ID, from other: Person.ID, ended: Bool = false, as actor: Actor
    ) async throws {
        try await write { writing in
            try Policy.require(actor, .organise, on: .organisation, date: writing.today)
            if ended {
                try writing.endDistinction(one, other, by: actor)
            } else {
                try writing.distinguish(one, other, by: actor)
            }
        }
    }
}

extension Reading {
    fileprivate func likely(
        _ person: Person, _ distinct: Set<PersonPair>, today: LocalDate, limit: Int
    ) throws -> [FoundPerson] {
        let own = try personKey(person.id)
        let text = [person.name.latin, person.name.native].compactMap(\.self).first ?? ""
        let search = PeopleSearch(
            text: "", query: NameQuery(text, born: nil), today: today, limit: 20)
        return Array(
            try search.run(in: self).filter { found in
                guard found.id != person.id, case .name(let comparison) = found.match,
                    comparison.isSuggested || comparison.score >= 0.6
                else { return false }
                return try !distinct.contains(PersonPair(own, personKey(found.id)))
            }.prefix(limit))
    }
}
