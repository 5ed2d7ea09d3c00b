import Courses
import Desk
import HTTPTypes
import Hummingbird

/// What is kept in a list, by whoever may organise everything: listed, made and changed.
struct SetupListController<Kind: SetupKind>: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/setup/\(Kind.path)", use: list)
        router.get("/setup/\(Kind.path)/new", use: begin)
        router.post("/setup/\(Kind.path)", use: make)
        router.get("/setup/\(Kind.path)/{item}", use: show)
        router.post("/setup/\(Kind.path)/{item}", use: change)
    }

    @Sendable private func list(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let items = try await Kind.items(site.desk, as: try site.organiser(context))
        return site.respond(
            forms(site.filling(context.visitor)).list(
                items, site.frame(context.visitor, at: Kind.address)))
    }

    @Sendable private func begin(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        _ = try site.organiser(context)
        return site.respond(new(site.filling(context.visitor)))
    }

    @Sendable private func make(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try site.organiser(context)
        let reader = try await site.reader(request, context)
        return try await site.submit(reader) {
            let made = try await Kind.make(reader, site.desk, as: actor)
            return "\(Kind.address)/\(Kind.reference(to: made))?done"
        } again: {
            new($0)
        }
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let item = try await item(context)
        return site.respond(
            page(site.filling(context.visitor), item, isDone: request.isDone))
    }

    @Sendable private func change(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try site.organiser(context)
        let item = try await item(context)
        let reader = try await site.reader(request, context)
        return try await site.submit(reader) {
            try await Kind.change(item, reader, site.desk, as: actor)
            return "\(Kind.address)/\(Kind.reference(to: item.value))?done"
        } again: {
            page($0, try await self.item(context))
        }
    }

    private func item(_ context: WebContext) async throws -> Shown<Kind.Item> {
        let actor = try site.organiser(context)
        return try await Kind.item(
            try context.parameters.get("item").orNotFound(), site.desk, as: actor)
    }

    // MARK: Pages

    private func forms(_ filling: SetupFilling) -> SetupForms<Kind> { SetupForms(filling: filling) }

    private func new(_ filling: SetupFilling) -> SetupFormPage {
        forms(filling).new(site.frame(filling.visitor, at: Kind.address + "/new"))
    }

    private func page(
        _ filling: SetupFilling, _ item: Shown<Kind.Item>, isDone: Bool = false
    ) -> SetupFormPage {
        let address = "\(Kind.address)/\(Kind.reference(to: item.value))"
        return forms(filling).change(
            item, isDone: isDone, site.frame(filling.visitor, at: address))
    }
}
