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
        let (method, status, taken) = (request.method, response.status, clock.now - start)
        // In the loop's next turn: whoever waits for the answer doesn't wait for its line.
        context.loop.execute {
            context.logger.info(
                "request",
                metadata: [
                    "method": .string(method.rawValue),
                    "route": .string(context.endpointPath ?? "none"),
                    "status": .stringConvertible(status.code),
                    "microseconds": .stringConvertible(taken / .microseconds(1)),
                ])
        }
        return response
    }
}
