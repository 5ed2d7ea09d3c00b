import Mustache
import WebFiles

/// What a template shows: a struct whose stored properties are the template's names.
protocol Page: Sendable {
    /// The template's file name without its ending.
    static var template: String { get }
}

/// All templates, read once at start.
struct Templates: Sendable {
    private let library: MustacheLibrary

    struct Missing: Error {
        let name: String
    }

    init() throws {
        MustacheContentTypes.register(Markup(), named: Markup.name)
        var library = MustacheLibrary()
        for file in WebFile.all where file.name.hasSuffix(".mustache") {
            // A partial starts anew in Mustache's own escaping, so each names ours.
            let text = "{{% CONTENT_TYPE: \(Markup.name)}}" + file.text
            try library.register(text, named: String(file.name.dropLast(".mustache".count)))
        }
        self.library = library
    }

    func render<Content: Page>(_ page: Content) -> String {
        library.render(page, withTemplate: Content.template) ?? ""
    }
}

/// Text into HTML.
///
/// Mustache's own escaping looks at whole characters, so that a quotation mark with a combining
/// mark after it passes as it is; browsers look at scalars.
struct Markup: MustacheContentType {
    static let name = "MARKUP"

    func escapeText(_ text: String) -> String {
        let needsEscape = text.utf8.contains {
            $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27
        }
        guard needsEscape else { return text }
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count + 16)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
