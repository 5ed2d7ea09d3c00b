import Courses
import Desk
import Localisation

/// A round's certificates, issued and due, group by group.
struct CertificatesPage: Page {
    static let template = "certificates"

    let layout: Layout
    let backText: String
    let heading: String
    let roundName: String
    let ways: [SessionLink]
    let notices: [CertificateNotice]
    let emptyText: String?
    let summary: CertificateSummary?
    let groups: [CertificateGroup]
    let checkText: String
}

struct CertificateNotice: Sendable {
    let tone: String
    let text: String
}

/// What can be done with all at once.
struct CertificateSummary: Sendable {
    let text: String
    let issue: CertificateIssue?
    let print: SessionLink?
    let hasActs: Bool
}

struct CertificateIssue: Sendable {
    let action: String
    let formToken: String
    /// Nil for all to whom one is due.
    let person: String?
    let label: String
    let spoken: String?
}

struct CertificateGroup: Sendable {
    let name: String
    /// Not as a person's is called, who would have it where they have none.
    let printAll: SessionLink?
    let people: [CertificatePerson]
}

struct CertificatePerson: Sendable {
    let name: String
    let otherName: String?
    let state: StatusChip
    let detail: String
    let explanation: String?
    let number: CertificateNumberText?
    let earlier: [EarlierCertificate]
    let hasActs: Bool
    let print: SpokenLink?
    let issue: CertificateIssue?
    let withdraw: CertificateWithdrawal?
}

struct CertificateNumberText: Sendable {
    let label: String
    let text: String
}

struct EarlierCertificate: Sendable {
    let before: String
    let number: String
}

/// A link whose label needs more than its place to be understood.
struct SpokenLink: Sendable {
    let href: String
    let label: String
    let spoken: String
}

struct CertificateWithdrawal: Sendable {
    let action: String
    let number: String
    let label: String
    let text: String
    let spoken: String
}
