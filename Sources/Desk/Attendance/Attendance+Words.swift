package import Courses
package import Localisation

extension Attendance {
    package var message: Message {
        switch self {
        case .absent(.notified): Message("command.mark.notified")
        case .absent(.unnotified): Message("command.mark.unnotified")
        case .absent(.excused): Message("command.mark.excused")
        case .present(nil, nil): Message("command.mark.present")
        case .present(let late?, nil): Message("command.mark.late", ["minutes": .number(late)])
        case .present(nil, let early?):
            Message("command.mark.leftEarly", ["minutes": .number(early)])
        case .present(let late?, let early?):
            Message(
                "command.mark.lateAndEarly", ["late": .number(late), "early": .number(early)])
        }
    }
}

extension MarkRole {
    package var message: Message {
        switch self {
        case .member: Message("command.markRole.member")
        case .guest: Message("command.markRole.guest")
        case .makeUp: Message("command.markRole.makeUp")
        }
    }
}

extension HeadcountKey {
    /// What is counted; nil for a category that is the organisation's own, which stands as it is.
    package var categoryMessage: Message? {
        switch category {
        case "guest": Message("register.countGuests")
        case "childcare": Message("register.countChildcare")
        case "visitor": Message("register.countVisitors")
        default: nil
        }
    }
}

extension KeptRule {
    /// Why a statement waits, as a whole sentence to whoever made it.
    package var message: Message {
        switch self {
        case .notOnRoster: Message("register.keptNotOnRoster")
        case .calledOff: Message("register.keptCalledOff")
        case .signedOff: Message("register.keptSignedOff")
        case .notYet: Message("register.keptNotYet")
        case .outsideRight: Message("register.keptOutsideRight")
        case .unknownSession: Message("register.keptUnknownSession")
        case .unknownPerson: Message("register.keptUnknownPerson")
        case .malformed: Message("register.keptMalformed")
        }
    }
}
