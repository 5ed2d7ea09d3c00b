import Courses
import Mustache
import Testing

@testable import Web

/// Mustache renders an unknown name as nothing, so the names are compared with the pages.
struct TemplateTests {
    @Test(arguments: [
        "register", "sign-off", "make-up", "sessions", "sign-in", "failure", "figures", "county",
        "shell", "charts", "figure-report", "start",
        "account", "devices", "users", "calendar", "calls", "groups", "group", "sheet", "entry",
        "people", "found", "duplicates", "merge", "merged", "unmatched",
        "rounds", "board", "board-preview", "balance",
        "review", "enrolments", "enrolment-step", "history", "letter", "paste", "application",
        "setup", "setup-form", "certificates", "certificate", "certificate-check",
        "short", "frozen-list", "frozen", "restate",
    ])
    func `a template names only what its page has`(_ template: String) throws {
        let whole = try expanded(text(template))
        // What one page leaves out, another has.
        let unknown = Samples.pages(in: .swedish).filter { $0.template == template }.map { sample in
            var scopes = Scopes(page: sample.page)
            return Set(scopes.unknownNames(in: whole))
        }
        #expect(!unknown.isEmpty)
        #expect(unknown.dropFirst().reduce(unknown[0]) { $0.intersection($1) } == [])
    }

    /// With its layout and partials in place.
    private func expanded(_ text: String) throws -> String {
        let layout = try self.text("layout")
        let frame = text.contains("{{<layout}}") ? layout : ""
        return try frame + withPartials(text)
    }

    private func withPartials(_ text: String) throws -> String {
        var whole = text
        for partial in text.matches(of: /{{>([\w-]+)}}/) {
            let name = String(partial.output.1)
            whole = whole.replacing(
                String(partial.output.0), with: try withPartials(self.text(name)))
        }
        return whole
    }

    private func text(_ template: String) throws -> String {
        try #require(WebFile.all.first { $0.name == template + ".mustache" }).text
    }

    @Test func `an unknown name is found`() throws {
        let sample = try #require(Samples.pages(in: .swedish).first)
        var scopes = Scopes(page: sample.page)
        #expect(
            scopes.unknownNames(in: "{{heading}}{{haeding}}{{layout.titel}}") == [
                "haeding@11", "layout.titel@22",
            ])
    }

    @Test func `a combining mark hides no quotation mark`() throws {
        #expect(
            Markup().escapeText("\"\u{301} <\u{338}b> & '")
                == "&quot;\u{301} &lt;\u{338}b&gt; &amp; &#39;")
    }
}

/// Walks a template's sections beside the values that they would open.
struct Scopes {
    private var stack: [Any]

    init(page: any Page) {
        stack = [page]
    }

    /// Each with where it stands, since the same name may be known elsewhere.
    mutating func unknownNames(in text: String) -> [String] {
        var unknown: [String] = []
        for tag in text.matches(of: /{{([#\/^$<>]?)\s*([\w.-]+)\s*}}/) {
            let (kind, name) = (tag.output.1, String(tag.output.2))
            switch kind {
            case "$", "<", ">": continue
            case "/":
                if stack.count > 1, opened.last == name {
                    stack.removeLast()
                    opened.removeLast()
                }
            default:
                let value = value(of: name)
                if value == nil {
                    let place = text[..<tag.range.lowerBound].utf8.count
                    unknown.append("\(name)@\(place)")
                }
                if kind == "#" || kind == "^" {
                    stack.append(kind == "#" ? value.flatMap(Self.first) ?? stack[0] : stack[0])
                    opened.append(name)
                }
            }
        }
        return unknown
    }

    private var opened: [String] = []

    private func value(of name: String) -> Any? {
        let parts = name.split(separator: ".").map(String.init)
        for scope in stack.reversed() {
            var value: Any? = scope
            for part in parts { value = value.flatMap { Self.child(part, of: $0) } }
            if let value { return value }
        }
        return nil
    }

    private static func child(_ name: String, of value: Any) -> Any? {
        let value = unwrapped(value) ?? value
        return Mirror(reflecting: value).children.first { $0.label == name }?.value
    }

    /// What a section looks into: the value, or the first of several.
    private static func first(_ value: Any) -> Any? {
        guard let value = unwrapped(value) else { return nil }
        if value is Bool { return nil }
        return (value as? [Any])?.first ?? value
    }

    private static func unwrapped(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .optional ? mirror.children.first?.value : value
    }
}
