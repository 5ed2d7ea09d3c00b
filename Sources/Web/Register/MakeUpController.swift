import Courses
import Desk
import Hummingbird
import Localisation

/// Adds somebody of another group who makes up for a session that they missed.
struct MakeUpController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/sessions/{id}/make-up", use: choose)
        router.post("/sessions/{id}/make-up", use: save)
    }

    @Sendable private func choose(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (register, actor) = try await site.register(context)
        let session = register.session.session.id
        let candidates = try await site.desk.makeUpCandidates(for: session, as: actor)
        let layout = { site.layout(title: $0, for: visitor, at: $1) }
        guard let asked = request.uri.queryParameters["person"] else {
            return site.respond(
                MakeUpPage(
                    layout: layout, visitor: visitor, session: session, candidates: candidates))
        }
        let candidate = try candidates.first { $0.person.description == asked }.orNotFound()
        let missed = try await site.desk.missedSessions(
            of: candidate.person, for: session, as: actor)
        let row = register.rows.first { $0.person == candidate.person }
        return site.respond(
            MakeUpPage(
                layout: layout, visitor: visitor, session: session, candidate: candidate,
                base: row?.version ?? 0, missed: missed, rendering: Entropy.system.actID()))
    }

    @Sendable private func save(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (register, actor) = try await site.register(context)
        let form = try await Form.read(request, of: visitor)
        guard let person = form["person"].flatMap({ Person.ID($0) }),
            let missed = form["missed"].flatMap({ Session.ID($0) }),
            let rendering = form["rendering"].flatMap({ ActID($0) }),
            let base = form["base"].flatMap({ Int($0) })
        else { throw Refusal.malformed }
        let session = register.session.session
        let mark = Mark(
            value: .present(lateMinutes: nil, leftEarlyMinutes: nil),
            mode: session.mode == .hybrid ? .onsite : session.mode, role: .makeUp(for: missed))
        let now = site.desk.clock.now()
        let act = Act(
            id: ActID(contentOf: "\(rendering) \(person) \(missed)"),
            sequence: Int(clamping: now.milliseconds), session: session.id, at: now,
            statement: .mark(person, mark, base: base, reason: nil))
        let batch = ActBatch(
            batch: rendering.description, device: visitor.formDevice, sentAt: now,
            items: [.act(act, raw: act.wireText)])
        let told = Told(try await site.desk.save(batch, by: actor, token: context.visitor.token))
        return site.redirect(to: "/sessions/\(session.id)" + told.query)
    }
}
