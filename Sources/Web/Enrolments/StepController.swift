import Courses
import Desk
import HTTPTypes
import Hummingbird

/// Steps of enrolments and what undoes them: each is shown before it is taken.
struct StepController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/rounds/{round}/enrolment/step", use: begin)
        router.post("/rounds/{round}/enrolment/preview", use: preview)
        router.post("/rounds/{round}/enrolment/take", use: take)
    }

    @Sendable private func begin(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (book, actor) = try await site.enrolments(context)
        let query = request.uri.queryParameters
        let kind = query["kind"].flatMap { EnrolmentAct.Kind(rawValue: String($0)) }
        let person = query["person"].flatMap { Person.ID(String($0)) }
        var act = EnrolmentAct(try kind.orNotFound())
        act.people = [try person.orNotFound()]
        act.filter = EnrolmentFilter(query)
        guard act.kind != .undo, book.row(act.people[0]) != nil else { throw Refusal.notFound }
        return try await site.preview(act.begun(in: book), book, context.visitor, actor)
    }

    @Sendable private func preview(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (book, actor) = try await site.enrolments(context)
        let form = try await Form.read(request, of: context.visitor)
        let act = try EnrolmentAct(form).begun(in: book)
        return try await site.preview(act, book, context.visitor, actor)
    }

    /// Does what was shown, if the round is still as it was then; else shows what would happen now.
    @Sendable private func take(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (book, actor) = try await site.enrolments(context)
        let form = try await Form.read(request, of: visitor)
        let act = try EnrolmentAct(form)
        var beside = StepContext()
        guard let basis = form.string("basis").flatMap({ RoundBasis($0) }),
            form["shown"] == act.digest, act.faults.isEmpty
        else {
            beside.isNotAsShown = true
            return try await site.preview(act, book, visitor, actor, beside: beside)
        }
        do {
            let applied = try await act.run(
                in: book, site.desk, as: actor, dryRun: false, basis: basis)
            return site.redirect(to: act.address(after: applied.id, in: book))
        } catch OperationError.roundChanged {
            beside.isChanged = true
            beside.changes = try await site.changes(
                since: basis.lastOperation, book, visitor, actor)
        } catch  where worded(error)?.kind == .conflict || worded(error)?.kind == .invalid {
            // The preview says the same, with what can be chosen instead.
        }
        return try await site.preview(
            act, book, visitor, actor, beside: beside, status: .conflict)
    }
}

extension EnrolmentAct {
    /// Where what was done is told.
    fileprivate func address(after done: OperationID, in book: EnrolmentBook) -> String {
        switch back {
        case .list: filter.added(to: book.address + "?done=\(done)")
        case .history: book.historyAddress + "?done=\(done)"
        }
    }
}
