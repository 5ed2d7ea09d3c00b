import Localisation

extension TextError {
    var isAboutSomethingUnknown: Bool {
        if case .unknownMessage = self { true } else { false }
    }

    /// Stable; stands in JSON.
    var code: String {
        switch self {
        case .unknownLanguage: "unknownLanguage"
        case .noCatalogue: "noCatalogue"
        case .unknownCalendar: "unknownCalendar"
        case .unknownDigits: "unknownDigits"
        case .notADate: "notADate"
        case .notANumber: "notANumber"
        case .unknownMessage: "unknownMessage"
        case .malformedArgument: "malformedArgument"
        case .missingArguments: "missingArguments"
        case .unknownArguments: "unknownArguments"
        case .notCountable: "notCountable"
        }
    }

    var message: Message {
        switch self {
        case .unknownLanguage(let text):
            Message("command.error.unknownLanguage", ["text": .text(text)])
        case .noCatalogue(let language):
            Message("command.error.noCatalogue", ["language": .language(language)])
        case .unknownCalendar(let text):
            Message("command.error.calendar", ["text": .text(text)])
        case .unknownDigits(let text):
            Message("command.error.digits", ["text": .text(text)])
        case .notADate(let text): Message("command.error.date", ["text": .text(text)])
        case .notANumber(let text): Message("command.error.number", ["text": .text(text)])
        case .unknownMessage(let key):
            Message("command.error.messageKey", ["key": .text(key)])
        case .malformedArgument(let text):
            Message("command.error.argument", ["text": .text(text)])
        case .missingArguments(let names):
            Message("command.error.missingArguments", ["names": .list(names)])
        case .unknownArguments(let names):
            Message("command.error.unknownArguments", ["names": .list(names)])
        case .notCountable(let name, let value):
            Message(
                "command.error.notCountable", ["name": .text(name), "value": .text(value)])
        }
    }
}
