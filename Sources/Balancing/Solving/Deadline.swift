/// When to stop looking for better.
package struct Deadline: Sendable {
    private let now: @Sendable () -> Double
    private let end: Double

    /// - Parameter now: seconds on a clock that never goes back.
    package init(seconds: Double, now: @escaping @Sendable () -> Double) {
        self.now = now
        end = now() + seconds
    }

    package static let never = Deadline(seconds: .infinity) { 0 }

    var rest: Double { max(0, end - now()) }
    var isOver: Bool { rest <= 0 }
}
