import Foundation

/// How long the command takes from being asked to having answered.
struct StartBenchmark {
    private let workplace: Workplace

    init(_ workplace: Workplace) {
        self.workplace = workplace
    }

    private static let calls = [
        ["--help"], ["message", "plural", "3", "--language", "ar"],
        ["identifier", "check", "198112289874", "--json"],
        ["text", "date", "2020-04-21", "--language", "fa-AF"],
    ]

    func run() throws -> [Comparison] {
        let command = try workplace.command()
        return try Self.calls.map { arguments in
            var times: [Double] = []
            for _ in 0..<31 {
                times.append(try milliseconds { try Self.run(command.path, arguments) })
            }
            return Comparison(
                name: "start-up, samsprak \(arguments.joined(separator: " "))",
                unit: .milliseconds, measured: times.median, target: .below(30))
        }
    }

    /// Spawns directly: Foundation's `Process` takes longer than what is measured.
    private static func run(_ path: String, _ arguments: [String]) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var texts = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for text in texts { free(text) } }
        var child: pid_t = 0
        guard posix_spawn(&child, path, &actions, nil, &texts, environ) == 0 else {
            throw BenchmarkError.commandMissing(path)
        }
        var status: Int32 = 0
        waitpid(child, &status, 0)
        guard status == 0 else {
            throw BenchmarkError.unexpectedAnswer("\(arguments) ended with \(status)")
        }
    }
}
