/// Where a certificate and its private key lie, both in PEM; the certificate first, then those that
/// it rests on.
package struct TLSFiles: Sendable, Equatable {
    package let certificate: String
    package let privateKey: String
    /// How often they are looked at, at most.
    package let interval: Duration

    package init(
        certificate: String, privateKey: String, interval: Duration = .seconds(1)
    ) {
        self.certificate = certificate
        self.privateKey = privateKey
        self.interval = interval
    }
}
