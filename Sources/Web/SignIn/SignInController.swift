import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation

struct SignInController: Sendable {
    let site: Site
    private let limiter = SignInLimiter()

    init(site: Site) {
        self.site = site
    }

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/sign-in", use: show)
        router.post("/sign-in", use: signIn)
        router.post("/sign-out", use: signOut)
    }

    @Sendable private func show(_ request: Request, _ context: WebContext) -> Response {
        let next = request.uri.queryParameters["next"].map(String.init)
        guard context.visitor.account == nil else {
            return site.redirect(to: LocalAddress.checked(next) ?? "/")
        }
        return page(context, next: LocalAddress.checked(next))
    }

    private func page(
        _ context: WebContext, userName: String = "", next: String?, fault: Message? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let page = SignInPage(
            site: site, visitor: context.visitor, userName: userName, next: next, fault: fault)
        return site.respond(page, status: status)
    }

    @Sendable private func signIn(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let form = try await Form.read(request)
        let next = LocalAddress.checked(form["next"])
        let userName = form.string("userName") ?? ""
        let keys = SignInLimiter.keys(
            address: context.peer.address ?? "none", userName: userName)
        if let seconds = limiter.begin(keys, at: site.desk.clock.now()) {
            var response = page(
                context, userName: userName, next: next, fault: Message("signIn.tooManyTries"),
                status: .tooManyRequests)
            response.headers[.retryAfter] = String(seconds)
            return response
        }
        do {
            let signedIn = try await site.desk.signIn(
                userName: userName, password: form["password"] ?? "",
                from: BrowserKind(userAgent: request.headers[.userAgent] ?? ""))
            limiter.succeeded(keys)
            return site.redirect(to: next ?? "/", cookies: [cookie(signedIn.token)])
        } catch AccountError.wrongNameOrPassword {
            return page(
                context, userName: userName, next: next, fault: Message("signIn.wrong"),
                status: .unprocessableContent)
        }
    }

    private func cookie(_ token: String) -> Cookie {
        Cookie(
            name: CookieName.session, value: token,
            maxAge: token.isEmpty ? 0 : Int(Desk.signInLasts / 1000), path: "/",
            secure: site.settings.isSecure, httpOnly: true, sameSite: .lax)
    }

    @Sendable private func signOut(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        guard let account = visitor.account, let token = visitor.token else {
            return site.redirect(to: "/sign-in")
        }
        _ = try await Form.read(request, of: visitor)
        try await site.desk.signOut(token: token, as: account.actor)
        return site.redirect(to: "/sign-in", cookies: [cookie("")])
    }
}
