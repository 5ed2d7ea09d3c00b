import ArgumentParser
import Courses
import Desk
import Localisation

/// What is said about one person at one session.
struct MarkOptions: ParsableArguments {
    @Argument(help: "The session, by id or group/number.") var session: String
    @Argument(help: "The person, by id.") var person: Person.ID
    @Argument(help: "present, notified, unnotified or excused.") var value: AttendanceCode
    @Option(help: "Minutes late.") var late: WholeNumber?
    @Option(help: "Minutes left early.") var leftEarly: WholeNumber?
    @Option(help: "onsite or remote. (default: the session's)") var mode: SessionMode?
    @Option(help: "As what they took part: member, guest or makeUp.") var role: MarkRoleCode?
    @Option(help: "The session that they missed and make up for, by id or group/number.")
    var makeUpFor: String?
    @Option(help: "When it was done, the time on the session's day. (default: now)")
    var time: LocalTime?
    @Option(help: "The version you last saw of the mark. (default: the present one)")
    var base: WholeNumber?

    func record(reason: String?, in context: CommandContext) async throws -> Answer {
        let register = try await context.register(session)
        let session = register.session.session
        let mark = Mark(
            value: try attendance(), mode: mode ?? (session.mode == .remote ? .remote : .onsite),
            role: try await markRole(context))
        let known = register.rows.first { $0.person == person }?.version ?? 0
        return try await context.record(
            .mark(person, mark, base: base?.value ?? known, reason: reason), at: session.id,
            done: time.map { WallClock.instant(session.date, $0) })
    }

    private func attendance() throws(CommandError) -> Attendance {
        let attendance = Attendance(
            code: value, lateMinutes: late?.value, leftEarlyMinutes: leftEarly?.value)
        guard let attendance else { throw .minutesOfAbsent }
        return attendance
    }

    private func markRole(_ context: CommandContext) async throws -> MarkRole {
        guard let makeUpFor else {
            guard role != .makeUp else { throw CommandError.makeUpWithoutSession }
            return role == .guest ? .guest : .member
        }
        return .makeUp(for: try await context.session(makeUpFor).session.id)
    }
}
