package import Courses
package import Localisation

// What operations are called, and what they do to sessions.

extension OperationKind {
    package var message: Message {
        switch self {
        case .importPeople: Message("command.kind.importPeople")
        case .place: Message("command.kind.place")
        case .transfer: Message("command.kind.transfer")
        case .merge: Message("command.kind.merge")
        case .withdraw: Message("command.kind.withdraw")
        case .planSessions: Message("command.kind.planSessions")
        case .moveSession: Message("command.kind.moveSession")
        case .cancelSession: Message("command.kind.cancelSession")
        case .endRound: Message("command.kind.endRound")
        case .undo: Message("command.kind.undo")
        case .apply: Message("command.kind.apply")
        case .offer: Message("command.kind.offer")
        case .accept: Message("command.kind.accept")
        case .decline: Message("command.kind.decline")
        case .waitlist: Message("command.kind.waitlist")
        case .prioritise: Message("command.kind.prioritise")
        case .split: Message("command.kind.split")
        case .openGroup: Message("command.kind.openGroup")
        case .closeGroup: Message("command.kind.closeGroup")
        case .pause: Message("command.kind.pause")
        case .resume: Message("command.kind.resume")
        case .changeLeader: Message("command.kind.changeLeader")
        case .balance: Message("command.kind.balance")
        case .changeGroup: Message("command.kind.changeGroup")
        case .mergePeople: Message("command.kind.mergePeople")
        case .keepPerson: Message("command.kind.keepPerson")
        }
    }
}

extension SessionEffect.Kind {
    package var message: Message {
        switch self {
        case .planned: Message("command.effect.planned")
        case .moved: Message("command.effect.moved")
        case .cancelled: Message("command.effect.cancelled")
        case .remote: Message("command.effect.remote")
        case .restored: Message("command.effect.restored")
        case .staffed: Message("command.effect.staffed")
        case .removed: Message("command.effect.removed")
        }
    }
}
