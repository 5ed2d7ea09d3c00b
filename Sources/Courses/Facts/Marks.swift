/// All marks that count, laid out for going through millions of them.
///
/// They are in any order, and the order tells nothing.
package struct Marks: Sendable {
    /// One, or two halves for two threads; the same person may have marks in both.
    package let parts: [MarkRuns]

    package init(_ part: MarkRuns) { parts = [part] }

    package init(_ one: MarkRuns, _ other: MarkRuns) { parts = [one, other] }

    /// Each a run of its own, or with the one before it.
    package init(_ marks: some Sequence<MarkFact>) {
        var part = MarkRuns()
        for mark in marks { part.append(mark) }
        self.init(part)
    }
}

/// Runs of marks, and the minutes of those that have any.
package struct MarkRuns: Sendable {
    package private(set) var runs: [MarkRun] = []
    /// Run by run, and in each session by session.
    package private(set) var minutes: [MarkMinutes] = []

    package init() {}
}

extension MarkRuns {
    package mutating func reserveCapacity(runs: Int) { self.runs.reserveCapacity(runs) }

    /// A run whose minutes are added next.
    package mutating func append(_ run: MarkRun) { runs.append(run) }

    package mutating func append(_ minutes: MarkMinutes) { self.minutes.append(minutes) }

    package mutating func append(_ mark: MarkFact) {
        let isTimed = mark.minutes.areTold
        if let last = runs.indices.last, let bit = runs[last].bit(of: mark) {
            runs[last].said.add(bit, mark.value, isTimed: isTimed)
        } else {
            var said = MarkBits()
            said.add(1, mark.value, isTimed: isTimed)
            append(
                MarkRun(
                    person: mark.person, reference: mark.reference, session: mark.session,
                    minutes: minutes.count, role: mark.role, said: said))
        }
        if isTimed { append(mark.minutes) }
    }
}

extension MarkRun {
    /// The mark's session in this run, if it can go on with it.
    fileprivate func bit(of mark: MarkFact) -> UInt16? {
        let place = mark.session - session
        guard mark.role != .makeUp, mark.role == role, mark.person == person,
            mark.reference == reference, place > 0, place < UInt16.bitWidth
        else { return nil }
        let bit = UInt16(1) << UInt16(place)
        return bit > said.sessions ? bit : nil
    }
}

extension Marks: Sequence {
    package var count: Int {
        parts.reduce(0) { $1.runs.reduce($0) { $0 + $1.said.sessions.nonzeroBitCount } }
    }

    package func makeIterator() -> some IteratorProtocol<MarkFact> {
        parts.lazy.flatMap { part in part.runs.lazy.flatMap(part.marks) }.makeIterator()
    }

    /// The marks of some people alone.
    package func forEach(of isAsked: (_ person: Int32) -> Bool, _ body: (MarkFact) -> Void) {
        for part in parts {
            for run in part.runs where isAsked(run.person) { part.marks(of: run).forEach(body) }
        }
    }

    package var makeUps: [MarkFact] {
        parts.flatMap { part in
            part.runs.filter { $0.role == .makeUp }.flatMap(part.marks)
        }
    }
}

extension MarkRuns {
    /// What a run of this part holds.
    package func marks(of run: MarkRun) -> [MarkFact] {
        var (marks, rest, next) = ([MarkFact](), run.said.sessions, Int(run.minutes))
        while rest != 0 {
            let place = rest.trailingZeroBitCount
            let bit = UInt16(1) << UInt16(place)
            rest &= ~bit
            var minutes = MarkMinutes()
            if run.said.timed & bit != 0 {
                minutes = self.minutes[next]
                next += 1
            }
            marks.append(
                MarkFact(
                    session: run.session + Int32(place), person: run.person,
                    value: run.said.value(at: bit), role: run.role, reference: run.reference,
                    minutes: minutes))
        }
        return marks
    }
}

extension Marks: Equatable {
    /// Of the same marks, in whatever runs.
    package static func == (one: Marks, other: Marks) -> Bool {
        one.count == other.count && one.inOrder() == other.inOrder()
    }

    private func inOrder() -> [MarkFact] {
        sorted { ($0.session, $0.person) < ($1.session, $1.person) }
    }
}

extension Marks: ExpressibleByArrayLiteral {
    package init(arrayLiteral marks: MarkFact...) { self.init(marks) }
}
