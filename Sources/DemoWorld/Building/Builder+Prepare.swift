import Courses
import Desk

extension Builder {
    mutating func prepare() async throws {
        guard let rules = plan.rounds.first?.rules else { return }
        try await desk.addProgramme(
            code: plan.programme.code, name: plan.programme.name, rules: rules, as: administrator)
        try await desk.addStandardReasons(as: administrator)
        try await desk.changeProgramme(
            plan.programme.code,
            ProgrammeChange(
                description: Dictionary(
                    uniqueKeysWithValues: plan.programme.about.map {
                        (Language(rawValue: $0.key), $0.value)
                    })), as: administrator)
        for user in plan.staff {
            staff[user.user] = try await desk.addUser(
                NewUser(
                    userName: user.user, name: user.name, password: nil, language: user.language,
                    grants: grants(of: user)),
                as: administrator)
        }
        try await setPasswords()
    }

    /// Leaders get theirs group by group.
    private func grants(of user: StaffPlan) -> [Grant] {
        user.roles.filter { $0 != .leader }.map {
            Grant(role: $0, scope: .organisation, from: plan.preparedOn, until: nil)
        }
    }

    /// Side by side, as each takes long on purpose.
    private func setPasswords() async throws {
        let (desk, password, administrator) = (desk, plan.password, administrator)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            for name in plan.staff.map(\.user) {
                tasks.addTask {
                    try await desk.setPassword(password, of: name, as: administrator)
                }
            }
            try await tasks.waitForAll()
        }
    }
}

extension StaffPlan {
    var name: PersonName {
        let roles: [NameRole] =
            latin.count == 3 ? [.given, .father, .grandfather] : [.given, .family]
        func parts(_ texts: [String]) -> [NamePart] {
            zip(roles, texts).map { NamePart($0, $1) }
        }
        return PersonName(native: parts(native ?? []), latin: parts(latin))
    }
}
