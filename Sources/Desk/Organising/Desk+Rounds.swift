package import Courses
internal import Store

extension Desk {
    package func programmes(as actor: Actor) async throws -> [Programme] {
        try await readPlan(as: actor) { try $0.programmes() }
    }

    package func programme(_ reference: String, as actor: Actor) async throws -> Programme {
        try await readPlan(as: actor) { try $0.programme(reference) }
    }

    @discardableResult
    package func addProgramme(
        code: String, name: String, rules: CourseRules, description: [Language: String] = [:],
        as actor: Actor
    ) async throws -> Programme {
        try Self.check(code: code, name: name)
        try Self.check(description)
        if let fault = rules.fault { throw OrganisingError.rules(fault) }
        return try await write { writing in
            try Policy.require(actor, .organise, on: .organisation, date: writing.today)
            let id = try Self.unlessTaken(.codeTaken(code)) {
                try writing.addProgramme(code: code, name: name, rules: rules)
            }
            try writing.write(description, of: .programme(id))
            try writing.audit("addProgramme", "programme", id.description, by: actor)
            return Programme(id: id, code: code, name: name, rules: rules)
        }
    }

    /// Changes the rules that rounds made from now on will copy.
    package func change(
        _ reference: String, rules: CourseRules, as actor: Actor
    ) async throws {
        try await changeProgramme(reference, ProgrammeChange(rules: rules), as: actor)
    }

    package func rounds(as actor: Actor) async throws -> [Round] {
        try await readPlan(as: actor) { try $0.rounds() }
    }

    package func round(_ reference: String, as actor: Actor) async throws -> Round {
        try await readPlan(as: actor) { try $0.round(reference) }
    }

    @discardableResult
    package func addRound(
        of programme: String, code: String, name: String, firstDay: LocalDate, as actor: Actor
    ) async throws -> Round {
        try Self.check(code: code, name: name)
        return try await write { writing in
            try Policy.require(actor, .organise, on: .organisation, date: writing.today)
            let programme = try writing.reading.programme(programme)
            let id = try Self.unlessTaken(.codeTaken(code)) {
                try writing.addRound(of: programme, code: code, name: name, firstDay: firstDay)
            }
            try writing.audit("addRound", "round", id.description, by: actor)
            return try writing.reading.round(id.description)
        }
    }

    /// Ends a round; only then have its people completed it.
    package func endRound(
        _ reference: String, on date: LocalDate, as actor: Actor
    ) async throws -> OperationID {
        try await write { writing in
            let round = try writing.reading.round(reference)
            try Policy.require(actor, .organise, on: .round(round.id), date: writing.today)
            if let ended = round.endedOn { throw OrganisingError.roundEnded(ended) }
            guard date >= round.firstDay, date <= writing.today else {
                throw OrganisingError.endOutOfRange(date)
            }
            let operation = try writing.begin(
                .endRound, in: round.id, on: date, by: actor)
            try writing.end(round.id, on: date, operation: operation)
            return operation.id
        }
    }

    static func check(code: String, name: String) throws(OrganisingError) {
        let letters = code.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == 45
        }
        guard letters, (1...40).contains(code.utf8.count) else { throw .codeMalformed(code) }
        try check(name: name)
    }

    static func unlessTaken<Value>(
        _ error: OrganisingError, _ body: () throws -> Value
    ) throws -> Value {
        do {
            return try body()
        } catch let fault where StoreFault(fault) == .notUnique {
            throw error
        }
    }
}
