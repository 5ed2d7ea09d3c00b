package import Courses
import Store

/// What is to be different of a programme; nil leaves a thing as it is.
package struct ProgrammeChange: Sendable, Equatable {
    package var name: String?
    package var rules: CourseRules?
    /// Its description; an empty text takes a language away.
    package var description: [Language: String]

    package init(
        name: String? = nil, rules: CourseRules? = nil, description: [Language: String] = [:]
    ) {
        self.name = name
        self.rules = rules
        self.description = description
    }
}

extension Desk {
    /// A programme with its description, for whoever may change it.
    package func programmeToChange(
        _ reference: String, as actor: Actor
    ) async throws -> Shown<Programme> {
        let today = today
        return try await store.read { reading in
            try Policy.require(actor, .organise, on: .organisation, date: today)
            return try reading.shownProgramme(reference)
        }
    }

    /// Changes what a programme is called and the rules that rounds made from now on will copy;
    /// rounds that exist keep theirs.
    @discardableResult
    package func changeProgramme(
        _ reference: String, _ change: ProgrammeChange, shown: ShownState? = nil, as actor: Actor
    ) async throws -> Shown<Programme> {
        if let fault = change.rules?.fault { throw OrganisingError.rules(fault) }
        if let name = change.name { try Self.check(name: name) }
        try Self.check(change.description)
        return try await write { writing in
            try Policy.require(actor, .organise, on: .organisation, date: writing.today)
            let before = try writing.reading.shownProgramme(reference)
            try before.check(shown)
            let id = before.value.id
            try writing.change(
                id, name: change.name ?? before.value.name,
                rules: change.rules ?? before.value.rules)
            try writing.write(change.description, of: .programme(id))
            try writing.audit("changeProgramme", "programme", id.description, by: actor)
            return try writing.reading.shownProgramme(id.description)
        }
    }
}

extension Reading {
    fileprivate func shownProgramme(_ reference: String) throws -> Shown<Programme> {
        let programme = try programme(reference)
        return Shown(programme, texts: try texts(of: .programme(programme.id)))
    }
}
