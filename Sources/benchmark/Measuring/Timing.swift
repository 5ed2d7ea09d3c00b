/// Milliseconds that `body` takes.
func milliseconds(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try body()
    return (clock.now - start) / .milliseconds(1)
}

func milliseconds(_ body: () async throws -> Void) async rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try await body()
    return (clock.now - start) / .milliseconds(1)
}

extension Array where Element == Double {
    /// - Parameter part: 0.5 for the median; of an empty list, NaN.
    func percentile(_ part: Double) -> Double {
        guard !isEmpty else { return .nan }
        let place = Int((Double(count - 1) * part).rounded())
        return sorted()[place]
    }

    var median: Double { percentile(0.5) }
}
