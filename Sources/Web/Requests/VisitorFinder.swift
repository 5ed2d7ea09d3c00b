import Courses
import Desk
import Hummingbird
import Localisation

/// Finds out who asks, and in which language to answer.
struct VisitorFinder: RouterMiddleware {
    let site: Site

    @concurrent func handle(
        _ request: Request, context: WebContext,
        next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        guard !path.hasPrefix("/assets/") else {
            return try await next(request, context)
        }
        var context = context
        let cookies = request.cookies
        let token = cookies[CookieName.session]?.value
        context.heldToken = token
        var account: UserAccount?
        if let token, !token.isEmpty, path != ActsController.acts {
            account = try await site.desk.account(token: token)
        }
        let language =
            account?.language ?? AskedLanguage.language(of: request, cookies: cookies)
        context.visitor = Visitor(
            account: account, token: token, localiser: .localiser(for: language))
        context.visitor.namesInNativeScript =
            switch cookies[CookieName.names]?.value {
            case "native": true
            case "latin": false
            default: nil
            }
        return try await next(request, context)
    }
}

enum CookieName {
    static let session = "samsprak"
    static let language = "samsprak-language"
    static let names = "samsprak-names"
}
