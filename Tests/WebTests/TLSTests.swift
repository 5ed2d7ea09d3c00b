import Courses
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOSSL
import Testing

@testable import Web

struct TLSTests {
    @Test func `a new certificate is met by new connections, and open ones stay`() async throws {
        let folder = try CertificateFolder(TestCertificates.first, TestCertificates.firstKey)
        defer { folder.remove() }
        try await folder.serve { port in
            let early = try client(port, trusting: TestCertificates.first)
            #expect(try await status(early) == .ok)
            try folder.write(TestCertificates.second, TestCertificates.secondKey)
            let late = try client(port, trusting: TestCertificates.second)
            #expect(try await status(late) == .ok)
            let stale = try client(port, trusting: TestCertificates.first)
            await #expect(throws: (any Error).self) { try await status(stale) }
            #expect(try await status(early) == .ok)
            for client in [early, late] { try await client.shutdown() }
        }
    }

    @Test func `files that don't fit are logged and the certificate before them stays`()
        async throws
    {
        let folder = try CertificateFolder(TestCertificates.first, TestCertificates.firstKey)
        defer { folder.remove() }
        try await folder.serve { port in
            try folder.write(TestCertificates.second, TestCertificates.firstKey)
            let client = try client(port, trusting: TestCertificates.first)
            #expect(try await status(client) == .ok)
            try await client.shutdown()
        }
        #expect(folder.log.lines.contains("certificate not reloaded privateKeyDoesNotFit"))
    }

    @Test func `over TLS the cookie and the browser stay with it, and old versions are refused`()
        async throws
    {
        let folder = try CertificateFolder(TestCertificates.first, TestCertificates.firstKey)
        defer { folder.remove() }
        try await folder.serve { port in
            let current = try client(port, trusting: TestCertificates.first)
            let page = try await current.execute(
                .init("/sign-in", method: .get, authority: "localhost"))
            #expect(page.head.headerFields[.strictTransportSecurity] == "max-age=31536000")
            let chosen = try await current.execute(
                .init(
                    "/language", method: .post, authority: "localhost",
                    headers: [.contentType: "application/x-www-form-urlencoded"],
                    body: .init(string: "language=ar")))
            #expect(chosen.head.headerFields[.setCookie]?.contains("Secure") == true)
            try await current.shutdown()
            let old = try client(
                port, trusting: TestCertificates.first, maximum: .tlsv11)
            await #expect(throws: (any Error).self) { try await status(old) }
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
    ) throws -> TestClient {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .certificates(
            try NIOSSLCertificate.fromPEMBytes(Array(certificate.utf8)))
        tls.maximumTLSVersion = maximum
        if maximum != nil { tls.minimumTLSVersion = .tlsv1 }
        let client = TestClient(
            host: "localhost", port: port,
            // Its patience races with the answer, which on a loaded machine it must not win.
            configuration: .init(
                tlsConfiguration: tls, timeout: .seconds(3600), serverName: "localhost"))
        client.connect()
        return client
    }

    private func status(_ client: TestClient) async throws -> HTTPResponse.Status {
        try await client.execute(.init("/sign-in", method: .get, authority: "localhost")).status
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

    func serve(_ body: @escaping @Sendable (_ port: Int) async throws -> Void) async throws {
        let world = try await TestWorld.make()
        let application = try await world.application(tls: files, logger: log.logger)
        try await application.application().test(.live) { client in
            try await body(try #require(client.port))
        }
    }
}
