package import Courses
import Store

/// What is known of a number that somebody read on a certificate.
package enum CheckedCertificate: Sendable, Equatable {
    /// The name is nil for whoever lacks the right to it, and where it has been destroyed.
    case valid(Certificate, name: DisplayName?)
    case withdrawn(Certificate, name: DisplayName?)
    /// It is no longer what its hash says, so that nothing of it is to be relied on.
    case damaged(CertificateNumber)
    /// Well written, and never issued here.
    case unknown(CertificateNumber)
    /// No number at all.
    case mistyped
}

extension Desk {
    /// Says of a number whether its certificate is valid and what it certifies.
    ///
    /// Whoever holds a certificate may ask, signed in or not: of whom it is for they are told
    /// nothing, since that is on the paper. Those who may read the round's people get the name as
    /// lists show it, of somebody protected the alias.
    package func checkCertificate(
        _ text: String, as actor: Actor?
    ) async throws -> CheckedCertificate {
        let today = today
        guard let number = CertificateNumber(text) else { return .mistyped }
        return try await store.read { reading in
            guard let certificate = try reading.certificate(number) else {
                return .unknown(number)
            }
            guard certificate.isIntact else { return .damaged(number) }
            let maySee =
                actor.map {
                    Policy.allows($0, .readPeople, on: .round(certificate.round), date: today)
                } ?? false
            let found =
                maySee
                ? try reading.names(of: [certificate.person])[certificate.person] : nil
            let name = found.flatMap { $0.alias == nil && $0.primary.isEmpty ? nil : $0 }
            return certificate.isValid
                ? .valid(certificate, name: name) : .withdrawn(certificate, name: name)
        }
    }
}
