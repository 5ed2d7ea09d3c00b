import Foundation

/// `samsprak serve` of the same build, as a process of its own.
final class Service {
    private let process = Process()
    let port: UInt16

    init(_ workplace: Workplace, database: String) throws {
        let log = workplace.path("service.log")
        try Data().write(to: URL(fileURLWithPath: log))
        process.executableURL = try workplace.command()
        process.arguments = ["serve", "--port", "0", "--database", database, "--json"]
        let output = FileHandle(forWritingAtPath: log)
        process.standardOutput = output
        process.standardError = output
        try process.run()
        port = try Self.port(toldIn: log)
    }

    private static func port(toldIn log: String) throws -> UInt16 {
        for _ in 0..<200 {
            let text = String(
                decoding: FileManager.default.contents(atPath: log) ?? Data(), as: UTF8.self)
            if let told = text.firstMatch(of: /http:\/\/[^:\s]+:(\d+)\//), let port = UInt16(told.1)
            {
                return port
            }
            usleep(25_000)
        }
        throw BenchmarkError.serviceSilent(log: log)
    }

    /// Megabytes resident, now and at most so far.
    func memory() throws -> (now: Double, peak: Double) {
        let path = "/proc/\(process.processIdentifier)/status"
        let status = try String(contentsOfFile: path, encoding: .utf8)
        func megabytes(_ field: String) -> Double {
            let line = status.split(separator: "\n").first { $0.hasPrefix(field) } ?? ""
            let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first ?? "0"
            return (Double(kilobytes) ?? 0) / 1024
        }
        return (megabytes("VmRSS:"), megabytes("VmHWM:"))
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
