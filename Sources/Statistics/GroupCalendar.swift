package import Courses

/// Each group's sessions in order of date.
package struct GroupCalendar: Sendable {
    /// Where each group's sessions begin in the three arrays below, and at last their count.
    private var starts: [Int] = [0]
    private(set) var sessions: [Int32] = []
    private(set) var days: [Int32] = []
    private(set) var numbers: [Int32] = []

    package init(_ facts: Facts) {
        let entries = Buckets(facts.sessionGroups.count, into: facts.groups.count) {
            facts.sessionGroups[$0].group
        }
        for group in facts.groups.indices {
            append(entries[group].map { facts.sessionGroups[Int($0)] }, facts)
        }
    }

    private mutating func append(_ entries: [SessionGroupFact], _ facts: Facts) {
        let dated = entries.map { (day: facts.sessions[Int($0.session)].day, entry: $0) }
        for (day, entry) in dated.sorted(by: {
            ($0.day, $0.entry.session) < ($1.day, $1.entry.session)
        }) {
            sessions.append(entry.session)
            days.append(day)
            numbers.append(entry.number)
        }
        starts.append(sessions.count)
    }

    func positions(of group: Int32) -> Range<Int> {
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
