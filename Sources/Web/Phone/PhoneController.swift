import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation

/// What a leader's phone keeps, so that the register works without network.
struct PhoneController: Sendable {
    let site: Site
    private let worker: Asset

    init(site: Site) {
        self.site = site
        let name = site.settings.keepsNothingOnPhones ? "worker-off.js" : "worker.js"
        let version = "const version = \"\(site.assets.version)\";\n"
        worker = Asset(type: Assets.scriptType) {
            Array(version.utf8) + WebFile.bytes(name)
        }
    }

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/worker.js") { [worker] request, _ in
            worker.response(to: request, caching: "no-cache")
        }
        router.get("/phone/shell", use: shell)
        router.get("/manifest.webmanifest", use: manifest)
        router.get("/api/v1/phone", use: download)
        router.get("/api/v1/reachable") { [site] _, context in
            _ = try context.visitor.signedIn()
            return site.json(Array(#"{"reachable":true}"#.utf8))
        }
    }

    /// A page without people: the phone puts into it what it has downloaded.
    @Sendable private func shell(_ request: Request, _ context: WebContext) -> Response {
        site.respond(ShellPage(site: site, localiser: context.visitor.localiser))
    }

    @Sendable private func manifest(_ request: Request, _ context: WebContext) -> Response {
        let asked = request.uri.queryParameters["language"]
        let language = asked.flatMap { AskedLanguage.known(String($0)) }
        let localiser = language.map { Localiser.localiser(for: $0) } ?? context.visitor.localiser
        let manifest = Manifest(site: site, localiser: localiser)
        return Response(
            status: .ok,
            headers: [.contentType: "application/manifest+json", .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: manifest.json)))
    }

    @Sendable private func download(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let now = site.desk.clock.now()
        let today = WallClock.date(now)
        let registers = try await site.desk.registers(
            from: today.adding(days: -1), through: today.adding(days: Download.days),
            limit: Download.limit, as: actor)
        let list = try await SessionsController(site: site).page(
            for: visitor.withoutSecrets, round: nil)
        let download = Download(
            site: site, visitor: visitor.withoutSecrets, registers: registers, list: list, at: now)
        let bytes = download.json
        return site.json(bytes).compressed(bytes, for: request)
    }
}
