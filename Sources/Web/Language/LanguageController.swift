import Courses
import Desk
import Hummingbird

/// Changes the language of the pages: of the account when somebody is signed in, else of the
/// browser.
struct LanguageController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.post("/language", use: choose)
    }

    @Sendable private func choose(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let form =
            try await visitor.account == nil
            ? Form.read(request) : Form.read(request, of: visitor)
        guard let language = form["language"].flatMap(AskedLanguage.known) else {
            throw Refusal.malformed
        }
        if let account = visitor.account {
            try await site.desk.setLanguage(language, as: account.actor)
        }
        let cookie = Cookie(
            name: CookieName.language, value: language.rawValue, maxAge: 365 * 86_400, path: "/",
            secure: site.settings.isSecure, httpOnly: true, sameSite: .lax)
        let next = form["next"] == "/sign-in" ? "/sign-in" : LocalAddress.checked(form["next"])
        return site.redirect(to: next ?? "/", cookies: [cookie])
    }
}
