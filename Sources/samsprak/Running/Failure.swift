import ArgumentParser
import Courses
import Desk
import FoundationEssentials
import Localisation
import Web

/// Why a command did not do what was asked, as the shell and its reader are told.
struct Failure {
    enum Kind: String {
        /// The command was written wrong.
        case usage
        case invalid, notFound, conflict, notAllowed
        /// A fault that nobody foresaw.
        case unexpected

        init(_ kind: ErrorKind) {
            switch kind {
            case .invalid: self = .invalid
            case .notFound: self = .notFound
            case .conflict: self = .conflict
            case .notAllowed: self = .notAllowed
            }
        }

        /// The one mapping to exit codes, from `sysexits.h` where it has one that fits.
        var exitCode: ExitCode {
            switch self {
            case .usage: ExitCode(64)
            case .invalid: ExitCode(65)
            case .notFound: ExitCode(66)
            case .unexpected: ExitCode(70)
            case .conflict: ExitCode(73)
            case .notAllowed: ExitCode(77)
            }
        }
    }

    let kind: Kind
    let code: String
    let message: Message
    let details: [Message]

    init(_ error: any Error) {
        if let error = error as? CommandError {
            self.init(Kind(error.kind), error.code, error.message)
        } else if let error = error as? TextError {
            self.init(
                error.isAboutSomethingUnknown ? .notFound : .invalid, error.code, error.message)
        } else if let error = error as? CertificateFault {
            self.init(Kind(error.kind), error.code, error.message)
        } else if let error = error as? ImportRefusal {
            self.init(.invalid, error.code, error.message)
        } else if let error = worded(error) {
            self.init(Kind(error.kind), error.code, error.message, error.details)
        } else {
            self.init(.unexpected, "unexpected", Message("command.error.unexpected"))
        }
    }

    private init(_ kind: Kind, _ code: String, _ message: Message, _ details: [Message] = []) {
        self.kind = kind
        self.code = code
        self.message = message
        self.details = details
    }

    func json(_ localiser: Localiser) -> JSON {
        Self.json(kind, code, localiser(message), details.map { localiser($0) })
    }

    static func json(
        _ kind: Kind, _ code: String, _ message: String, _ details: [String] = []
    ) -> JSON {
        [
            "error": [
                "kind": .string(kind.rawValue), "code": .string(code),
                "message": .string(message), "details": .array(details.map(JSON.string)),
            ]
        ]
    }

    func lines(_ localiser: Localiser) -> String {
        ([localiser(message)] + details.map { "  " + localiser($0) })
            .map { $0 + "\n" }.joined()
    }
}
