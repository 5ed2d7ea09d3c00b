package import Courses
import Store

extension Desk {
    /// What somebody speaks, best first, and how well.
    package func spokenLanguages(
        of person: Person.ID, as actor: Actor
    ) async throws -> [SpokenLanguage] {
        let today = today
        return try await store.read { reading in
            try Policy.require(actor, .readPeople, on: .organisation, date: today)
            _ = try reading.person(person)
            return try reading.spokenLanguages(of: person)
        }
    }

    /// - Parameters:
    ///   - languages: at most 16, best first.
    ///   - shown: what somebody decided on; nil does not ask.
    package func setSpokenLanguages(
        _ languages: [SpokenLanguage], of person: Person.ID, shown: [SpokenLanguage]? = nil,
        as actor: Actor
    ) async throws {
        guard Set(languages.map(\.language)).count == languages.count else {
            throw OrganisingError.languageTwice
        }
        guard languages.count <= 16 else { throw OrganisingError.tooManyLanguages(maximum: 16) }
        try await write { writing in
            try Policy.require(actor, .organise, on: .organisation, date: writing.today)
            _ = try writing.reading.person(person)
            if let shown, try shown != writing.reading.spokenLanguages(of: person) {
                throw OrganisingError.changedMeanwhile
            }
            try writing.setSpokenLanguages(languages, of: person)
            try writing.audit("setLanguages", "person", person.description, by: actor)
        }
    }
}
