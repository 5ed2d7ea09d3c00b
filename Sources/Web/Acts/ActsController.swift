import Courses
import Desk
import Hummingbird

/// What devices speak with: batches of acts in, registers out.
struct ActsController: Sendable {
    let site: Site

    /// Where batches go; who sends one is found out while it is saved.
    static let acts = "/api/v1/acts"

    func add(to router: some RouterMethods<WebContext>) {
        router.post(RouterPath(Self.acts), use: save)
        router.get("/api/v1/sessions", use: list)
        router.get("/api/v1/sessions/{id}", use: show)
    }

    @Sendable private func save(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        guard let token = context.heldToken else { throw Refusal.notSignedIn }
        // Another site's form can't say JSON, and its script would have to ask first.
        let type = request.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("application/json") else { throw Refusal.forged }
        let batch = try ActBatch(wire: await request.body.bytes(upTo: Form.limit))
        switch try await site.desk.save(batch, heldBy: token) {
        case .saved(let results): return site.json(ActBatch.answer(batch.batch, results))
        case .notSignedIn: throw Refusal.notSignedIn
        case .otherAccount: throw Refusal.otherAccount
        }
    }

    @Sendable private func list(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.visitor.signedIn()
        let sessions = try await site.desk.sessions(SessionFilter(), as: actor)
        let now = site.desk.clock.now()
        var writer = WireWriter()
        writer.object { writer in
            writer.array("sessions") { writer in
                for session in sessions { writer.object { $0.fields(of: session, at: now) } }
            }
        }
        return site.json(writer.bytes)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.visitor.signedIn()
        let id = try Session.ID(context.parameters.get("id") ?? "").orNotFound()
        let register = try await site.desk.register(of: id, as: actor)
        return site.json(register.wire(at: site.desk.clock.now()))
    }
}

extension Optional {
    func orNotFound() throws(Refusal) -> Wrapped {
        guard let self else { throw .notFound }
        return self
    }
}
