import Courses
internal import Dispatch
internal import Synchronization

extension Census {
    /// Counts what is told session by session, and mark by mark; where the marks come in two halves,
    /// these beside one another, each with half of the sessions. Each half numbers its own rows;
    /// that numbers are added up in whatever order changes nothing.
    mutating func countSessions() {
        let (sessions, marks) = (facts.sessions.indices, facts.marks.parts)
        guard marks.count == 2 else { return count(sessions, marks) }
        let middle = sessions.count / 2
        let start = self
        let counted = Mutex([start, start])
        DispatchQueue.concurrentPerform(iterations: 2) { half in
            var census = start
            census.count(
                half == 0 ? 0..<middle : middle..<sessions.count, [marks[half]])
            counted.withLock { $0[half] = census }
        }
        let halves = counted.withLock { $0 }
        self = halves[0]
        add(halves[1])
    }

    private mutating func count(_ sessions: Range<Int>, _ marks: [MarkRuns]) {
        if !parts.isDisjoint(with: [.sessions, .rosters]) { count(sessions) }
        guard parts.contains(.marks) else { return }
        for part in marks { count(part) }
    }

    private mutating func add(_ other: Census) {
        let rows = other.figures.indices.map { row in
            let parts = keys.parts(of: row, in: other.keys)
            let own = newRow(parts.session, parts.seat)
            figures[Int(own)].addSessions(of: other.figures[row])
            tallies[Int(own)].add(other.tallies[row])
            return own
        }
        total.addSessions(of: other.total)
        rowless.add(other.rowless)
        repeated.add(other.repeated)
        visits.add(other.visits, rows: rows)
        meetings.add(other.meetings, rows: rows)
        for group in hasMet.indices where other.hasMet[group] { hasMet[group] = true }
        for career in achieved.indices { achieved[career] += other.achieved[career] }
        steps? += other.steps ?? []
    }
}

extension Figures {
    /// What is told session by session, people's share left out.
    fileprivate mutating func addSessions(of other: Figures) {
        sessionsPlanned? += other.sessionsPlanned ?? 0
        sessionsHeld? += other.sessionsHeld ?? 0
        sessionsNotTaken? += other.sessionsNotTaken ?? 0
        review? += other.review ?? 0
    }
}
