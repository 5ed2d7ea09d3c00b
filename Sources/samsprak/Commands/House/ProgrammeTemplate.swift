import Courses
import Desk
import Localisation

/// A programme to start from.
enum ProgrammeTemplate: String {
    /// Eleven meetings of two hours; a certificate after eight of them.
    case parentSupport = "parent-support"

    init(named name: String) throws(CommandError) {
        guard let known = Self(rawValue: name) else { throw .templateUnknown(name) }
        self = known
    }

    var code: String { rawValue }

    func add(to context: CommandContext) async throws {
        let name = context.localiser(Message("command.template.parentSupport"))
        try await context.desk.addProgramme(
            code: code, name: name,
            rules: CourseRules(sessions: 11, sessionMinutes: 120, completionThreshold: 8),
            as: context.actor)
    }
}
