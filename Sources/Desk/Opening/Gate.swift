/// Lets little of what takes long be worked on at a time, away from the thread that asked.
actor Gate {
    /// Each takes 16 MiB and a core.
    static let passwords = Gate(width: 2)
    /// Each takes a core for seconds.
    static let balancing = Gate(width: 1)

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(width: Int) {
        free = width
    }

    func run<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        await enter()
        defer { leave() }
        return try await Task.detached { try body() }.result.get()
    }

    private func enter() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func leave() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
