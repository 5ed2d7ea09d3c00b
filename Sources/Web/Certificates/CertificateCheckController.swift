import Courses
import Desk
import Hummingbird

/// Says of a certificate's number whether it is valid, to anybody who has it.
struct CertificateCheckController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/certificates", use: check)
    }

    @Sendable private func check(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let typed = String(request.typed("number").prefix(40))
        let found =
            typed.allSatisfy(\.isWhitespace)
            ? nil
            : try await site.desk.checkCertificate(typed, as: visitor.account?.actor)
        let page = CertificateCheckPage(
            layout: { site.layout(title: $0, for: visitor, at: "/certificates") },
            visitor: visitor, typed: typed, found: found)
        return site.respond(page, headers: [.cacheControl: "no-store"])
    }
}
