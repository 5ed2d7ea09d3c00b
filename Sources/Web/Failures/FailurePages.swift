import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation
import Logging

/// Answers what went wrong: a page, JSON under `/api/`, or the way to the sign-in.
struct FailurePages: RouterMiddleware {
    let site: Site

    @concurrent func handle(
        _ request: Request, context: WebContext,
        next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return await answer(error, to: request, context)
        }
    }

    private func answer(
        _ error: any Error, to request: Request, _ context: WebContext
    ) async -> Response {
        let isForProgram = request.uri.path.hasPrefix("/api/")
        if !isForProgram, error as? Refusal == .notSignedIn {
            return await site.signInKeeping(request, context) ?? signIn(request)
        }
        let told = told(error)
        if told.status.code >= 500 {
            context.logger.error(
                "failed", metadata: ["cause": .string(String(describing: type(of: error)))])
        }
        var response = isForProgram ? json(told, context) : page(told, context)
        if case .tooManyTries(let seconds)? = error as? Refusal {
            response.headers[.retryAfter] = String(seconds)
        }
        return response
    }

    private func told(_ error: any Error) -> ToldFailure {
        if let failure = error as? Refusal { return ToldFailure(failure) }
        if let error = error as? HTTPError, error.status.code < 500 {
            return ToldFailure(error.status == .contentTooLarge ? .tooLarge : .notFound)
        }
        if let error = worded(error) {
            let status: HTTPResponse.Status =
                error.code == "tooManyActs" ? .contentTooLarge : error.kind.status
            return ToldFailure(status, error.kind.rawValue, error.code, error.message)
        }
        return ToldFailure(
            .internalServerError, "internal", "internal", Message("page.internalError"))
    }

    private func signIn(_ request: Request) -> Response {
        guard request.method == .get, request.uri.path != "/" else {
            return site.redirect(to: "/sign-in")
        }
        return site.redirect(to: "/sign-in?next=" + LocalAddress.encoded(request.uri.path))
    }

    private func json(_ told: ToldFailure, _ context: WebContext) -> Response {
        var writer = WireWriter()
        writer.object { writer in
            writer.object("error") { writer in
                writer.field("kind", told.kind)
                writer.field("code", told.code)
                writer.field("message", context.visitor.say(told.message))
                writer.field("reference", context.reference)
            }
        }
        return site.json(writer.bytes, status: told.status)
    }

    private func page(_ told: ToldFailure, _ context: WebContext) -> Response {
        let visitor = context.visitor
        let title: Message =
            switch told.status {
            case .notFound: Message("page.notFoundTitle")
            case .forbidden: Message("page.notAllowedTitle")
            default: Message("page.failedTitle")
            }
        // What a person reads names nothing that they may not see.
        let text: Message =
            switch told.status {
            case .notFound: Message("page.notFound")
            case .forbidden where told.code == "notAllowed": Message("page.notAllowed")
            default: told.message
            }
        let page = FailurePage(
            layout: site.layout(title: visitor.say(title), for: visitor, at: ""),
            heading: visitor.say(title), text: visitor.say(text),
            referenceText: visitor.say(
                Message("page.reference", ["reference": .text(context.reference)])),
            homeLink: visitor.say(Message("page.toStart")))
        return site.respond(page, status: told.status)
    }
}

struct FailurePage: Page {
    static let template = "failure"

    let layout: Layout
    let heading: String
    let text: String
    let referenceText: String
    let homeLink: String
}
