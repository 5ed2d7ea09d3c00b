import Courses
import Localisation

extension SessionError: Wordable {
    var worded: WordedError {
        switch self {
        case .nothingPlanned:
            WordedError(.invalid, "nothingPlanned", Message("error.nothingPlanned"))
        case .alreadyPlanned(let date):
            WordedError(
                .conflict, "alreadyPlanned", Message("error.alreadyPlanned", ["date": .date(date)]))
        case .endBeforeStart:
            WordedError(.invalid, "endBeforeStart", Message("error.endBeforeStart"))
        case .alreadyCalledOff:
            WordedError(.conflict, "alreadyCalledOff", Message("error.alreadyCalledOff"))
        case .alreadyBegun:
            WordedError(.conflict, "alreadyBegun", Message("error.alreadyBegun"))
        case .fallsOffRoster(let people):
            WordedError(
                .conflict, "fallsOffRoster",
                Message("error.fallsOffRoster", ["count": .number(people.count)]))
        case .slotMissing: WordedError(.invalid, "slotMissing", Message("error.slotMissing"))
        case .reasonNeeded: WordedError(.invalid, "reasonNeeded", Message("error.reasonNeeded"))
        case .roundEnded(let date):
            WordedError(
                .conflict, "roundEnded", Message("error.roundEnded", ["date": .date(date)]))
        case .signedOff:
            WordedError(.conflict, "signedOff", Message("error.sessionSignedOff"))
        case .groupPaused(let name, let date):
            WordedError(
                .conflict, "groupPaused",
                Message("error.groupPaused", ["group": .text(name), "date": .date(date)]))
        case .substituteDays:
            WordedError(.invalid, "substituteDays", Message("error.substituteDays"))
        }
    }
}
