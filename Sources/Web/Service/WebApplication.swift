package import Desk
package import Hummingbird
import HummingbirdCore

/// The service: pages and the interface for devices.
package struct WebApplication: Sendable {
    private let site: Site
    private let certificates: Certificates?

    /// - Throws: `CertificateFault` for files that can't be used.
    package init(desk: Desk, settings: Settings) async throws {
        certificates = try settings.tls.map { try Certificates($0) }
        site = try await Site(desk: desk, settings: settings)
    }

    /// Serves until the process is asked to stop; then answers what is under way and returns.
    ///
    /// - Parameter onStart: told the port once the service listens.
    package func run(
        onStart: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) async throws {
        try await application(onStart: onStart)
            .runService()
    }

    package func application(
        onStart: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) -> Application<RouterResponder<WebContext>> {
        Application(
            router: router(), server: server,
            configuration: ApplicationConfiguration(
                address: .hostname(site.settings.host, port: site.settings.port)),
            onServerRunning: { await onStart($0.localAddress?.port ?? 0) },
            logger: site.settings.logger)
    }

    private var server: HTTPServerBuilder {
        HTTPServerBuilder { responder in
            let plain = LoopBound(base: HTTP1Channel(responder: responder))
            guard let certificates else { return plain }
            return TLSChannel(base: plain, certificates: certificates)
        }
    }

    func router() -> Router<WebContext> {
        let router = Router(context: WebContext.self)
        router.addMiddleware {
            RequestLog()
            PeerFinder(settings: site.settings)
            SecurityHeaders()
            FailurePages(site: site)
            VisitorFinder(site: site)
            FailurePages(site: site)
            OriginCheck()
        }
        site.assets.add(to: router)
        SignInController(site: site).add(to: router)
        LanguageController(site: site).add(to: router)
        StartController(site: site).add(to: router)
        SessionsController(site: site).add(to: router)
        RegisterController(site: site).add(to: router)
        SignOffController(site: site).add(to: router)
        MakeUpController(site: site).add(to: router)
        FiguresController(site: site).add(to: router)
        FigureRowsController(site: site).add(to: router)
        ChartsController(site: site).add(to: router)
        FrozenController(site: site).add(to: router)
        RestateController(site: site).add(to: router)
        ActsController(site: site).add(to: router)
        PhoneController(site: site).add(to: router)
        AccountController(site: site).add(to: router)
        DevicesController(site: site).add(to: router)
        UsersController(site: site).add(to: router)
        CalendarController(site: site).add(to: router)
        GroupsController(site: site).add(to: router)
        SheetController(site: site).add(to: router)
        EntryController(site: site).add(to: router)
        CallsController(site: site).add(to: router)
        PeopleController(site: site).add(to: router)
        MergingController(site: site).add(to: router)
        UnmatchedController(site: site).add(to: router)
        ReviewController(site: site).add(to: router)
        BoardController(site: site).add(to: router)
        BalanceController(site: site).add(to: router)
        EnrolmentsController(site: site).add(to: router)
        ApplicationController(site: site).add(to: router)
        StepController(site: site).add(to: router)
        PasteController(site: site).add(to: router)
        HistoryController(site: site).add(to: router)
        SetupController(site: site).add(to: router)
        OneShortController(site: site).add(to: router)
        CertificatesController(site: site).add(to: router)
        CertificatePapersController(site: site).add(to: router)
        CertificateCheckController(site: site).add(to: router)
        return router
    }
}
