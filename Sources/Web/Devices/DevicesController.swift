import Courses
import Desk
import Hummingbird

/// One's own devices.
struct DevicesController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/devices", use: show)
        router.post("/devices/sign-out", use: signOutOthers)
        router.post("/devices/{device}/sign-out", use: signOut)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let account = try visitor.signedInAccount()
        let devices = try await site.desk.devices(
            of: account.person, token: visitor.token, as: account.actor)
        let page = DevicesPage(
            layout: { site.layout(title: $0, for: visitor, at: "/devices") }, visitor: visitor,
            devices: devices, user: nil, isDone: request.uri.queryParameters["done"] != nil)
        return site.respond(page)
    }

    @Sendable private func signOut(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let account = try context.visitor.signedInAccount()
        _ = try await Form.read(request, of: context.visitor)
        let device = try SignInOverview.ID(context.parameters.get("device") ?? "").orNotFound()
        try await site.desk.signOut(device, of: account.person, as: account.actor)
        return site.redirect(to: "/devices?done")
    }

    @Sendable private func signOutOthers(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let account = try context.visitor.signedInAccount()
        _ = try await Form.read(request, of: context.visitor)
        try await site.desk.signOutEverywhere(
            account.person, but: context.visitor.token, as: account.actor)
        return site.redirect(to: "/devices?done")
    }
}

extension Visitor {
    /// - Throws: `Refusal.notSignedIn`.
    func signedInAccount() throws(Refusal) -> UserAccount {
        guard let account else { throw .notSignedIn }
        return account
    }
}
