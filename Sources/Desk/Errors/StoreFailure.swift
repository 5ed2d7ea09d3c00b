import Courses
import Localisation
import Store

/// What the database refused, as staff meet it.
enum StoreFailure: Wordable {
    case full, busy, cannotWrite, broken

    init?(_ error: any Error) {
        switch StoreFault(error) {
        case .full?: self = .full
        case .busy?: self = .busy
        case .cannotWrite?: self = .cannotWrite
        case .notADatabase?: self = .broken
        case .notUnique?, .constraint?, .other?, nil: return nil
        }
    }

    var worded: WordedError {
        switch self {
        case .full: WordedError(.conflict, "diskFull", Message("error.diskFull"))
        case .busy: WordedError(.conflict, "busy", Message("error.busy"))
        case .cannotWrite:
            WordedError(.conflict, "cannotWriteDatabase", Message("error.cannotWriteDatabase"))
        case .broken: WordedError(.conflict, "databaseBroken", Message("error.databaseBroken"))
        }
    }
}

extension NotAllowed: Wordable {
    var worded: WordedError {
        WordedError(.notAllowed, "notAllowed", Message("error.notAllowed"))
    }
}

extension UnknownReference: Wordable {
    var worded: WordedError {
        let message =
            switch kind {
            case .report: Message("error.unknownReport", ["text": .text(text)])
            case .person: Message("error.unknownPerson", ["text": .text(text)])
            case .programme: Message("error.unknownProgramme", ["text": .text(text)])
            case .round: Message("error.unknownRound", ["text": .text(text)])
            case .group: Message("error.unknownGroup", ["text": .text(text)])
            case .session: Message("error.unknownSession", ["text": .text(text)])
            case .operation: Message("error.unknownOperation", ["text": .text(text)])
            case .venue: Message("error.unknownVenue", ["text": .text(text)])
            case .breakCalendar: Message("error.unknownBreaks", ["text": .text(text)])
            case .reason: Message("error.unknownReason", ["text": .text(text)])
            case .enrolment, .party:
                Message("error.unknownReference", ["text": .text(text)])
            }
        return WordedError(.notFound, "unknown.\(kind)", message)
    }
}
