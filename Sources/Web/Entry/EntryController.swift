import Courses
import Desk
import Hummingbird
import Localisation

/// A session's sheet, entered afterwards.
struct EntryController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/sessions/{id}/entry", use: show)
        router.post("/sessions/{id}/entry", use: save)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (register, _) = try await register(context)
        let told = Told(request.uri.queryParameters).notices(for: context.visitor)
        return site.respond(page(context, register, notices: told))
    }

    private func register(_ context: WebContext) async throws -> (Register, Actor) {
        let actor = try context.visitor.signedIn()
        let id = try Session.ID(context.parameters.get("id") ?? "").orNotFound()
        return (try await site.desk.register(of: id, as: actor), actor)
    }

    private func page(
        _ context: WebContext, _ register: Register, typed: Form? = nil,
        submission: EntrySubmission? = nil, notices: [Notice] = []
    ) -> EntryPage {
        let visitor = context.visitor
        let address = "/sessions/\(register.session.session.id)/entry"
        return EntryPage(
            layout: { site.layout(title: $0, for: visitor, at: address) }, assets: site.assets,
            visitor: visitor, register: register, rendering: Entropy.system.actID(),
            typed: typed, submission: submission, notices: notices)
    }

    @Sendable private func save(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (register, actor) = try await register(context)
        let form = try await Form.read(request, of: visitor)
        let submission = try EntrySubmission(
            form, register: register, at: site.desk.clock.now(), visitor: visitor)
        guard !submission.isFaulty else {
            return site.respond(
                page(context, register, typed: form, submission: submission),
                status: .unprocessableContent)
        }
        var told = Told()
        if let batch = submission.batch {
            told = Told(
                try await site.desk.save(batch, by: actor, token: context.visitor.token))
        }
        return site.redirect(
            to: "/sessions/\(register.session.session.id)/entry" + told.query)
    }
}
