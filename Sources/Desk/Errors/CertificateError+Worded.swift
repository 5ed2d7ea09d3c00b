import Courses
import Localisation

extension CertificateError: Wordable {
    var worded: WordedError {
        switch self {
        case .mistyped(let text):
            WordedError(
                .invalid, "numberMistyped",
                Message("certificate.error.mistyped", ["number": .text(text)]))
        case .unknown(let number):
            WordedError(
                .notFound, "unknown.certificate",
                Message("certificate.error.unknown", ["number": .text(number.description)]))
        case .roundGoesOn(let round):
            WordedError(
                .conflict, "roundGoesOn",
                Message("certificate.error.roundGoesOn", ["round": .text(round)]))
        case .notCompleted(let person):
            WordedError(
                .conflict, "notCompleted",
                Message("certificate.error.notCompleted", ["person": .text(person.description)]))
        case .notValid(let number):
            WordedError(
                .conflict, "certificateNotValid",
                Message("certificate.error.notValid", ["number": .text(number.description)]))
        case .damaged(let number):
            WordedError(
                .conflict, "certificateDamaged",
                Message("certificate.error.damaged", ["number": .text(number.description)]))
        case .changed(let number):
            WordedError(
                .conflict, "certificateChanged",
                Message("certificate.error.changed", ["number": .text(number.description)]))
        case .unearned(let number):
            WordedError(
                .conflict, "certificateUnearned",
                Message("certificate.error.unearned", ["number": .text(number.description)]))
        case .protectedName(let number):
            WordedError(
                .notAllowed, "protectedName",
                Message("certificate.error.protectedName", ["number": .text(number.description)]))
        case .nameGone(let number):
            WordedError(
                .conflict, "nameGone",
                Message("certificate.error.nameGone", ["number": .text(number.description)]))
        }
    }
}
