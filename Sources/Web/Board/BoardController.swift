import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation

/// The board of a round: shown, and changed by acts that are shown before they are done.
struct BoardController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/rounds", use: rounds)
        router.get("/rounds/{round}/board", use: show)
        router.get("/rounds/{round}/board/move", use: move)
        router.get("/rounds/{round}/board/change", use: change)
        router.post("/rounds/{round}/board/preview", use: preview)
        router.post("/rounds/{round}/board/apply", use: apply)
    }

    @Sendable private func rounds(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let page = RoundsPage(
            layout: { site.layout(title: $0, for: visitor, at: "/rounds") }, visitor: visitor,
            rounds: try await site.desk.roundsToOrganise(as: try visitor.signedIn()))
        return site.respond(page)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (board, actor) = try await site.board(context)
        let asked = request.uri.queryParameters["done"].flatMap { OperationID(String($0)) }
        var done: BoardDone?
        if let asked { done = try await self.done(asked, board, visitor, actor) }
        let page = BoardPage(
            layout: { site.layout(title: $0, for: visitor, at: board.address) },
            script: site.assets.boardScript, visitor: visitor, board: board, done: done)
        return site.respond(page)
    }

    /// What the operation that the address names did; nil for one that is not the round's.
    private func done(
        _ operation: OperationID, _ board: Board, _ visitor: Visitor, _ actor: Actor
    ) async throws -> BoardDone? {
        let history = try await site.desk.history(of: board.round.code, as: actor)
        return history.entries.first { $0.id == operation }.map {
            BoardDone($0, history, BoardWords(board, visitor))
        }
    }

    /// Chooses where one person goes.
    @Sendable private func move(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (board, actor) = try await site.board(context)
        let person = request.uri.queryParameters["person"].flatMap { Person.ID(String($0)) }
        var act = BoardAct(.move)
        act.people = [try person.orNotFound()]
        guard board.everybody[act.people[0]] != nil else { throw Refusal.notFound }
        return try await site.preview(
            act.withCompany(on: board), board, context.visitor, actor)
    }

    /// Begins a change of a group.
    @Sendable private func change(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (board, actor) = try await site.board(context)
        let query = request.uri.queryParameters
        let kind = query["kind"].flatMap { BoardAct.Kind(rawValue: String($0)) }
        let group = query["group"].flatMap { Group.ID(String($0)) }.flatMap { board.group($0) }
        var act = BoardAct(try kind.orNotFound())
        guard act.kind.isOfGroup else { throw Refusal.notFound }
        act.group = try group.orNotFound().group.id
        act.isShown = true
        if act.kind == .leader {
            // Somebody who was chosen elsewhere.
            act.leader = query["leader"].flatMap { Person.ID(String($0)) }
            act.on = query["on"].flatMap { LocalDate(String($0)) }
        }
        return try await site.preview(act, board, context.visitor, actor)
    }

    @Sendable private func preview(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (board, actor) = try await site.board(context)
        let form = try await Form.read(request, of: context.visitor)
        let act = try BoardAct(form).withCompany(on: board)
        var beside = BoardContext()
        let since = form.string("since").flatMap { OperationID($0) }
        if form["since"] != nil, since != board.lastOperation {
            beside.isChanged = true
            beside.changes = try await site.changes(since: since, board, context.visitor, actor)
        }
        return try await site.preview(act, board, context.visitor, actor, beside: beside)
    }

    /// Does what was shown, if the round is still as it was then; else shows what would happen now.
    @Sendable private func apply(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (board, actor) = try await site.board(context)
        let form = try await Form.read(request, of: visitor)
        let act = try BoardAct(form)
        var beside = BoardContext()
        guard let basis = form.string("basis").flatMap({ RoundBasis($0) }),
            form["shown"] == act.digest
        else {
            beside.isNotAsShown = true
            return try await site.preview(act, board, visitor, actor, beside: beside)
        }
        do {
            let applied = try await act.run(
                on: board, site.desk, as: actor, dryRun: false, basis: basis)
            return site.redirect(to: board.address + "?done=\(applied.id)")
        } catch OperationError.roundChanged {
            beside.isChanged = true
            beside.changes = try await site.changes(
                since: basis.lastOperation, board, visitor, actor)
        } catch  where worded(error)?.kind == .conflict || worded(error)?.kind == .invalid {
            // The preview says the same, with what can be chosen instead.
        }
        return try await site.preview(
            act, board, visitor, actor, beside: beside, status: .conflict)
    }
}

extension Board {
    var address: String { "/rounds/\(round.code)/board" }
}

extension Site {
    /// The board that the address names, for whoever may change it.
    func board(_ context: WebContext) async throws -> (Board, Actor) {
        let actor = try context.visitor.signedIn()
        let round = try context.parameters.get("round").orNotFound()
        return (try await desk.board(of: round, as: actor), actor)
    }
}
