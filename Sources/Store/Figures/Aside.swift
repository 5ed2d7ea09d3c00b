internal import Dispatch
internal import Synchronization

/// Something that another thread does meanwhile, unless whoever needs it comes first.
final class Aside<Value: Sendable>: Sendable {
    private let work: @Sendable () -> Value
    private let done = Mutex<Value?>(nil)

    /// - Parameter isWorthIt: another thread is told of it.
    init(isWorthIt: Bool, _ work: @escaping @Sendable () -> Value) {
        self.work = work
        if isWorthIt { DispatchQueue.global().async { _ = self.value() } }
    }

    func value() -> Value {
        done.withLock { done in
            if let done { return done }
            let value = work()
            done = value
            return value
        }
    }
}
