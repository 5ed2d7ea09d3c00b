import Courses
import DemoWorld
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
        var clock = Clock.system
        var desk = try await Desk.open(options.location, clock: clock)
        if try await desk.organisation().isDemo {
            // The demo lives at its own time: to today's clock all its sessions are long over.
            clock = .starting(at: DemoWorld.startsAt)
            desk = desk.at(clock)
        }
        return CommandContext(
            desk: desk, actor: .commandOperator, localiser: localiser, clock: clock)
    }
}
