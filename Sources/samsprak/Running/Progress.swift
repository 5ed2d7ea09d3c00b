/// Tells somebody at a terminal that long work is under way; in a pipe, nothing.
enum Progress {
    static func during<Value>(
        _ words: String, _ work: () async throws -> Value
    ) async rethrows -> Value {
        guard Output.isErrorTerminal else { return try await work() }
        Output.writeError(words)
        // The line is wiped, so that nothing of it stays above the answer.
        defer { Output.writeError("\r\u{1B}[K") }
        return try await work()
    }
}
