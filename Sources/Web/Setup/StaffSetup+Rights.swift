import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation

/// Rights that somebody is given, and that end.
extension StaffSetup {
    @Sendable func beginRight(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        site.respond(try await right(site.filling(context.visitor), context))
    }

    private func right(
        _ filling: SetupFilling, _ context: WebContext
    ) async throws -> SetupFormPage {
        let (account, _) = try await account(context)
        return StaffForms(filling: filling, today: today).right(
            account, try await places(context),
            site.frame(context.visitor, at: "/setup/staff/\(account.person)/right"))
    }

    @Sendable func giveRight(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (account, actor) = try await account(context)
        let places = try await places(context)
        let reader = try await site.reader(request, context)
        return try await site.submit(reader) {
            let grant = reader.grant(places, today)
            try reader.check()
            if !account.grants.contains(grant) {
                try await site.desk.grant(grant, to: account.userName, as: actor)
            }
            return "/setup/staff/\(account.person)?done"
        } again: {
            try await right($0, context)
        }
    }

    @Sendable func beginEnd(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let code = String(request.uri.queryParameters["right"] ?? "")
        return site.respond(
            try await endPage(site.filling(context.visitor), code, context))
    }

    private func endPage(
        _ filling: SetupFilling, _ code: String, _ context: WebContext
    ) async throws -> SetupFormPage {
        let (account, _) = try await account(context)
        let grant = try account.grants.first { $0.code == code && $0.role.isGivenHere }
            .orNotFound()
        return StaffForms(filling: filling, today: today).end(
            grant, of: account, try await places(context),
            site.frame(context.visitor, at: "/setup/staff/\(account.person)"))
    }

    @Sendable func end(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (account, actor) = try await account(context)
        let reader = try await site.reader(request, context)
        let code = reader.typed("right")
        let grant = account.grants.first { $0.code == code && $0.role.isGivenHere }
        guard let grant else { throw AccountError.unknownGrant }
        return try await site.submit(reader) {
            let lastDay = reader.date("until")
            try reader.check()
            try await site.desk.endGrant(
                grant, of: account.userName, lastDay: lastDay, as: actor)
            return "/setup/staff/\(account.person)?done"
        } again: {
            try await endPage($0, code, context)
        }
    }
}
