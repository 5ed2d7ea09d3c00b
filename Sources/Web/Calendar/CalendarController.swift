import Courses
import Cryptography
import Desk
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Localisation

/// One's own sessions as a calendar at a secret address, and the page that makes and ends it.
struct CalendarController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/calendar", use: show)
        router.post("/calendar/make", use: make)
        router.post("/calendar/end", use: end)
        // The log names this route and never the address itself.
        router.get("/calendar/{secret}", use: feed)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        try await page(context, address: nil, isDone: request.uri.queryParameters["done"] != nil)
    }

    private func page(
        _ context: WebContext, address: String?, isDone: Bool = false
    ) async throws -> Response {
        let visitor = context.visitor
        let made = try await site.desk.calendarMade(as: try visitor.signedIn())
        let page = CalendarPage(
            layout: { site.layout(title: $0, for: visitor, at: "/calendar") }, visitor: visitor,
            made: made, address: address, isDone: isDone)
        return site.respond(page)
    }

    /// Answers with the page itself: the address is shown once and stands in no other.
    @Sendable private func make(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.visitor.signedIn()
        _ = try await Form.read(request, of: context.visitor)
        let secret = try await site.desk.makeCalendar(as: actor)
        let scheme = context.peer.isSecure ? "https" : "http"
        let host = request.head.authority ?? "localhost"
        return try await page(context, address: "\(scheme)://\(host)/calendar/\(secret).ics")
    }

    @Sendable private func end(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.visitor.signedIn()
        _ = try await Form.read(request, of: context.visitor)
        try await site.desk.endCalendar(as: actor)
        return site.redirect(to: "/calendar?done")
    }

    @Sendable private func feed(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let file = context.parameters.get("secret") ?? ""
        guard file.hasSuffix(".ics"),
            let feed = try await site.desk.calendar(at: String(file.dropLast(4)))
        else { throw Refusal.notFound }
        let text = feed.text(named: "Samspråk – " + site.organisation.name)
        let tag = Self.tag(text)
        var headers: HTTPFields = [.eTag: tag, .cacheControl: "private, no-cache"]
        guard !Self.matches(request.headers[.ifNoneMatch], tag) else {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = "text/calendar; charset=utf-8"
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private static func tag(_ text: String) -> String {
        let digest = SHA256.hash(Array(text.utf8)).prefix(16)
        return "\""
            + digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
            + "\""
    }

    static func matches(_ header: String?, _ tag: String) -> Bool {
        (header ?? "").split(separator: ",").contains { known in
            let known = known.drop(while: \.isWhitespace)
            return known == "*" || known == tag || known == "W/" + tag
        }
    }
}
