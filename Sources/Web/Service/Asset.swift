import Hummingbird

/// A file that is served as it is, kept both plain and compressed.
struct Asset: Sendable {
    private let plain: ByteBuffer
    private let compressed: ByteBuffer?
    private let type: String

    init(_ bytes: [UInt8], type: String) {
        plain = ByteBuffer(bytes: bytes)
        self.type = type
        // What is no shorter is sent as it is, such as a picture.
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
                status: .ok, headers: headers, body: ResponseBody(byteBuffer: plain))
        }
        headers[.contentEncoding] = "gzip"
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: compressed))
    }
}
