import Courses
import Localisation

extension AccountError: Wordable {
    var worded: WordedError {
        switch self {
        case .wrongNameOrPassword:
            WordedError(
                .notAllowed, "wrongNameOrPassword", Message("error.wrongNameOrPassword"))
        case .userNameTaken(let name):
            WordedError(
                .conflict, "userNameTaken", Message("error.userNameTaken", ["name": .text(name)]))
        case .userNameMalformed(let name):
            WordedError(
                .invalid, "userNameMalformed",
                Message("error.userNameMalformed", ["name": .text(name)]))
        case .passwordTooShort(let minimum):
            WordedError(
                .invalid, "passwordTooShort",
                Message("error.passwordTooShort", ["minimum": .number(minimum)]))
        case .unknownUser(let name):
            WordedError(
                .notFound, "unknownUser", Message("error.unknownUser", ["name": .text(name)]))
        case .unknownDevice:
            WordedError(.notFound, "unknownDevice", Message("error.unknownDevice"))
        case .unknownGrant:
            WordedError(.notFound, "unknownGrant", Message("error.unknownGrant"))
        case .lastAdministratorRight:
            WordedError(
                .conflict, "lastAdministratorRight", Message("error.lastAdministratorRight"))
        case .rightEndsTooEarly(let date):
            WordedError(
                .invalid, "rightEndsTooEarly",
                Message("error.rightEndsTooEarly", ["date": .date(date)]))
        case .languageWithoutCatalogue(let language):
            WordedError(
                .invalid, "languageWithoutCatalogue",
                Message(
                    "error.languageWithoutCatalogue", ["language": .text(language.rawValue)]))
        }
    }
}
