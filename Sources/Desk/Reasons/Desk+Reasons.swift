package import Courses
import Store

/// What a listed reason is to be.
package struct NewReason: Sendable, Equatable {
    package var code: String
    package var kind: ReasonKind
    package var texts: [Language: String]
    /// The first day on which it is offered; nil for today.
    package var from: LocalDate?
    package var lastDay: LocalDate?

    package init(
        code: String, kind: ReasonKind, texts: [Language: String], from: LocalDate? = nil,
        lastDay: LocalDate? = nil
    ) {
        self.code = code
        self.kind = kind
        self.texts = texts
        self.from = from
        self.lastDay = lastDay
    }
}

/// How long a listed reason is to be offered.
package enum ReasonSpan: Sendable, Equatable {
    case asItIs
    /// From today, or from when it opens; without end.
    case open
    case closed(after: LocalDate)
}

extension Desk {
    /// All that were ever listed, as anybody on the staff may read them.
    package func reasons(as actor: Actor) async throws -> [Reason] {
        try await readPlan(as: actor) { try $0.reasons() }
    }

    /// Those that are offered today.
    package func offeredReasons(_ kind: ReasonKind, as actor: Actor) async throws -> [Reason] {
        let today = today
        return try await reasons(as: actor).filter { $0.kind == kind && $0.isOpen(on: today) }
    }

    package func reason(_ code: String, as actor: Actor) async throws -> Shown<Reason> {
        try await readPlan(as: actor) { try $0.shownReason(code) }
    }

    @discardableResult
    package func addReason(_ new: NewReason, as actor: Actor) async throws -> Shown<Reason> {
        guard ReasonText.isCode(new.code) else { throw OrganisingError.codeMalformed(new.code) }
        try Self.check(new.texts)
        return try await write { writing in
            try Policy.require(actor, .organise, on: .organisation, date: writing.today)
            try Self.add(new, writing, actor)
            return try writing.reading.shownReason(new.code)
        }
    }

    static func add(_ new: NewReason, _ writing: Writing, _ actor: Actor) throws {
        let from = new.from ?? writing.today
        try unlessTaken(.codeTaken(new.code)) {
            try writing.addReason(code: new.code, kind: new.kind)
        }
        try write(new.texts, of: new.code, writing)
        try writing.say(new.code, isOpen: true, from: from, by: actor)
        if let last = new.lastDay {
            guard last >= from else { throw OrganisingError.reasonEndsTooEarly(from) }
            try writing.say(new.code, isOpen: false, from: last.adding(days: 1), by: actor)
        }
        try writing.audit("addReason", "reason", new.code, by: actor)
    }

    /// Words a reason better, and says how long it is to be offered. What was done for it keeps it
    /// and is read in the new words; what means something else is another reason.
    ///
    /// - Parameter texts: an empty text takes a language away; those not named stay.
    @discardableResult
    package func changeReason(
        _ code: String, texts: [Language: String] = [:], span: ReasonSpan = .asItIs,
        shown: ShownState? = nil, as actor: Actor
    ) async throws -> Shown<Reason> {
        try Self.check(texts)
        return try await write { writing in
            try Policy.require(actor, .organise, on: .organisation, date: writing.today)
            let before = try writing.reading.shownReason(code)
            try before.check(shown)
            try Self.write(texts, of: code, writing)
            try Self.say(span, of: before.value, writing, actor)
            try writing.audit("changeReason", "reason", code, by: actor)
            return try writing.reading.shownReason(code)
        }
    }

    private static func write(
        _ texts: [Language: String], of code: String, _ writing: Writing
    ) throws {
        guard texts.values.allSatisfy({ $0.isEmpty || !$0.allSatisfy(\.isWhitespace) }) else {
            throw OrganisingError.reasonTextMissing
        }
        guard texts.values.allSatisfy({ $0.unicodeScalars.count <= longestReason }) else {
            throw OrganisingError.textTooLong(maximum: longestReason)
        }
        try writing.write(texts, of: .reason(code))
        if try writing.reading.texts(of: .reason(code)).texts.isEmpty {
            throw OrganisingError.reasonTextMissing
        }
    }

    /// Letters of a text that stands in a list.
    private static let longestReason = 120

    /// Says only what is not so already, of today and later.
    private static func say(
        _ span: ReasonSpan, of reason: Reason, _ writing: Writing, _ actor: Actor
    ) throws {
        let today = writing.today
        let first = reason.isOpen(on: today) ? today : reason.opens(after: today)
        switch span {
        case .asItIs: return
        case .open:
            guard let first else {
                return try writing.say(reason.code, isOpen: true, from: today, by: actor)
            }
            guard reason.lastDay(from: first) != nil else { return }
            try writing.say(reason.code, isOpen: true, from: first, by: actor)
        case .closed(let last):
            let earliest = (first ?? today).adding(days: -1)
            guard last >= earliest else { throw OrganisingError.reasonEndsTooEarly(earliest) }
            let known = first == nil ? earliest : first.flatMap { reason.lastDay(from: $0) }
            guard last != known else { return }
            if let known, last > known {
                try writing.say(reason.code, isOpen: true, from: first ?? today, by: actor)
            }
            try writing.say(reason.code, isOpen: false, from: last.adding(days: 1), by: actor)
        }
    }
}

extension Reading {
    fileprivate func shownReason(_ code: String) throws -> Shown<Reason> {
        let reason = try reason(code)
        return Shown(
            reason, saying: "\(reason.code) \(reason.kind) \(reason.said)",
            texts: reason.listed.texts)
    }
}
