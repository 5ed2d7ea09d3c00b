import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// A connection over TLS that stays open from request to request, one at a time.
struct TLSClient: Sendable {
    private let channel: any Channel
    private let answers: AsyncThrowingStream<NIOHTTPClientResponseFull, any Error>
    private let inbox: Inbox.Continuation

    /// Connects; a handshake that fails fails the first request.
    init(port: Int, _ tls: TLSConfiguration) async throws {
        let context = try NIOSSLContext(configuration: tls)
        let (answers, inbox) = AsyncThrowingStream.makeStream(of: NIOHTTPClientResponseFull.self)
        self.answers = answers
        self.inbox = inbox
        channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connectTimeout(.hours(1))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(
                        NIOSSLClientHandler(context: context, serverHostname: "localhost"))
                    try pipeline.addHTTPClientHandlers()
                    try pipeline.addHandler(
                        NIOHTTPClientResponseAggregator(maxContentLength: .max))
                    try pipeline.addHandler(Inbox(inbox))
                }
            }
            .connect(to: SocketAddress(ipAddress: "127.0.0.1", port: port)).get()
    }

    func send(
        _ method: HTTPRequest.Method, _ address: String, _ headers: HTTPFields = [:],
        body: String = ""
    ) async throws -> Answer {
        var head = HTTPRequestHead(
            version: .http1_1, method: HTTPMethod(rawValue: method.rawValue), uri: address)
        head.headers = ["host": "localhost", "content-length": "\(body.utf8.count)"]
        for field in headers { head.headers.add(name: field.name.rawName, value: field.value) }
        write(head, ByteBuffer(string: body))
        for try await answer in answers { return Answer(answer) }
        throw ChannelError.ioOnClosedChannel
    }

    func close() async {
        // What the other end makes of the farewell is of no concern.
        try? await channel.close()
    }

    private func write(_ head: HTTPRequestHead, _ body: ByteBuffer) {
        channel.write(HTTPClientRequestPart.head(head), promise: nil)
        channel.write(HTTPClientRequestPart.body(.byteBuffer(body)), promise: nil)
        channel.writeAndFlush(HTTPClientRequestPart.end(nil))
            .whenFailure { inbox.finish(throwing: $0) }
    }
}

/// Puts each answer where the request waits for it, and there too whatever ends the connection.
private final class Inbox: ChannelInboundHandler {
    typealias InboundIn = NIOHTTPClientResponseFull
    typealias Continuation = AsyncThrowingStream<InboundIn, any Error>.Continuation

    private let answers: Continuation

    init(_ answers: Continuation) { self.answers = answers }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        answers.yield(unwrapInboundIn(data))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        answers.finish(throwing: error)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        answers.finish()
    }
}

extension Answer {
    fileprivate init(_ response: NIOHTTPClientResponseFull) {
        var headers = HTTPFields()
        for (name, value) in response.head.headers {
            guard let name = HTTPField.Name(name) else { continue }
            headers.append(HTTPField(name: name, value: value))
        }
        self.init(
            status: HTTPResponse.Status(code: Int(response.head.status.code)), headers: headers,
            body: String(buffer: response.body ?? ByteBuffer()))
    }
}
