import Courses
import Desk
import Hummingbird

/// Certificates to be printed: one, a group's or a round's, one page each.
struct CertificatePapersController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/rounds/{round}/certificates/paper", use: ofRound)
        router.get("/groups/{id}/certificates", use: ofGroup)
        router.get("/certificates/{number}", use: one)
    }

    @Sendable private func ofRound(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let reference = try context.parameters.get("round").orNotFound()
        let papers = try await site.desk.certificatePapers(
            of: reference, as: try context.visitor.signedIn())
        return page(papers, request, context)
    }

    @Sendable private func ofGroup(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let id = try Group.ID(context.parameters.get("id") ?? "").orNotFound()
        let papers = try await site.desk.certificatePapers(
            ofGroup: id, as: try context.visitor.signedIn())
        return page(papers, request, context)
    }

    @Sendable private func one(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let number = try context.parameters.get("number").orNotFound()
        let papers = try await site.desk.certificatePaper(
            number, as: try context.visitor.signedIn())
        return page(papers, request, context)
    }

    /// Names of protected people may stand there, so that nothing keeps the page.
    private func page(
        _ papers: CertificatePapers, _ request: Request, _ context: WebContext
    ) -> Response {
        let visitor = context.visitor
        let scheme = context.peer.isSecure ? "https" : "http"
        let host = request.head.authority ?? "localhost"
        let page = CertificatePage(
            layout: {
                site.layout(
                    title: $0, for: visitor, at: "/rounds/\(papers.round.code)/certificates")
            }, style: site.assets.certificateStyle, visitor: visitor, papers: papers,
            checkAddress: "\(scheme)://\(host)/certificates")
        return site.respond(page, headers: [.cacheControl: "no-store"])
    }
}
