import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import Web

/// Hands requests to the service's router, with no network between.
struct RouterClient: Sendable {
    private let responder: RouterResponder<WebContext>
    private let logger: Logger

    init(_ service: WebApplication) {
        let application = service.application()
        responder = application.responder
        logger = application.logger
    }

    func send(
        _ method: HTTPRequest.Method, _ address: String, _ headers: HTTPFields, body: ByteBuffer?
    ) async throws -> Answer {
        var head = HTTPRequest(
            method: method, scheme: "http", authority: "localhost", path: address,
            headerFields: headers)
        if let body { head.headerFields[.contentLength] = "\(body.readableBytes)" }
        let request = Request(head: head, body: RequestBody(asyncSequence: Self.parts(of: body)))
        let channel = NIOAsyncTestingChannel()
        let response: Response
        do {
            response = try await responder.respond(to: request, context: context(channel))
        } catch {
            response = Response(status: .internalServerError)
        }
        let written = WrittenBody()
        try await response.body.write(written)
        // What is done once the answer is on its way.
        await channel.testingEventLoop.run()
        return Answer(
            status: response.status, headers: response.headers,
            body: String(buffer: written.bytes))
    }

    private func context(_ channel: NIOAsyncTestingChannel) -> WebContext {
        var logger = logger
        logger[metadataKey: "hb.request.id"] = .stringConvertible(RequestID())
        return WebContext(
            source: ApplicationRequestContextSource(
                channel: channel, logger: logger))
    }

    /// A body as a network delivers it, a piece at a time.
    private static func parts(of body: ByteBuffer?) -> AsyncStream<ByteBuffer> {
        AsyncStream { parts in
            var rest = body ?? ByteBuffer()
            while rest.readableBytes > 0,
                let part = rest.readSlice(length: min(rest.readableBytes, 32_768))
            {
                parts.yield(part)
            }
            parts.finish()
        }
    }
}

/// Keeps what is written of an answer's body.
private final class WrittenBody: ResponseBodyWriter, Sendable {
    private let kept = Mutex(ByteBuffer())

    var bytes: ByteBuffer { kept.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws {
        kept.withLock { _ = $0.writeImmutableBuffer(buffer) }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
