package import Courses
package import Localisation

/// Why a certificate and its key can't be used.
package enum CertificateFault: Error, Sendable, Equatable {
    case certificateMissing(path: String)
    case certificateUnreadable(path: String)
    case privateKeyMissing(path: String)
    case privateKeyUnreadable(path: String)
    /// The key is another certificate's.
    case privateKeyDoesNotFit(certificate: String, privateKey: String)
}

extension CertificateFault {
    package var kind: ErrorKind {
        switch self {
        case .certificateMissing, .privateKeyMissing: .notFound
        case .certificateUnreadable, .privateKeyUnreadable: .invalid
        case .privateKeyDoesNotFit: .conflict
        }
    }

    /// Stable; stands in JSON and in the log.
    package var code: String {
        switch self {
        case .certificateMissing: "certificateMissing"
        case .certificateUnreadable: "certificateUnreadable"
        case .privateKeyMissing: "privateKeyMissing"
        case .privateKeyUnreadable: "privateKeyUnreadable"
        case .privateKeyDoesNotFit: "privateKeyDoesNotFit"
        }
    }

    package var message: Message {
        switch self {
        case .certificateMissing(let path):
            Message("error.certificateMissing", ["path": .text(path)])
        case .certificateUnreadable(let path):
            Message("error.certificateUnreadable", ["path": .text(path)])
        case .privateKeyMissing(let path):
            Message("error.privateKeyMissing", ["path": .text(path)])
        case .privateKeyUnreadable(let path):
            Message("error.privateKeyUnreadable", ["path": .text(path)])
        case .privateKeyDoesNotFit(let certificate, let privateKey):
            Message(
                "error.privateKeyDoesNotFit",
                ["certificate": .text(certificate), "privateKey": .text(privateKey)])
        }
    }
}
