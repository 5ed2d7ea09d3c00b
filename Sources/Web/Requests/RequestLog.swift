import Hummingbird
import Logging

/// One line a request: never an address, a query, a name or an identifier.
struct RequestLog: RouterMiddleware {
    @concurrent func handle(
        _ request: Request, context: WebContext,
        next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await next(request, context)
        context.logger.info(
            "request",
            metadata: [
                "method": .string(request.method.rawValue),
                "route": .string(context.endpointPath ?? "none"),
                "status": .stringConvertible(response.status.code),
                "microseconds": .stringConvertible((clock.now - start) / .microseconds(1)),
            ])
        return response
    }
}
