import Courses
import Synchronization

/// Slows down guessing: by address and by user name, whether or not there is such a user.
///
/// Five tries are free; then each has to wait twice as long as the one before, up to a quarter of
/// an hour. Kept in memory; an hour without a try forgets.
final class SignInLimiter: Sendable {
    private struct Tries {
        var count: Int
        var last: Instant
    }

    private let tries = Mutex<[String: Tries]>([:])

    private static let free = 5
    private static let firstWait: Int64 = 15_000
    private static let longestWait: Int64 = 900_000
    private static let forgotten: Int64 = 3_600_000
    private static let capacity = 20_000

    static func keys(address: String, userName: String) -> [String] {
        ["address " + address, "user " + userName.lowercased()]
    }

    /// Counts a try before it is made, so that many at once gain nothing.
    ///
    /// - Returns: the seconds to wait, when it must not be made.
    func begin(_ keys: [String], at now: Instant) -> Int? {
        tries.withLock { tries in
            let wait = keys.compactMap { tries[$0].map { Self.wait($0, at: now) } }.max() ?? 0
            guard wait <= 0 else { return Int((wait + 999) / 1000) }
            if tries.count > Self.capacity { Self.forget(&tries, at: now) }
            for key in keys {
                let known = tries[key].map { Self.isForgotten($0, at: now) ? 0 : $0.count } ?? 0
                tries[key] = Tries(count: known + 1, last: now)
            }
            return nil
        }
    }

    /// Forgets a user's tries and takes back this one of the address: somebody who has an account
    /// must not be able to clear the way for guessing others'.
    func succeeded(_ keys: [String]) {
        tries.withLock { tries in
            for key in keys {
                if key.hasPrefix("address "), let known = tries[key], known.count > 1 {
                    tries[key]?.count = known.count - 1
                } else {
                    tries[key] = nil
                }
            }
        }
    }

    private static func wait(_ tries: Tries, at now: Instant) -> Int64 {
        guard tries.count >= free, !isForgotten(tries, at: now) else { return 0 }
        let doublings = min(tries.count - free, 10)
        let wait = min(firstWait << Int64(doublings), longestWait)
        return tries.last.milliseconds + wait - now.milliseconds
    }

    private static func isForgotten(_ tries: Tries, at now: Instant) -> Bool {
        now.milliseconds - tries.last.milliseconds > forgotten
    }

    /// Makes room; if guesses come faster than they are forgotten, the fewest tries go first.
    private static func forget(_ tries: inout [String: Tries], at now: Instant) {
        tries = tries.filter { !isForgotten($0.value, at: now) }
        if tries.count > capacity { tries = tries.filter { $0.value.count >= free } }
    }
}
