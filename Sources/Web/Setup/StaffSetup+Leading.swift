import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation

/// Which group somebody leads.
extension StaffSetup {
    @Sendable func beginLead(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        site.respond(try await leadPage(site.filling(context.visitor), context))
    }

    private func leadPage(
        _ filling: SetupFilling, _ context: WebContext
    ) async throws -> SetupFormPage {
        let (account, _) = try await account(context)
        return StaffForms(filling: filling, today: today).lead(
            account, try await places(context),
            site.frame(context.visitor, at: "/setup/staff/\(account.person)/lead"))
    }

    @Sendable func lead(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (account, actor) = try await account(context)
        let places = try await places(context)
        let reader = try await site.reader(request, context)
        return try await site.submit(reader) {
            let date = reader.requiredDate("from")
            guard let (round, group) = places.openGroup(reader.typed("group")) else {
                reader.note(Message("error.unknownGroup", ["text": .text("–")]), at: "group")
                throw SetupIncomplete()
            }
            try reader.check()
            let replaces = try await lead(
                group.id, account, from: date, withRight: reader.form["right"] != nil,
                as: actor)
            guard replaces else { return "/setup/staff/\(account.person)?done" }
            return "/rounds/\(round.code)/board/change?kind=leader&group=\(group.id)"
                + "&leader=\(account.person)&on=\(date)"
        } again: {
            try await leadPage($0, context)
        }
    }

    /// Gives the right to the group where they have none. Who stands in for whom at its sessions
    /// to come is shown on the board before it is so.
    ///
    /// - Returns: whether it has such sessions.
    private func lead(
        _ group: Group.ID, _ account: UserAccount, from date: LocalDate, withRight: Bool,
        as actor: Actor
    ) async throws -> Bool {
        var replaces = true
        do {
            try await site.desk.changeLeader(
                of: group, to: account.person, from: date, as: actor, dryRun: true)
        } catch OperationError.nothingToChange where withRight {
            // No session is planned yet; the right alone says who leads the group.
            replaces = false
        }
        let right = Grant(role: .leader, scope: .group(group), from: date, until: nil)
        let has = account.grants.contains {
            $0.role == .leader && $0.scope == right.scope && $0.isInForce(on: date)
                && $0.until == nil
        }
        if withRight, !has {
            try await site.desk.grant(right, to: account.userName, as: actor)
        }
        return replaces
    }
}
