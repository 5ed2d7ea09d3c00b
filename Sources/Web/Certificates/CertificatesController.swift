import Courses
import Desk
import Hummingbird

/// Who has completed a round, and what they are given for it.
struct CertificatesController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/rounds/{round}/certificates", use: show)
        router.post("/rounds/{round}/certificates", use: act)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let reference = try context.parameters.get("round").orNotFound()
        let list = try await site.desk.certificates(in: reference, as: actor)
        let address = "/rounds/\(list.round.code)/certificates"
        let asked = request.uri.queryParameters
        return site.respond(
            CertificatesPage(
                layout: { site.layout(title: $0, for: visitor, at: address) }, visitor: visitor,
                list: list,
                issuedSince: asked["since"].flatMap { Int64($0) }.map {
                    Instant(milliseconds: $0)
                }, withdrawn: asked["withdrawn"].flatMap { CertificateNumber(String($0)) }))
    }

    @Sendable private func act(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.visitor.signedIn()
        let reference = try context.parameters.get("round").orNotFound()
        let form = try await Form.read(request, of: context.visitor)
        let round = try await site.desk.round(reference, as: actor)
        let address = "/rounds/\(round.code)/certificates"
        switch form.string("kind") {
        case "issue":
            let person = form.string("person").map { Person.ID($0) }
            let people = try person.map { [try $0.orNotFound()] } ?? []
            let issued = try await site.desk.issueCertificates(
                to: people, in: round.id.description, as: actor)
            let since = issued.issued.map(\.issuedAt.milliseconds).min()
            return site.redirect(to: address + (since.map { "?since=\($0)" } ?? ""))
        case "withdraw":
            let gone = try await site.desk.withdrawCertificate(
                form.string("number") ?? "", as: actor)
            return site.redirect(to: address + "?withdrawn=\(gone.number)")
        default: throw Refusal.malformed
        }
    }
}
