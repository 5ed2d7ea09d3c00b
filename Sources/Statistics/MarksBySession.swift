import Courses

/// The marks, each session's one after the other and in the order in which they were handed in.
struct MarksBySession: Sendable {
    let marks: [MarkFact]
    private var starts: [Int32]

    init(_ facts: Facts) {
        var starts = [Int32](repeating: 0, count: facts.sessions.count + 1)
        var (isInOrder, last) = (true, Int32(0))
        for mark in facts.marks {
            starts[Int(mark.session) + 1] += 1
            if mark.session < last { isInOrder = false }
            last = mark.session
        }
        for session in facts.sessions.indices { starts[session + 1] += starts[session] }
        self.starts = starts
        if isInOrder {
            marks = facts.marks
        } else {
            let buckets = Buckets(facts.marks.count, into: facts.sessions.count) {
                facts.marks[$0].session
            }
            marks = facts.sessions.indices.flatMap { session in
                buckets[session].map { facts.marks[Int($0)] }
            }
        }
    }

    /// Where a session's lie.
    subscript(session: Int) -> Range<Int> { Int(starts[session])..<Int(starts[session + 1]) }
}
