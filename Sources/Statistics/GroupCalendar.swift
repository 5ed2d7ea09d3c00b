import Courses

/// Each group's sessions in order of date.
struct GroupCalendar: Sendable {
    /// Where each group's sessions begin in the two arrays below, and at last their count.
    private var starts: [Int] = [0]
    private(set) var sessions: [Int32] = []
    private(set) var days: [Int32] = []

    init(_ facts: Facts) {
        let entries = Buckets(facts.sessionGroups.count, into: facts.groups.count) {
            facts.sessionGroups[$0].group
        }
        for group in facts.groups.indices {
            let dated = entries[group].map { entry in
                let session = facts.sessionGroups[Int(entry)].session
                return (day: facts.sessions[Int(session)].day, session: session)
            }
            let inOrder = dated.sorted(by: <)
            sessions += inOrder.map(\.session)
            days += inOrder.map(\.day)
            starts.append(sessions.count)
        }
    }

    private func positions(of group: Int32) -> Range<Int> {
        starts[Int(group)]..<starts[Int(group) + 1]
    }

    /// Where the group's sessions on the days `from ..< before` lie.
    func positions(of group: Int32, from: Int32, before: Int32) -> Range<Int> {
        let start = firstPosition(of: group, from: from)
        return start..<max(start, firstPosition(of: group, from: before))
    }

    private func firstPosition(of group: Int32, from day: Int32) -> Int {
        var range = positions(of: group)
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            range =
                days[middle] < day
                ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }
}
