import Courses
import Desk
import Localisation

/// What a command works with: the desk, who acts, and the reader's language.
struct CommandContext: Sendable {
    let desk: Desk
    let actor: Actor
    let localiser: Localiser
    let clock: Clock

    var today: LocalDate { WallClock.date(clock.now()) }

    static func open(_ options: DatabaseOptions) async throws -> CommandContext {
        let localiser = try options.output.localiser()
        let clock = Clock.system
        let desk = try await Desk.open(options.location, clock: clock)
        return CommandContext(
            desk: desk, actor: .commandOperator, localiser: localiser, clock: clock)
    }
}
