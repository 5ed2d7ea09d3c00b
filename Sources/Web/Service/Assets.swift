import Crypto
import FoundationEssentials
import Hummingbird

/// Styles under names that change with their content, so that browsers may keep them for ever.
struct Assets: Sendable {
    let stylesheet: String
    private let files: [String: ByteBuffer]

    init() {
        var files: [String: ByteBuffer] = [:]
        var stylesheet = ""
        for file in WebFile.all where file.name.hasSuffix(".css") {
            let digest = SHA256.hash(data: Data(file.bytes)).prefix(6)
            let hash = digest.map { String($0, radix: 16) }.joined()
            let name = "\(file.name.dropLast(4)).\(hash).css"
            files[name] = ByteBuffer(bytes: file.bytes)
            stylesheet = "/assets/" + name
        }
        self.files = files
        self.stylesheet = stylesheet
    }

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/assets/{name}") { _, context in
            guard let file = context.parameters.get("name").flatMap({ files[$0] }) else {
                throw Refusal.notFound
            }
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/css; charset=utf-8",
                    .cacheControl: "public, max-age=31536000, immutable",
                ],
                body: ResponseBody(byteBuffer: file))
        }
    }
}
