package import Courses

/// Who is expected at each session: those with a placement, in one of its groups, that holds on
/// the session's date.
package struct Rosters: Sendable {
    private var starts: [Int32] = []
    private var seats: [Int32] = []

    /// Nobody's.
    init() {}

    package init(_ facts: Facts) {
        self.init(facts, GroupCalendar(facts))
    }

    init(_ facts: Facts, _ calendar: GroupCalendar) {
        let spans = facts.placements.map { placement in
            let closed = facts.groups[Int(placement.group)].closedFrom
            return calendar.positions(
                of: placement.group, from: placement.from,
                before: min(placement.before, closed))
        }
        starts = [Int32](repeating: 0, count: facts.sessions.count + 1)
        count(spans, calendar)
        fill(spans, calendar)
    }

    private mutating func count(_ spans: [Range<Int>], _ calendar: GroupCalendar) {
        for span in spans {
            for position in span { starts[Int(calendar.sessions[position]) + 1] += 1 }
        }
        for session in 1..<starts.count { starts[session] += starts[session - 1] }
    }

    private mutating func fill(_ spans: [Range<Int>], _ calendar: GroupCalendar) {
        var next = starts
        seats = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
        for (placement, span) in spans.enumerated() {
            for position in span {
                let session = Int(calendar.sessions[position])
                seats[Int(next[session])] = Int32(placement)
                next[session] += 1
            }
        }
    }

    /// Positions in `Facts.placements`; someone placed in two groups of a joint session has two.
    package func placements(at session: Int) -> ArraySlice<Int32> {
        seats[Int(starts[session])..<Int(starts[session + 1])]
    }

    /// Positions in `Facts.people`, rising, each once.
    package func people(at session: Int, _ facts: Facts) -> [Int32] {
        Set(placements(at: session).map { facts.placements[Int($0)].person }).sorted()
    }
}
