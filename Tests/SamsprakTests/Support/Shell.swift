import Foundation
import Testing

/// A folder of its own in which the built command runs as it does for its users.
struct Shell {
    let folder: URL

    struct Outcome {
        let status: Int32
        let output: String
        let errors: String

        /// The answer, read as JSON.
        func json() throws -> JSONValue {
            try JSONDecoder().decode(JSONValue.self, from: Data(output.utf8))
        }

        /// The error, read as JSON.
        func errorJSON() throws -> JSONValue {
            try JSONDecoder().decode(JSONValue.self, from: Data(errors.utf8))
        }
    }

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "samsprak-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs the command to its end; neither its input nor its output is a terminal.
    @discardableResult
    func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:]
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = Self.binary
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["LANG": "C.UTF-8", "HOME": folder.path].merging(environment) {
            $1
        }
        let name = UUID().uuidString
        let files = try ["in", "out", "err"].map { try file("\(name).\($0)") }
        try Data(input.utf8).write(to: files[0])
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        return Outcome(
            status: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
    }

    /// Runs a command that must succeed, and reads its answer.
    func json(_ arguments: String...) throws -> JSONValue {
        let outcome = try run(arguments + ["--json"])
        try #require(outcome.status == 0, "\(arguments): \(outcome.errors)\(outcome.output)")
        return try outcome.json()
    }

    /// Runs a command that must succeed, and gives what people read.
    func text(_ arguments: String...) throws -> String {
        let outcome = try run(arguments)
        try #require(outcome.status == 0, "\(arguments): \(outcome.errors)\(outcome.output)")
        return outcome.output
    }

    /// Runs a command that must fail; its exit code, and the kind and code it names.
    func failure(_ arguments: String...) throws -> [String] {
        let outcome = try run(arguments + ["--json"])
        let error = try outcome.errorJSON()["error"]
        return [String(outcome.status), error["kind"].text, error["code"].text]
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    private func file(_ name: String) throws -> URL {
        let file = folder.appending(path: name)
        try Data().write(to: file)
        return file
    }

    /// Beside the tests' own executable.
    static var binary: URL {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "samsprak")
    }
}
