import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation

extension Site {
    /// What a step would do to a round as it is now.
    func preview(
        _ act: EnrolmentAct, _ book: EnrolmentBook, _ visitor: Visitor, _ actor: Actor,
        beside: StepContext = StepContext(), status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        var beside = beside
        let trial = try await attempt(act, book, visitor, actor)
        let round = book.round.id.description
        beside.reasons = try await desk.offeredReasons(act.kind.reasons, as: actor)
        if let operation = act.operation {
            let history = try await desk.history(of: round, as: actor)
            let words = PastWords(history, of: book.round, visitor)
            beside.undoing = history.entries.first { $0.id == operation }.map { words.act($0) }
        }
        if act.kind == .prioritise {
            for person in act.people {
                beside.priorities[person] = try await desk.priorities(
                    of: person, in: round, as: actor)
            }
        }
        let page = StepPage(
            layout: { layout(title: $0, for: visitor, at: book.address) },
            words: EnrolmentWords(book, visitor), act: act, trial: trial, beside: beside)
        return respond(page, status: status)
    }

    private func attempt(
        _ act: EnrolmentAct, _ book: EnrolmentBook, _ visitor: Visitor, _ actor: Actor
    ) async throws -> StepTrial {
        guard act.kind == .undo || !act.people.isEmpty else {
            return .refused(
                BoardFault(visitor.say(Message("error.nobodyNamed"))), mayOverrule: false)
        }
        guard !act.isIncomplete else { return .incomplete }
        do {
            return .would(
                try await act.run(in: book, desk, as: actor, dryRun: true, basis: nil))
        } catch {
            guard let told = worded(error), told.kind != .notAllowed else { throw error }
            let names = try await names(book, visitor, actor)
            return .refused(
                BoardFault(ofStep: told, names: names, visitor: visitor),
                mayOverrule: ["obstacles", "tooMany", "reasonNeeded"].contains(told.code))
        }
    }

    /// What others did to a round since an operation.
    func changes(
        since operation: OperationID?, _ book: EnrolmentBook, _ visitor: Visitor, _ actor: Actor
    ) async throws -> [PastAct] {
        let history = try await desk.history(
            of: book.round.id.description, since: operation, as: actor)
        let words = PastWords(history, of: book.round, visitor)
        return history.entries.map { words.act($0) }
    }

    /// What the ids stand for that a refusal may name.
    private func names(
        _ book: EnrolmentBook, _ visitor: Visitor, _ actor: Actor
    ) async throws -> [String: String] {
        let words = EnrolmentWords(book, visitor)
        var names = words.idNames
        let sessions = try await desk.sessions(SessionFilter(round: book.round.id), as: actor)
        for session in sessions.map(\.session) {
            let groups = visitor.localiser.list(session.groups.map { words.name($0.group) })
            let date = visitor.localiser.date(session.date, style: .long)
            names[session.id.description] = groups + ", " + date
        }
        let history = try await desk.history(of: book.round.id.description, as: actor)
        let past = PastWords(history, of: book.round, visitor)
        for entry in history.entries {
            names[entry.id.description] = visitor.say(entry.kind.message) + ", " + past.time(entry)
            for person in entry.people where names[person.description] == nil {
                names[person.description] = past.name(person)
            }
        }
        return names
    }
}
