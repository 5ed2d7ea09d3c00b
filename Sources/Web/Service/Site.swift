import Courses
import Desk
import Hummingbird
import Localisation

/// What every controller works with.
struct Site: Sendable {
    let desk: Desk
    let settings: Settings
    let templates: Templates
    let assets: Assets
    let organisation: Organisation

    init(desk: Desk, settings: Settings) async throws {
        self.desk = desk
        self.settings = settings
        (templates, assets) = try Self.embedded.get()
        organisation = try await desk.organisation()
    }

    /// Made of what the binary holds and nothing else, so once in a process.
    private static let embedded = Result { (try Templates(), Assets()) }

    func respond(
        _ page: some Page, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = "text/html; charset=utf-8"
        let body = ByteBuffer(string: templates.render(page))
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
    }

    /// A page that shows nothing of what was asked but what is stored, and may be compressed so.
    func respond(_ page: some Page, compressedFor request: Request) -> Response {
        let body = Array(templates.render(page).utf8)
        return Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body))
        ).compressed(body, for: request)
    }

    func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Sends the browser on with GET, so that reloading repeats nothing.
    func redirect(to address: String, cookies: [Cookie] = []) -> Response {
        var response = Response(status: .seeOther, headers: [.location: address])
        for cookie in cookies { response.setCookie(cookie) }
        return response
    }
}
