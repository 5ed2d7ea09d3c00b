import Courses

/// The marks, each session's one after the other.
struct MarksBySession: Sendable {
    private let marks: [MarkFact]
    private let places: Buckets

    init(_ facts: Facts) {
        let marks = Array(facts.marks)
        self.marks = marks
        places = Buckets(marks.count, into: facts.sessions.count) { marks[$0].session }
    }

    subscript(session: Int) -> some Sequence<MarkFact> {
        places[session].lazy.map { [marks] in marks[Int($0)] }
    }
}
