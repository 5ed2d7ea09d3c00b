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
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        var visitor = context.visitor
        let (register, _) = try await register(context)
        let asked = request.uri.queryParameters["names"].map(String.init)
        if let asked { visitor.namesInNativeScript = asked == "native" }
        let page = RegisterPage(
            site: site, visitor: visitor, register: register,
            notices: Told(request.uri.queryParameters).notices(for: visitor))
        var response = site.respond(page, compressedFor: request)
        if let asked, ["native", "latin"].contains(asked) {
            response.setCookie(
                Cookie(
                    name: CookieName.names, value: asked, maxAge: 365 * 86_400, path: "/",
                    secure: site.settings.isSecure, httpOnly: true, sameSite: .lax))
        }
        return response
    }

    private func register(_ context: WebContext) async throws -> (Register, Actor) {
        let actor = try context.visitor.signedIn()
        let id = try Session.ID(context.parameters.get("id") ?? "").orNotFound()
        return (try await site.desk.register(of: id, as: actor), actor)
    }

    @Sendable private func save(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (register, actor) = try await register(context)
        let form = try await Form.read(request, of: visitor)
        let now = site.desk.clock.now()
        let submission = RegisterSubmission(form, register: register, at: now, visitor: visitor)
        guard submission.faults.isEmpty else {
            let page = RegisterPage(
                site: site, visitor: visitor, register: register, typed: form,
                faults: submission.faults)
            return site.respond(page, status: .unprocessableContent)
        }
        var told = Told()
        if let batch = submission.batch {
            told = Told(try await site.desk.save(batch, by: actor))
        }
        return site.redirect(to: "/sessions/\(register.session.session.id)" + told.query)
    }
}
