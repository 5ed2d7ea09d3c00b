import Foundation
import Glibc
import Testing

/// The built service, running on a port that the system chose.
final class Service {
    let port: Int
    private let process: Process
    private let files: [URL]

    /// Starts it and waits until it says where it listens.
    ///
    /// - Parameter arguments: the command and its options, without a port.
    init(_ shell: Shell, _ arguments: String...) throws {
        let name = "service-\(UUID().uuidString)"
        files = ["out", "err"].map { shell.folder.appending(path: "\(name).\($0)") }
        for file in files { try Data().write(to: file) }
        process = Process()
        process.executableURL = Shell.binary
        process.arguments = arguments + ["--port", "0", "--json"]
        process.currentDirectoryURL = shell.folder
        process.environment = ["LANG": "C.UTF-8", "HOME": shell.folder.path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        port = try Self.port(files[0], process)
    }

    deinit {
        if process.isRunning { kill() }
    }

    private static func port(_ output: URL, _ process: Process) throws -> Int {
        while process.isRunning {
            let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
            if let match = text.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)\//),
                let port = Int(match.1)
            {
                return port
            }
            usleep(50_000)
        }
        Issue.record("the service does not listen")
        throw NotServing()
    }

    struct NotServing: Error {}

    /// Ends it as the power would: nothing that it holds in memory gets a chance.
    func kill() {
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Asks it to stop, and waits until it has.
    func stop() {
        Glibc.kill(process.processIdentifier, SIGTERM)
        process.waitUntilExit()
    }

    /// All that it has written so far to standard output and standard error.
    var log: Data {
        get throws { try files.reduce(into: Data()) { $0 += try Data(contentsOf: $1) } }
    }
}

/// Does blocking work on a thread of its own, so that others go on meanwhile.
func besides<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
    }
}
