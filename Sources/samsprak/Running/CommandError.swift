import Courses
import Desk
import Localisation

/// What the command refuses by itself, before the desk is asked.
enum CommandError: Error, Equatable {
    case unknownLanguage(String)
    /// More than one language is called so.
    case ambiguousLanguage(String, [Language])
    case noCatalogue(Language)
    case malformedID(String)
    case sessionNumberMissing(group: String, number: Int)
    case municipalityMalformed(String)
    case templateUnknown(String)
    case passwordsDiffer
    case fileUnreadable(path: String)
    case fileUnwritable(path: String)
    case minutesOfAbsent
    case makeUpWithoutSession
    case nobodyNamed
    case identityNumber(IdentityNumberError)
    /// A telephone number or address that is none.
    case contact(ImportFault)
    case notADemo(path: String)
    /// No statements that a phone could not send.
    case notActs(path: String)
    case actsVersion(path: String)
}

extension CommandError {
    var kind: ErrorKind {
        switch self {
        case .sessionNumberMissing, .fileUnreadable: .notFound
        case .notADemo: .conflict
        case .unknownLanguage, .ambiguousLanguage, .noCatalogue, .malformedID,
            .municipalityMalformed, .templateUnknown, .passwordsDiffer, .fileUnwritable,
            .minutesOfAbsent, .makeUpWithoutSession, .nobodyNamed, .identityNumber, .contact,
            .notActs, .actsVersion:
            .invalid
        }
    }

    /// Stable; stands in JSON.
    var code: String {
        switch self {
        case .unknownLanguage: "unknownLanguage"
        case .ambiguousLanguage: "ambiguousLanguage"
        case .noCatalogue: "noCatalogue"
        case .malformedID: "malformedID"
        case .sessionNumberMissing: "unknownSession"
        case .municipalityMalformed: "municipalityMalformed"
        case .templateUnknown: "templateUnknown"
        case .passwordsDiffer: "passwordsDiffer"
        case .fileUnreadable: "fileUnreadable"
        case .fileUnwritable: "fileUnwritable"
        case .minutesOfAbsent: "minutesOfAbsent"
        case .makeUpWithoutSession: "makeUpWithoutSession"
        case .nobodyNamed: "nobodyNamed"
        case .identityNumber(let error): error.code
        case .contact(let fault): fault.code
        case .notADemo: "notADemo"
        case .notActs: "notActs"
        case .actsVersion: "unknownVersion"
        }
    }

    var message: Message {
        switch self {
        case .unknownLanguage(let text):
            Message("command.error.unknownLanguage", ["text": .text(text)])
        case .ambiguousLanguage(let text, let languages):
            Message(
                "command.error.ambiguousLanguage",
                ["text": .text(text), "tags": .list(languages.map(\.rawValue))])
        case .noCatalogue(let language):
            Message("command.error.noCatalogue", ["language": .language(language)])
        case .malformedID(let text):
            Message("command.error.malformedID", ["text": .text(text)])
        case .sessionNumberMissing(let group, let number):
            Message(
                "command.error.sessionNumber", ["group": .text(group), "number": .number(number)])
        case .municipalityMalformed(let text):
            Message("command.error.municipality", ["text": .text(text)])
        case .templateUnknown(let text):
            Message("command.error.template", ["text": .text(text)])
        case .passwordsDiffer: Message("command.error.passwordsDiffer")
        case .fileUnreadable(let path):
            Message("command.error.fileUnreadable", ["path": .text(path)])
        case .fileUnwritable(let path):
            Message("command.error.fileUnwritable", ["path": .text(path)])
        case .minutesOfAbsent: Message("command.error.minutesOfAbsent")
        case .makeUpWithoutSession: Message("command.error.makeUpWithoutSession")
        case .nobodyNamed: Message("command.error.nobodyNamed")
        case .identityNumber(let error): error.message
        case .contact(let fault): fault.message
        case .notActs(let path): Message("command.error.notActs", ["path": .text(path)])
        case .actsVersion(let path): Message("command.error.actsVersion", ["path": .text(path)])
        case .notADemo(let path): Message("command.error.notADemo", ["path": .text(path)])
        }
    }
}
