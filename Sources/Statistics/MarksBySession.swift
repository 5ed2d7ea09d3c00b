import Courses

/// The marks, each session's one after the other and in the order in which they were handed in.
struct MarksBySession: Sendable {
    let marks: [MarkFact]
    private var starts: [Int32]

    init(_ facts: Facts) {
        if let starts = Self.starts(inOrder: facts) {
            (marks, self.starts) = (facts.marks, starts)
            return
        }
        let buckets = Buckets(facts.marks.count, into: facts.sessions.count) {
            facts.marks[$0].session
        }
        var (marks, starts): ([MarkFact], [Int32]) = ([], [0])
        for session in facts.sessions.indices {
            marks += buckets[session].map { facts.marks[Int($0)] }
            starts.append(Int32(marks.count))
        }
        (self.marks, self.starts) = (marks, starts)
    }

    /// Where each session's begin, and at last their count; nil where they aren't in order.
    private static func starts(inOrder facts: Facts) -> [Int32]? {
        var starts: [Int32] = []
        starts.reserveCapacity(facts.sessions.count + 1)
        var session = Facts.none
        for (index, mark) in facts.marks.enumerated() where mark.session != session {
            guard mark.session > session else { return nil }
            while starts.count <= Int(mark.session) { starts.append(Int32(index)) }
            session = mark.session
        }
        while starts.count <= facts.sessions.count { starts.append(Int32(facts.marks.count)) }
        return starts
    }

    /// Where a session's lie.
    subscript(session: Int) -> Range<Int> { Int(starts[session])..<Int(starts[session + 1]) }
}
