import Courses
package import Localisation

extension PlacingError: Wordable {
    var worded: WordedError {
        switch self {
        case .obstacles(let people):
            WordedError(
                .conflict, "obstacles",
                Message("error.obstacles", ["count": .number(people.count)]),
                details: people.flatMap(\.messages))
        case .alreadyPlaced(let person, _):
            WordedError(
                .conflict, "alreadyPlaced",
                Message("error.alreadyPlaced", ["person": .text(person.description)]))
        case .notPlaced(let person):
            WordedError(
                .conflict, "notPlaced",
                Message("error.notPlaced", ["person": .text(person.description)]))
        case .notEnrolled(let person):
            WordedError(
                .notFound, "notEnrolled",
                Message("error.notEnrolled", ["person": .text(person.description)]))
        case .inThePast(let date):
            WordedError(.invalid, "inThePast", Message("error.inThePast", ["date": .date(date)]))
        case .againstMarks(let person, let sessions):
            WordedError(
                .conflict, "againstMarks",
                Message(
                    "error.againstMarks",
                    [
                        "person": .text(person.description),
                        "sessions": .list(sessions.map(\.description)),
                    ]))
        case .sessionBegun(let session, let date):
            WordedError(
                .conflict, "sessionBegun",
                Message(
                    "error.sessionBegun",
                    [
                        "session": .text(session.description),
                        "date": .date(date.adding(days: 1)),
                    ]))
        case .otherRound: WordedError(.invalid, "otherRound", Message("error.otherRound"))
        case .sameGroup: WordedError(.invalid, "sameGroup", Message("error.sameGroup"))
        case .tooMany(let count, let maximum):
            WordedError(
                .conflict, "tooMany",
                Message(
                    "error.tooMany", ["count": .number(count), "maximum": .number(maximum)]))
        case .reasonNeeded: WordedError(.invalid, "reasonNeeded", Message("error.reasonNeeded"))
        case .roundEnded(let date):
            WordedError(
                .conflict, "roundEnded", Message("error.roundEnded", ["date": .date(date)]))
        case .groupClosed(let name, let date):
            WordedError(
                .conflict, "groupClosed",
                Message("error.groupClosed", ["group": .text(name), "date": .date(date)]))
        case .cannotUndo(let obstacles):
            WordedError(
                .conflict, "cannotUndo", Message("error.cannotUndo"),
                details: obstacles.map(\.message))
        case .cannotGiveBack(let groups):
            WordedError(
                .conflict, "cannotUndo", Message("error.cannotUndo"),
                details: groups.flatMap { group in
                    [Message("error.undoGivesBack", ["group": .text(group.name)])]
                        + group.people.flatMap(\.messages)
                })
        }
    }
}

extension PersonObstacles {
    package var messages: [Message] {
        obstacles.map { obstacle -> Message in
            switch obstacle {
            case .language: Message("error.obstacleLanguage", ["person": .text(person.description)])
            case .interpreter:
                Message("error.obstacleInterpreter", ["person": .text(person.description)])
            case .openTo: Message("error.obstacleOpenTo", ["person": .text(person.description)])
            case .childcare:
                Message("error.obstacleChildcare", ["person": .text(person.description)])
            case .full: Message("error.obstacleFull", ["person": .text(person.description)])
            case .closed: Message("error.obstacleClosed", ["person": .text(person.description)])
            case .apart:
                Message(
                    "error.obstacleApart",
                    [
                        "person": .text(person.description),
                        "others": .list(others.map(\.description)),
                    ])
            case .party:
                Message(
                    "error.obstacleParty",
                    [
                        "person": .text(person.description),
                        "others": .list(others.map(\.description)),
                    ])
            }
        }
    }
}

extension UndoObstacle {
    fileprivate var message: Message {
        switch self {
        case .alreadyUndone: Message("error.alreadyUndone")
        case .notUndoable: Message("error.notUndoable")
        case .sessionsBegun(let sessions):
            Message(
                "error.undoSessionsBegun", ["sessions": .list(sessions.map(\.description))])
        case .restedOnBy(let operations):
            Message(
                "error.undoRestedOn", ["operations": .list(operations.map(\.description))])
        case .spokenOf(let sessions):
            Message("error.undoSpokenOf", ["sessions": .list(sessions.map(\.description))])
        case .unclearMark(let meeting):
            Message(
                "error.undoUnclearMark",
                ["date": .date(meeting.date), "groups": .list(meeting.groups)])
        case .inUse(let use, let people): use.message(people)
        case .grantedGroups(let groups):
            Message("error.undoGrantedGroups", ["groups": .list(groups.map(\.description))])
        }
    }
}

extension PersonUse {
    fileprivate func message(_ people: [Person.ID]) -> Message {
        let people = Argument.list(people.map(\.description))
        return switch self {
        case .account: Message("error.undoAccount", ["people": people])
        case .grant: Message("error.undoGrant", ["people": people])
        case .staff: Message("error.undoStaff", ["people": people])
        case .party: Message("error.undoParty", ["people": people])
        }
    }
}
