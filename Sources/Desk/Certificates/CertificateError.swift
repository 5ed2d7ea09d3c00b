package import Courses

/// Why a certificate is not issued, withdrawn or shown.
package enum CertificateError: Error, Sendable, Equatable {
    /// No number at all: something was mistyped.
    case mistyped(String)
    case unknown(CertificateNumber)
    /// The round goes on, so that nobody has completed it.
    case roundGoesOn(String)
    case notCompleted(Person.ID)
    /// Withdrawn, or replaced by another.
    case notValid(CertificateNumber)
    case damaged(CertificateNumber)
    /// Something else is counted now than it says.
    case changed(CertificateNumber)
    /// The round is not completed after all.
    case unearned(CertificateNumber)
    /// Only a named reader prints the name of somebody protected, and an alias is no name.
    case protectedName(CertificateNumber)
    /// Whose name has been destroyed.
    case nameGone(CertificateNumber)
}
