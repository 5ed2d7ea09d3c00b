import Crypto
import FoundationEssentials
import Hummingbird

/// The style and the icon under names that change with their content, so that browsers may keep them for ever.
struct Assets: Sendable {
    let stylesheet: String
    let icon: String
    /// The style of what is printed, and of entry from paper.
    let sheetStyle: String
    let entryScript: String
    private let files: [String: Asset]

    private struct Asset {
        let content: ByteBuffer
        let type: String
    }

    init() {
        var files: [String: Asset] = [:]
        let add = { (name: String, type: String) in
            let bytes = WebFile.all.first { $0.name == name }?.bytes ?? []
            let digest = SHA256.hash(data: Data(bytes)).prefix(6)
            let address = digest.map { String($0, radix: 16) }.joined() + "-" + name
            files[address] = Asset(content: ByteBuffer(bytes: bytes), type: type)
            return "/assets/" + address
        }
        stylesheet = add("samsprak.css", "text/css; charset=utf-8")
        icon = add("icon.svg", "image/svg+xml")
        sheetStyle = add("sheet.css", "text/css; charset=utf-8")
        entryScript = add("entry.js", "text/javascript; charset=utf-8")
        self.files = files
    }

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/assets/{name}") { _, context in
            guard let file = context.parameters.get("name").flatMap({ files[$0] }) else {
                throw Refusal.notFound
            }
            return Response(
                status: .ok,
                headers: [
                    .contentType: file.type,
                    .cacheControl: "public, max-age=31536000, immutable",
                ],
                body: ResponseBody(byteBuffer: file.content))
        }
    }
}
