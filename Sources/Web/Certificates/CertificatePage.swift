import Courses
import Desk
import Localisation

/// Certificates to be printed, one page each.
struct CertificatePage: Page {
    static let template = "certificate"

    let layout: Layout
    let style: String
    let backHref: String
    let backText: String
    let heading: String
    let helpText: String
    let notices: [TextLine]
    let emptyText: String?
    let papers: [CertificateSheet]
}

struct CertificateSheet: Sendable {
    /// A style's name: how much there is to fit on the page.
    let shape: String
    let label: String
    /// Swedish first.
    let halves: [CertificateHalf]
    /// To write on: place and date, and signature.
    let lines: [CertificateLine]
    let numberLabels: [CertificateLabel]
    let number: String
    let checks: [CertificateLabel]
}

/// All that a certificate says, in one language.
struct CertificateHalf: Sendable {
    let language: String
    let direction: String
    let organisation: String
    let title: String
    let givenTo: String
    let name: String
    let forCompleting: String
    let programme: String
    /// Says that the name before it is Swedish, where the reader expects another language.
    let inSwedish: String?
    let facts: [CertificateFact]
    let about: CertificateAbout?
}

struct CertificateFact: Sendable {
    let term: String
    /// A name that the organisation has given, in its own language.
    let named: String?
    /// Says that it is.
    let note: String?
    let text: String
}

struct CertificateAbout: Sendable {
    let heading: String?
    let text: String
}

struct CertificateLine: Sendable {
    let labels: [CertificateLabel]
}

struct CertificateLabel: Sendable {
    let language: String
    let direction: String
    let text: String
}
