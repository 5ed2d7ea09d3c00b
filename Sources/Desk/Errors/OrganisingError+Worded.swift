import Courses
import Localisation

extension OrganisingError: Wordable {
    var worded: WordedError {
        switch self {
        case .nameMissing:
            WordedError(.invalid, "nameMissing", Message("error.nameMissing"))
        case .codeMalformed(let code):
            WordedError(
                .invalid, "codeMalformed", Message("error.codeMalformed", ["code": .text(code)]))
        case .codeTaken(let code):
            WordedError(.conflict, "codeTaken", Message("error.codeTaken", ["code": .text(code)]))
        case .rules(let fault): WordedError(.invalid, "rules.\(fault.rawValue)", fault.message)
        case .groupSize(let minimum, let maximum):
            WordedError(
                .invalid, "groupSize",
                Message(
                    "error.groupSize",
                    ["minimum": .number(minimum), "maximum": .number(maximum)]))
        case .groupNameTaken(let name):
            WordedError(
                .conflict, "groupNameTaken", Message("error.groupNameTaken", ["name": .text(name)]))
        case .languageMissing:
            WordedError(.invalid, "languageMissing", Message("error.languageMissing"))
        case .linkMalformed(let link):
            WordedError(
                .invalid, "linkMalformed",
                Message(
                    "error.linkMalformed", ["link": .text(link), "start": .text("https://")]))
        case .groupNameAmbiguous(let name):
            WordedError(
                .conflict, "groupNameAmbiguous",
                Message("error.groupNameAmbiguous", ["name": .text(name)]))
        case .roundEnded(let date):
            WordedError(
                .conflict, "roundEnded", Message("error.roundEnded", ["date": .date(date)]))
        case .endOutOfRange(let date):
            WordedError(
                .invalid, "endOutOfRange", Message("error.endOutOfRange", ["date": .date(date)]))
        case .externalIDTaken(let id):
            WordedError(
                .conflict, "externalIDTaken", Message("error.externalIDTaken", ["id": .text(id)]))
        case .identityNumberTaken:
            WordedError(.conflict, "identityNumberTaken", Message("error.identityNumberTaken"))
        case .changedMeanwhile:
            WordedError(.conflict, "changedMeanwhile", Message("error.changedMeanwhile"))
        case .roundBegun: WordedError(.conflict, "roundBegun", Message("error.roundBegun"))
        case .childcareOutOfRange:
            WordedError(.invalid, "childcareOutOfRange", Message("error.childcareOutOfRange"))
        case .languageTwice:
            WordedError(.invalid, "languageTwice", Message("error.languageTwice"))
        case .tooManyLanguages(let maximum):
            WordedError(
                .invalid, "tooManyLanguages",
                Message("error.tooManyLanguages", ["maximum": .number(maximum)]))
        case .languagesKept:
            WordedError(.conflict, "languagesKept", Message("error.languagesKept"))
        case .characterRefused:
            WordedError(.invalid, "characterRefused", Message("error.characterRefused"))
        case .languageInUse, .noLongerFit, .childcareTaken, .maximumTaken, .slotPlanned:
            inTheWay
        case .venueNameTaken, .roomUnknown, .roomTwice, .tooManyRooms, .roomInUse: ofVenues
        case .calendarNameTaken(let name):
            WordedError(
                .conflict, "calendarNameTaken",
                Message("error.calendarNameTaken", ["name": .text(name)]))
        case .reasonTextMissing:
            WordedError(.invalid, "reasonTextMissing", Message("error.reasonTextMissing"))
        case .reasonEndsTooEarly(let date):
            WordedError(
                .invalid, "reasonEndsTooEarly",
                Message("error.reasonEndsTooEarly", ["date": .date(date)]))
        case .textTooLong(let maximum):
            WordedError(
                .invalid, "textTooLong",
                Message("error.textTooLong", ["maximum": .number(maximum)]))
        }
    }
}

extension CourseRulesFault {
    fileprivate var message: Message {
        switch self {
        case .sessions: Message("error.rulesSessions")
        case .sessionMinutes: Message("error.rulesSessionMinutes")
        case .completionThreshold: Message("error.rulesCompletionThreshold")
        case .studyHourMinutes: Message("error.rulesStudyHourMinutes")
        }
    }
}
