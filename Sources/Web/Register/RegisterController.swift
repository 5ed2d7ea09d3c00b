import Courses
import Desk
import Hummingbird
import Localisation

/// A session's register: a page that is a form, and its submit.
struct RegisterController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/sessions/{id}", use: show)
        router.post("/sessions/{id}", use: save)
        router.post("/sessions/{id}/substitute", use: substitute)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        var visitor = context.visitor
        let (register, actor) = try await site.register(context)
        let asked = request.uri.queryParameters["names"].map(String.init)
        if let asked { visitor.namesInNativeScript = asked == "native" }
        let told = Told(request.uri.queryParameters)
        let page = RegisterPage(
            site: site, visitor: visitor, register: register,
            notices: told.notices(for: visitor, undoing: register),
            substitutes: try await substitutes(for: actor))
        var response = site.respond(page, compressedFor: request)
        if let asked, ["native", "latin"].contains(asked) {
            response.setCookie(
                Cookie(
                    name: CookieName.names, value: asked, maxAge: 365 * 86_400, path: "/",
                    secure: site.settings.isSecure, httpOnly: true, sameSite: .lax))
        }
        return response
    }

    @Sendable private func save(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (register, actor) = try await site.register(context)
        let form = try await Form.read(request, of: visitor)
        let submission = RegisterSubmission(
            form, register: register, at: site.desk.clock.now(), visitor: visitor)
        guard submission.faults.isEmpty else {
            let page = RegisterPage(
                site: site, visitor: visitor, register: register, typed: form,
                faults: submission.faults, substitutes: try await substitutes(for: actor))
            return site.respond(page, status: .unprocessableContent)
        }
        var told = Told()
        if let batch = submission.batch {
            told = Told(
                try await site.desk.save(batch, by: actor, token: context.visitor.token),
                undoing: submission.undoes)
        }
        let intent = submission.intent
        let address = "/sessions/\(register.session.session.id)" + (intent.next ?? "")
        return site.redirect(to: address + told.query + intent.fragment)
    }

    // MARK: Substitutes

    /// Whom an administrator may name; nobody for others.
    private func substitutes(for actor: Actor) async throws -> [UserAccount] {
        let today = WallClock.date(site.desk.clock.now())
        guard Policy.allows(actor, .manageUsers, on: .organisation, date: today) else { return [] }
        return try await site.desk.accounts(as: actor).filter { !$0.isClosed }
    }

    @Sendable private func substitute(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (register, actor) = try await site.register(context)
        let form = try await Form.read(request, of: visitor)
        guard let person = form["person"].flatMap({ Person.ID($0) }) else {
            throw Refusal.malformed
        }
        let days = form.string("days").flatMap { Int(asciiDigits($0)) } ?? -1
        guard (0...60).contains(days) else {
            let text = visitor.say(Message("error.substituteDays"))
            let page = RegisterPage(
                site: site, visitor: visitor, register: register, typed: form,
                faults: [Fault(target: "sub-days", text: text)],
                substitutes: try await substitutes(for: actor))
            return site.respond(page, status: .unprocessableContent)
        }
        let session = register.session.session.id
        try await site.desk.substitute(person, at: session, days: days, as: actor)
        return site.redirect(to: "/sessions/\(session)?saved=1")
    }
}

extension Site {
    /// The register that a path names.
    func register(_ context: WebContext) async throws -> (Register, Actor) {
        let actor = try context.visitor.signedIn()
        let id = try Session.ID(context.parameters.get("id") ?? "").orNotFound()
        return (try await desk.register(of: id, as: actor), actor)
    }
}
