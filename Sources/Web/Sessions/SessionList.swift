import Courses

/// Sessions sorted by what is to be done about them.
struct SessionList: Sendable {
    /// Past their end without a mark, oldest first.
    let notTaken: [SessionOverview]
    /// Of today, by time.
    let today: [SessionOverview]
    /// Soonest first.
    let coming: [SessionOverview]
    /// Latest first.
    let earlier: [SessionOverview]

    static let limit = 12

    init(_ sessions: [SessionOverview], at now: Instant) {
        let day = WallClock.date(now)
        let sorted = sessions.sorted {
            ($0.session.date, $0.session.start) < ($1.session.date, $1.session.start)
        }
        notTaken = sorted.filter { $0.evidence.status(at: now) == .notTaken }
        let rest = sorted.filter { $0.evidence.status(at: now) != .notTaken }
        today = rest.filter { $0.session.date == day }
        coming = Array(rest.filter { $0.session.date > day }.prefix(Self.limit))
        earlier = Array(rest.filter { $0.session.date < day }.reversed().prefix(Self.limit))
    }
}
