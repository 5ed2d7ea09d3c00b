import ArgumentParser
import Courses
import Desk
import Localisation

extension CommandContext {
    func register(_ session: String) async throws -> Register {
        try await desk.register(of: try await self.session(session).session.id, as: actor)
    }

    /// Saves one statement the way that devices' are, and says what became of it.
    ///
    /// - Parameter at: when it was done; nil is now.
    func record(
        _ statement: Act.Statement, at session: Session.ID, done at: Instant? = nil
    ) async throws -> Answer {
        let now = clock.now()
        let act = Act(
            id: Entropy.system.actID(), sequence: Int(now.milliseconds), session: session,
            at: at ?? now, statement: statement)
        let batch = ActBatch(
            batch: act.id.description, device: "command", sentAt: now,
            items: [.act(act, raw: act.wireText)])
        let results = try await desk.save(batch, by: actor)
        guard let result = results.first else { throw ExitCode(70) }
        return Answer(
            json: json(result, session), text: localiser(result.outcome.message) + "\n",
            exitCode: result.outcome.counts ? .success : Failure.Kind.conflict.exitCode)
    }

    /// - Parameter session: nil where the act named none that can be read.
    func json(_ result: ActResult, _ session: Session.ID?) -> JSON {
        [
            "id": .string(result.id), "session": .described(session),
            "outcome": .string(result.outcome.present.code), "version": .number(result.version),
            "value": result.standing?.json ?? .null,
            "reason": .described(result.outcome.rule?.rawValue),
        ]
    }
}

extension ActResult.Outcome {
    /// Whether all is as was said now.
    fileprivate var counts: Bool {
        switch present {
        case .accepted, .merged: true
        case .needsReview, .kept: false
        }
    }

    var present: ActOutcome {
        switch self {
        case .now(let outcome), .repeated(let outcome): outcome
        }
    }

    fileprivate var rule: KeptRule? {
        if case .kept(let rule) = present { rule } else { nil }
    }

    var message: Message {
        switch present {
        case .accepted: Message("command.outcome.accepted")
        case .merged: Message("command.outcome.merged")
        case .needsReview: Message("command.outcome.needsReview")
        case .kept(let rule): rule.message
        }
    }
}

extension PastValueAnswer {
    fileprivate var json: JSON {
        switch self {
        case .mark(let mark): .string(mark.value.code.rawValue)
        case .count(let count): .number(count)
        case .word(let word): .string(word)
        }
    }
}
