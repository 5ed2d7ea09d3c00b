import Courses
import Desk
import Hummingbird
import Localisation

/// Making one of two persons, for administrators.
struct MergingController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/people/merge", use: preview)
        router.post("/people/merge", use: merge)
        router.get("/people/merges/{operation}", use: done)
        router.post("/people/merges/{operation}/undo", use: undo)
        router.post("/people/distinct", use: distinguish)
    }

    @Sendable private func preview(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let actor = try visitor.signedIn()
        let query = request.uri.queryParameters
        let one = try Person.ID(String(query["one"] ?? "")).orNotFound()
        let other = try Person.ID(String(query["other"] ?? "")).orNotFound()
        let asked = query["kept"].flatMap { Person.ID(String($0)) }
        let kept = asked == other ? other : one
        let first = try await site.desk.previewMerge(
            of: kept == one ? other : one, into: kept, as: actor)
        let page = MergePage(
            layout: { site.layout(title: $0, for: visitor, at: "/people/merge") },
            visitor: visitor, preview: first, one: one,
            reasons: try await site.desk.offeredReasons(.other, as: actor),
            hasChanged: query["changed"] != nil)
        return site.respond(page)
    }

    /// Nothing is applied to a state that was not shown: another choice is shown first.
    @Sendable private func merge(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.visitor.signedIn()
        let form = try await Form.read(request, of: context.visitor)
        let one = try Person.ID(form["one"] ?? "").orNotFound()
        let other = try Person.ID(form["other"] ?? "").orNotFound()
        let kept = form["kept"].flatMap { Person.ID($0) } == other ? other : one
        let address = "/people/merge?one=\(one)&other=\(other)&kept=\(kept)"
        guard form["show"] == nil, form["shown"] == kept.description, let basis = form["basis"]
        else { return site.redirect(to: address) }
        do {
            let merged = try await site.desk.mergePeople(
                kept == one ? other : one, into: kept,
                reason: form.reason(), basis: basis,
                as: actor)
            return site.redirect(to: "/people/merges/\(merged.operation)")
        } catch MergeError.changedSince {
            return site.redirect(to: address + "&changed")
        } catch MergeError.obstacles {
            return site.redirect(to: address)
        }
    }

    @Sendable private func done(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        try await done(context)
    }

    private func done(_ context: WebContext, fault: [Message] = []) async throws -> Response {
        let visitor = context.visitor
        let operation = try Self.operation(context)
        let actor = try visitor.signedIn()
        let merged = try await site.desk.mergedPeople(by: operation, as: actor)
        let parted =
            merged.isUndone ? nil : try await site.desk.previewUnmerge(operation, as: actor)
        let page = MergedPage(
            layout: { site.layout(title: $0, for: visitor, at: "/people/merges/\(operation)") },
            visitor: visitor, merged: merged, parted: parted, fault: fault)
        return site.respond(page, status: fault.isEmpty ? .ok : .conflict)
    }

    @Sendable private func undo(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.visitor.signedIn()
        _ = try await Form.read(request, of: context.visitor)
        let operation = try Self.operation(context)
        do {
            _ = try await site.desk.mergedPeople(by: operation, as: actor)
            _ = try await site.desk.undo(operation, as: actor)
        } catch let error as PlacingError {
            return try await done(context, fault: worded(error)?.details ?? [])
        }
        return site.redirect(to: "/people/merges/\(operation)")
    }

    @Sendable private func distinguish(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.visitor.signedIn()
        let form = try await Form.read(request, of: context.visitor)
        let one = try Person.ID(form["one"] ?? "").orNotFound()
        let other = try Person.ID(form["other"] ?? "").orNotFound()
        let isEnded = form["ended"] != nil
        let isOfPair = form["ended"] == "merge"
        try await site.desk.distinguish(one, from: other, ended: isEnded, as: actor)
        if isOfPair { return site.redirect(to: "/people/merge?one=\(one)&other=\(other)") }
        let address = "/people/duplicates"
        return site.redirect(
            to: isEnded ? address : "\(address)?distinct=\(one)&from=\(other)")
    }

    static func operation(_ context: WebContext) throws -> OperationID {
        try OperationID(context.parameters.get("operation") ?? "").orNotFound()
    }
}
