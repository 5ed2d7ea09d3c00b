import Courses

/// Sessions sorted by what is to be done about them.
struct SessionList: Sendable {
    /// Under way, or the first that is to come; nil for none.
    let next: SessionOverview?
    /// Past their end without a mark, oldest first.
    let notTaken: [SessionOverview]
    /// The others of today, by time.
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
        let next = sorted.first { !$0.session.state.isCalledOff && $0.session.endsAt > now }
        self.next = next
        notTaken = sorted.filter { $0.evidence.status(at: now) == .notTaken }
        let rest = sorted.filter {
            $0.evidence.status(at: now) != .notTaken && $0.session.id != next?.session.id
        }
        today = rest.filter { $0.session.date == day }
        coming = Array(rest.filter { $0.session.date > day }.prefix(Self.limit))
        earlier = Array(rest.filter { $0.session.date < day }.reversed().prefix(Self.limit))
    }

    var all: [SessionOverview] {
        (next.map { [$0] } ?? []) + notTaken + today + coming + earlier
    }
}
