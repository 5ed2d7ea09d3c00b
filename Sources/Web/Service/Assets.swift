import Courses
import Cryptography
import FoundationEssentials
import Hummingbird

/// Styles, scripts and icons under names that change with their content, so that browsers may keep
/// them for ever.
struct Assets: Sendable {
    let stylesheet: String
    let icon: String
    /// The icon as pictures, by their width.
    let pictures: [Int: String]
    /// The style of what is printed, and of entry from paper.
    let sheetStyle: String
    /// The style of certificates.
    let certificateStyle: String
    /// Of figures, on the screen and on paper.
    let chartStyle: String
    let entryScript: String
    /// Finds people while somebody types.
    let searchScript: String
    /// Arrow keys on a round's board.
    let boardScript: String
    /// Of all that a page without network consists of; changes with any of it.
    let version: String
    private let scripts: [Language: String]
    private let reportStyles: [Language: String]
    private var files: [String: Asset] = [:]

    static let pictureWidths = [180, 192, 512]

    init() {
        var files: [String: Asset] = [:]
        let add = { (name: String, type: String, bytes: @escaping @Sendable () -> [UInt8]) in
            let address = Self.digest(bytes()) + "-" + name
            files[address] = Asset(type: type, bytes)
            return "/assets/" + address
        }
        let addFile = { (name: String, type: String) in
            add(name, type) { WebFile.bytes(name) }
        }
        stylesheet = addFile("samsprak.css", Self.styleType)
        icon = addFile("icon.svg", "image/svg+xml")
        pictures = Dictionary(
            uniqueKeysWithValues: Self.pictureWidths.map { width in
                (width, addFile("icon-\(width).png", "image/png"))
            })
        scripts = Dictionary(
            uniqueKeysWithValues: Language.catalogue.map { language in
                let address = add("phone-\(language.rawValue).js", Self.scriptType) {
                    Array(PhoneScript.text(in: language).utf8)
                }
                return (language, address)
            })
        version = Self.digest(
            Array(files.keys.sorted().joined().utf8) + WebFile.bytes("layout.mustache")
                + WebFile.bytes("shell.mustache") + WebFile.bytes("worker.js"))
        sheetStyle = addFile("sheet.css", Self.styleType)
        certificateStyle = addFile("certificate.css", Self.styleType)
        chartStyle = addFile("charts.css", Self.styleType)
        reportStyles = Dictionary(
            uniqueKeysWithValues: Language.catalogue.map { language in
                let address = add("report-\(language.rawValue).css", Self.styleType) {
                    Array(PaperStyle.text(in: language).utf8)
                }
                return (language, address)
            })
        entryScript = addFile("entry.js", Self.scriptType)
        searchScript = addFile("search.js", Self.scriptType)
        boardScript = addFile("board.js", Self.scriptType)
        self.files = files
    }

    static let styleType = "text/css; charset=utf-8"
    static let scriptType = "text/javascript; charset=utf-8"

    /// What makes a leader's page work without network, with its words.
    func script(in language: Language) -> String { scripts[language] ?? "" }

    /// What stands in the margins of a printed report.
    func reportStyle(in language: Language) -> String { reportStyles[language] ?? "" }

    private static func digest(_ bytes: [UInt8]) -> String {
        SHA256.hash(bytes).prefix(6).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/assets/{name}") { request, context in
            guard let file = context.parameters.get("name").flatMap({ files[$0] }) else {
                throw Refusal.notFound
            }
            return file.response(to: request, caching: "public, max-age=31536000, immutable")
        }
    }
}
