import Courses
import Synchronization

/// A clock that stands where it was put, so that each act happens on its day.
final class MovableClock: Sendable {
    private let time: Mutex<Instant>

    init(at instant: Instant) {
        time = Mutex(instant)
    }

    func move(to instant: Instant) {
        time.withLock { $0 = instant }
    }

    var clock: Clock { Clock { self.time.withLock { $0 } } }
}
