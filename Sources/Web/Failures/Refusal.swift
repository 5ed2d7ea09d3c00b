import Courses
import HTTPTypes
import Localisation

/// What goes wrong at the door, before the desk is asked.
enum Refusal: Error, Equatable {
    case notSignedIn
    /// Not sent from one of our own pages.
    case forged
    /// What another account's device says.
    case otherAccount
    case tooLarge
    case malformed
    case notFound
    /// An address names a value that there is not.
    case unknownValue(Message)
    case tooManyTries(seconds: Int)
}

/// A failure as an answer tells it.
struct ToldFailure {
    let status: HTTPResponse.Status
    let kind: String
    let code: String
    let message: Message
}

extension ToldFailure {
    init(_ failure: Refusal) {
        switch failure {
        case .notSignedIn:
            self.init(.unauthorized, "notAllowed", "notSignedIn", Message("page.notSignedIn"))
        case .forged: self.init(.forbidden, "notAllowed", "forged", Message("page.forged"))
        case .otherAccount:
            self.init(
                .forbidden, "notAllowed", "otherAccount", Message("phone.otherAccount"))
        case .tooLarge:
            self.init(.contentTooLarge, "invalid", "tooLarge", Message("page.tooLarge"))
        case .malformed: self.init(.badRequest, "invalid", "malformed", Message("page.malformed"))
        case .unknownValue(let message):
            self.init(.badRequest, "invalid", "unknownValue", message)
        case .notFound: self.init(.notFound, "notFound", "notFound", Message("page.notFound"))
        case .tooManyTries:
            self.init(
                .tooManyRequests, "notAllowed", "tooManyTries", Message("signIn.tooManyTries"))
        }
    }

    init(
        _ status: HTTPResponse.Status, _ kind: String, _ code: String, _ message: Message
    ) {
        self.init(status: status, kind: kind, code: code, message: message)
    }
}

extension ErrorKind {
    var status: HTTPResponse.Status {
        switch self {
        case .invalid: .badRequest
        case .notFound: .notFound
        case .conflict: .conflict
        case .notAllowed: .forbidden
        }
    }
}
