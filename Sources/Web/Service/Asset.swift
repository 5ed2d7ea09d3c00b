import Hummingbird

/// A file that is served as it is. Of its two forms only the compressed one is kept, which nearly
/// every browser reads; the plain one is made anew for those that do not.
struct Asset: Sendable {
    private let plain: @Sendable () -> [UInt8]
    private let compressed: ByteBuffer?
    private let type: String

    /// - Parameter plain: gives the same bytes each time.
    init(type: String, _ plain: @escaping @Sendable () -> [UInt8]) {
        self.plain = plain
        self.type = type
        // What is no shorter is sent as it is, such as a picture.
        let bytes = plain()
        compressed = Gzip.compressed(bytes, .most).flatMap {
            $0.count < bytes.count ? ByteBuffer(bytes: $0) : nil
        }
    }

    func response(to request: Request, caching: String) -> Response {
        var headers: HTTPFields = [
            .contentType: type, .cacheControl: caching, .vary: "Accept-Encoding",
        ]
        guard let compressed, Gzip.isAccepted(by: request) else {
            return Response(
                status: .ok, headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: plain())))
        }
        headers[.contentEncoding] = "gzip"
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: compressed))
    }
}
