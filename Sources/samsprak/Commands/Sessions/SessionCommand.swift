import ArgumentParser

/// Meetings of groups.
struct SessionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session",
        abstract: "Sessions: plan, list, move and call off meetings.",
        subcommands: [
            SessionPlan.self, SessionList.self, SessionMove.self, SessionCancel.self,
            SessionNotHeld.self, SessionSubstitute.self,
        ])
}
