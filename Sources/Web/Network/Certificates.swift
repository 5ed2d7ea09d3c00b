import Glibc
import Logging
import NIOSSL
import Synchronization

/// The certificate that new connections are met with, read anew when its files have changed.
///
/// The files are looked at when somebody connects, at most once an interval; connections that are
/// open keep what they began with. Files that can't be used are logged once, and what was there
/// before stays in use.
final class Certificates: Sendable {
    private struct State {
        var context: NIOSSLContext
        var stamp: [FileStamp?]
        var looked: ContinuousClock.Instant
    }

    private let files: TLSFiles
    private let state: Mutex<State>

    init(_ files: TLSFiles) throws(CertificateFault) {
        self.files = files
        let stamp = Self.stamp(files)
        state = Mutex(
            State(context: try Self.load(files), stamp: stamp, looked: ContinuousClock.now))
    }

    func current(_ logger: Logger) -> NIOSSLContext {
        state.withLock { state in
            let now = ContinuousClock.now
            guard now - state.looked >= files.interval else { return state.context }
            state.looked = now
            let stamp = Self.stamp(files)
            guard stamp != state.stamp else { return state.context }
            state.stamp = stamp
            do throws(CertificateFault) {
                state.context = try Self.load(files)
                logger.info("certificate reloaded")
            } catch {
                logger.error(
                    "certificate not reloaded", metadata: ["cause": .string(error.code)])
            }
            return state.context
        }
    }

    private static func load(_ files: TLSFiles) throws(CertificateFault) -> NIOSSLContext {
        guard exists(files.certificate) else {
            throw .certificateMissing(path: files.certificate)
        }
        guard exists(files.privateKey) else { throw .privateKeyMissing(path: files.privateKey) }
        guard let chain = try? NIOSSLCertificate.fromPEMFile(files.certificate), !chain.isEmpty
        else { throw .certificateUnreadable(path: files.certificate) }
        guard let key = try? NIOSSLPrivateKey(file: files.privateKey, format: .pem) else {
            throw .privateKeyUnreadable(path: files.privateKey)
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        guard let context = try? NIOSSLContext(configuration: configuration) else {
            throw .privateKeyDoesNotFit(
                certificate: files.certificate, privateKey: files.privateKey)
        }
        return context
    }

    private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    private static func stamp(_ files: TLSFiles) -> [FileStamp?] {
        [FileStamp(files.certificate), FileStamp(files.privateKey)]
    }
}

/// What changes when a file is written or another is put in its place; links are followed.
private struct FileStamp: Equatable {
    let file: UInt64
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        file = UInt64(status.st_ino)
        size = Int(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }
}
