import HTTPTypes
import Hummingbird

/// Refuses what another site makes a browser send: by what browsers say of where a request comes
/// from. Forms carry a token besides.
struct OriginCheck: RouterMiddleware {
    @concurrent func handle(
        _ request: Request, context: WebContext,
        next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        if request.method == .post, Self.isForeign(request) { throw Refusal.forged }
        return try await next(request, context)
    }

    /// False for clients that are no browsers and say nothing.
    static func isForeign(_ request: Request) -> Bool {
        if let site = request.headers[.secFetchSite], site != "same-origin", site != "none" {
            return true
        }
        guard let origin = request.headers[.origin] else { return false }
        let host = origin.split(separator: "://", maxSplits: 1).dropFirst().first
        return host.map(String.init) != request.head.authority
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name.known("Sec-Fetch-Site")
    static let crossOriginOpenerPolicy = HTTPField.Name.known("Cross-Origin-Opener-Policy")
    static let crossOriginResourcePolicy = HTTPField.Name.known("Cross-Origin-Resource-Policy")
    static let permissionsPolicy = HTTPField.Name.known("Permissions-Policy")
    static let referrerPolicy = HTTPField.Name.known("Referrer-Policy")

    /// The names above are tokens, so that the second is never used.
    private static func known(_ name: String) -> HTTPField.Name {
        HTTPField.Name(name) ?? .origin
    }
}
