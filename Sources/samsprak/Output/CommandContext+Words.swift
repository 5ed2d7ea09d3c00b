import Courses
import Desk
import Localisation

// What the domain's values are called in tables; JSON has their codes.

extension CommandContext {
    func name(_ name: DisplayName) -> String {
        if let alias = name.alias {
            return localiser(Message("register.alias", ["number": .number(alias)]))
        }
        return name.primary
    }

    func day(_ date: LocalDate?) -> String {
        date.map { localiser.date($0, style: .short) } ?? ""
    }

    func languages(_ languages: [Language]) -> String {
        localiser.list(languages.map { localiser.languageName($0) })
    }

    func slot(_ slot: Slot?) -> String {
        slot.map {
            localiser.weekday($0.weekday) + " " + localiser.timeRange($0.start, $0.end)
        } ?? ""
    }

    func word(_ gender: Gender) -> String {
        localiser(gender.message)
    }

    func word(_ status: SessionStatus) -> String {
        switch status {
        case .upcoming: localiser(Message("sessions.statusUpcoming"))
        case .cancelled: localiser(Message("sessions.statusCancelled"))
        case .notHeld: localiser(Message("sessions.statusNotHeld"))
        case .taken: localiser(Message("sessions.statusTaken"))
        case .notTaken: localiser(Message("sessions.statusNotTaken"))
        }
    }

    func word(_ role: Role) -> String {
        switch role {
        case .administrator: localiser(Message("command.role.administrator"))
        case .leader: localiser(Message("command.role.leader"))
        case .manager: localiser(Message("command.role.manager"))
        case .protectedReader: localiser(Message("command.role.protectedReader"))
        }
    }

    func word(_ step: EnrolmentStep) -> String {
        switch step {
        case .applied: localiser(Message("command.step.applied"))
        case .waitlisted: localiser(Message("command.step.waitlisted"))
        case .offered: localiser(Message("command.step.offered"))
        case .declined: localiser(Message("command.step.declined"))
        case .placed: localiser(Message("command.step.placed"))
        case .withdrawn: localiser(Message("command.step.withdrawn"))
        }
    }

    func word(_ attendance: Attendance?) -> String {
        localiser(attendance?.message ?? Message("command.mark.none"))
    }
}
