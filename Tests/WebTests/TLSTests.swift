import Courses
import Foundation
import HTTPTypes
import Logging
import NIOSSL
import Testing

@testable import Web

struct TLSTests {
    @Test func `a new certificate is met by new connections, and open ones stay`() async throws {
        let folder = try CertificateFolder(TestCertificates.first, TestCertificates.firstKey)
        defer { folder.remove() }
        try await folder.serve { port in
            let early = try await client(port, trusting: TestCertificates.first)
            #expect(try await status(early) == .ok)
            try folder.write(TestCertificates.second, TestCertificates.secondKey)
            let late = try await client(port, trusting: TestCertificates.second)
            #expect(try await status(late) == .ok)
            let stale = try await client(port, trusting: TestCertificates.first)
            await #expect(throws: NIOSSLError.self) { try await status(stale) }
            #expect(try await status(early) == .ok)
            for client in [early, late] { await client.close() }
        }
    }

    @Test func `files that don't fit are logged and the certificate before them stays`()
        async throws
    {
        let folder = try CertificateFolder(TestCertificates.first, TestCertificates.firstKey)
        defer { folder.remove() }
        try await folder.serve { port in
            try folder.write(TestCertificates.second, TestCertificates.firstKey)
            let client = try await client(port, trusting: TestCertificates.first)
            #expect(try await status(client) == .ok)
            await client.close()
        }
        #expect(folder.log.lines.contains("certificate not reloaded privateKeyDoesNotFit"))
    }

    @Test func `over TLS the cookie and the browser stay with it, and old versions are refused`()
        async throws
    {
        let folder = try CertificateFolder(TestCertificates.first, TestCertificates.firstKey)
        defer { folder.remove() }
        try await folder.serve { port in
            let current = try await client(port, trusting: TestCertificates.first)
            let page = try await current.send(.get, "/sign-in")
            #expect(page.headers[.strictTransportSecurity] == "max-age=31536000")
            let chosen = try await current.send(
                .post, "/language", [.contentType: "application/x-www-form-urlencoded"],
                body: "language=ar")
            #expect(chosen.headers[.setCookie]?.contains("Secure") == true)
            await current.close()
            let old = try await client(port, trusting: TestCertificates.first, maximum: .tlsv11)
            await #expect(throws: NIOSSLError.self) { try await status(old) }
        }
    }

    @Test func `what is wrong with the files is said`() throws {
        let folder = try CertificateFolder(TestCertificates.first, TestCertificates.secondKey)
        defer { folder.remove() }
        let files = folder.files
        let (certificate, key) = (files.certificate, files.privateKey)
        #expect(
            throws: CertificateFault.privateKeyDoesNotFit(
                certificate: certificate, privateKey: key)
        ) { try Certificates(files) }
        #expect(throws: CertificateFault.certificateMissing(path: "/none")) {
            try Certificates(TLSFiles(certificate: "/none", privateKey: key))
        }
        #expect(throws: CertificateFault.privateKeyMissing(path: "/none")) {
            try Certificates(TLSFiles(certificate: certificate, privateKey: "/none"))
        }
        #expect(throws: CertificateFault.certificateUnreadable(path: key)) {
            try Certificates(TLSFiles(certificate: key, privateKey: key))
        }
        #expect(throws: CertificateFault.privateKeyUnreadable(path: certificate)) {
            try Certificates(TLSFiles(certificate: certificate, privateKey: certificate))
        }
    }

    private func client(
        _ port: Int, trusting certificate: String, maximum: TLSVersion? = nil
    ) async throws -> TLSClient {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .certificates(
            try NIOSSLCertificate.fromPEMBytes(Array(certificate.utf8)))
        tls.maximumTLSVersion = maximum
        if maximum != nil { tls.minimumTLSVersion = .tlsv1 }
        return try await TLSClient(port: port, tls)
    }

    private func status(_ client: TLSClient) async throws -> HTTPResponse.Status {
        try await client.send(.get, "/sign-in").status
    }
}

/// A certificate and its key in files that a service reads.
private struct CertificateFolder {
    let folder: URL
    let log = KeptLog()

    var files: TLSFiles {
        TLSFiles(
            certificate: folder.appending(path: "certificate.pem").path,
            privateKey: folder.appending(path: "key.pem").path, interval: .zero)
    }

    init(_ certificate: String, _ key: String) throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "samsprak-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write(certificate, key)
    }

    func write(_ certificate: String, _ key: String) throws {
        try Data(certificate.utf8).write(to: URL(filePath: files.certificate))
        try Data(key.utf8).write(to: URL(filePath: files.privateKey))
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    func serve(_ body: (_ port: Int) async throws -> Void) async throws {
        let world = try await TestWorld.make()
        try await world.application(tls: files, logger: log.logger).serve(body)
    }
}
