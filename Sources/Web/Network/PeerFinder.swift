import HTTPTypes
import Hummingbird

/// Finds out who asks, and sends who came to the proxy without TLS over to it.
struct PeerFinder: RouterMiddleware {
    let settings: Settings

    @concurrent func handle(
        _ request: Request, context: WebContext,
        next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.peer = Peer(context.peer.address, saying: request.headers, by: settings)
        guard context.peer.isPlain else { return try await next(request, context) }
        guard [.get, .head].contains(request.method), let host = request.head.authority else {
            return Response(status: .forbidden)
        }
        let address = "https://\(host)\(request.uri.string)"
        return Response(status: .permanentRedirect, headers: [.location: address])
    }
}
