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
        kept: KeptForm? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        let page = SignInPage(
            site: site, visitor: context.visitor, userName: userName, next: next, fault: fault,
            kept: kept)
        return site.respond(page, status: status)
    }

    @Sendable private func signIn(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let form = try await Form.read(request)
        let next = LocalAddress.checked(form["next"])
        let kept = KeptForm(signingInWith: form)
        let userName = form.string("userName") ?? ""
        let keys = SignInLimiter.keys(
            address: context.peer.address ?? "none", userName: userName)
        if let seconds = limiter.begin(keys, at: site.desk.clock.now()) {
            var response = page(
                context, userName: userName, next: next, fault: Message("signIn.tooManyTries"),
                kept: kept, status: .tooManyRequests)
            response.headers[.retryAfter] = String(seconds)
            return response
        }
        do {
            let signedIn = try await site.desk.signIn(
                userName: userName, password: form["password"] ?? "",
                from: BrowserKind(userAgent: request.headers[.userAgent] ?? ""))
            limiter.succeeded(keys)
            if let kept, let answer = try await again(kept, signedIn) { return answer }
            return site.redirect(to: next ?? "/", cookies: [cookie(signedIn.token)])
        } catch AccountError.wrongNameOrPassword {
            return page(
                context, userName: userName, next: next, fault: Message("signIn.wrong"),
                kept: kept, status: .unprocessableContent)
        }
    }

    /// The register again with what was typed, for whoever may still see it.
    private func again(_ kept: KeptForm, _ signedIn: SignedIn) async throws -> Response? {
        let visitor = Visitor(
            account: signedIn.account, token: signedIn.token,
            localiser: .localiser(for: signedIn.account.language))
        do {
            var answer = try await site.register(of: kept, for: visitor)
            answer?.setCookie(cookie(signedIn.token))
            return answer
        } catch let error where [.notAllowed, .notFound].contains(worded(error)?.kind) {
            return nil
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
