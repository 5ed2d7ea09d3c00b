import ArgumentParser
import Courses
import Desk

/// Where and when a role holds.
struct ScopeOptions: ParsableArguments {
    @Option(help: "Only in this round, by code or id.") var round: String?
    @Option(help: "Only in this group, by id, name or round/name.") var group: String?
    @Option(help: "Only at this session, by id or group/number.") var session: String?
    @Option(help: "The first day. (default: today)") var from: LocalDate?
    @Option(help: "The last day. (default: none)") var until: LocalDate?

    func validate() throws {
        let places = [round, group, session].compactMap(\.self)
        guard places.count <= 1 else {
            throw UsageError.oneOf(["--round", "--group", "--session"])
        }
        if let from, let until, until < from {
            throw UsageError.untilBeforeFrom
        }
    }

    func grant(_ role: Role, _ context: CommandContext) async throws -> Grant {
        Grant(
            role: role, scope: try await scope(context), from: from ?? context.today,
            until: until)
    }

    private func scope(_ context: CommandContext) async throws -> Scope {
        if let round {
            return .round(try await context.desk.round(round, as: context.actor).id)
        }
        if let group {
            return .group(try await context.desk.group(group, as: context.actor).id)
        }
        if let session { return .session(try await context.session(session).session.id) }
        return .organisation
    }
}

/// A grant that may be given along with something else.
struct OptionalGrantOptions: ParsableArguments {
    @Option(help: "administrator, leader, manager or protectedReader.") var role: Role?
    @OptionGroup var scope: ScopeOptions

    func grant(_ context: CommandContext) async throws -> Grant? {
        guard let role else { return nil }
        return try await scope.grant(role, context)
    }
}
