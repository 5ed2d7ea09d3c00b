import Courses
import Desk
import Hummingbird

/// The users and where they are signed in, for whoever looks after them.
struct UsersController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/users", use: list)
        router.get("/users/{user}/devices", use: show)
        router.post("/users/{user}/devices/sign-out", use: signOutEverywhere)
        router.post("/users/{user}/devices/{device}/sign-out", use: signOut)
    }

    @Sendable private func list(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let accounts = try await site.desk.accounts(as: try visitor.signedIn())
        let page = UsersPage(
            layout: { site.layout(title: $0, for: visitor, at: "/users") }, visitor: visitor,
            accounts: accounts, today: WallClock.date(site.desk.clock.now()))
        return site.respond(page)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (user, actor) = try await user(context)
        let devices = try await site.desk.devices(
            of: user.person, token: visitor.token, as: actor)
        let address = "/users/\(user.person)/devices"
        let page = DevicesPage(
            layout: { site.layout(title: $0, for: visitor, at: address) }, visitor: visitor,
            devices: devices, user: user, isDone: request.uri.queryParameters["done"] != nil)
        return site.respond(page)
    }

    private func user(_ context: WebContext) async throws -> (UserAccount, Actor) {
        let actor = try context.visitor.signedIn()
        let id = try Person.ID(context.parameters.get("user") ?? "").orNotFound()
        return (try await site.desk.account(id.description, as: actor), actor)
    }

    @Sendable private func signOut(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (user, actor) = try await user(context)
        _ = try await Form.read(request, of: context.visitor)
        let device = try SignInOverview.ID(context.parameters.get("device") ?? "").orNotFound()
        try await site.desk.signOut(device, of: user.person, as: actor)
        return site.redirect(to: "/users/\(user.person)/devices?done")
    }

    @Sendable private func signOutEverywhere(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (user, actor) = try await user(context)
        _ = try await Form.read(request, of: context.visitor)
        try await site.desk.signOutEverywhere(
            user.person, but: context.visitor.token, as: actor)
        return site.redirect(to: "/users/\(user.person)/devices?done")
    }
}
