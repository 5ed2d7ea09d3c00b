import ArgumentParser
import Web

/// The service's own certificate.
struct TLSOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The certificate and those it rests on, in PEM; read anew when it changes.",
            valueName: "file"), completion: .file())
    var certificate: String?

    @Option(
        help: ArgumentHelp("The certificate's private key, in PEM.", valueName: "file"),
        completion: .file())
    var privateKey: String?

    func validate() throws {
        guard (certificate == nil) == (privateKey == nil) else {
            throw UsageError.certificateWithoutKey
        }
    }

    var files: TLSFiles? {
        guard let certificate, let privateKey else { return nil }
        return TLSFiles(certificate: certificate, privateKey: privateKey)
    }
}
