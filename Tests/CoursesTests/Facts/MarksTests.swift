import Courses
import Testing

@Suite struct MarksTests {
    private static func mark(
        _ person: Int32, at session: Int32, _ value: AttendanceCode = .present,
        as role: MarkRoleCode = .member, reference: Int32 = 4, late: Int64 = 0
    ) -> MarkFact {
        MarkFact(
            session: session, person: person, value: value, role: role, reference: reference,
            minutes: MarkMinutes(late: late))
    }

    /// Marks, and into how many runs they go.
    static let several: [([MarkFact], Int)] = [
        ([], 0),
        ([mark(1, at: 3), mark(1, at: 4), mark(1, at: 18, late: 9)], 1),
        ([mark(1, at: 3), mark(1, at: 19)], 2),
        ([mark(1, at: 3), mark(1, at: 2)], 2),
        ([mark(1, at: 3), mark(2, at: 4)], 2),
        ([mark(1, at: 3), mark(1, at: 4, reference: 5)], 2),
        ([mark(1, at: 3), mark(1, at: 4, reference: Facts.none)], 2),
        // A make-up's four is a session, and no place.
        ([mark(1, at: 3), mark(1, at: 4, as: .makeUp), mark(1, at: 5)], 3),
        ([mark(1, at: 3, as: .makeUp), mark(1, at: 4, as: .makeUp)], 2),
        ([mark(1, at: 3), mark(1, at: 4, as: .guest), mark(1, at: 5, as: .guest)], 2),
        ([mark(1, at: 3, .excused), mark(1, at: 4), mark(1, at: 9, .unnotified)], 1),
        ([mark(1, at: 3, late: 7), mark(1, at: 4, .notified), mark(1, at: 5, late: 8)], 1),
    ]

    @Test(arguments: several)
    func `marks come out as they went in, whatever runs they make`(
        _ marks: [MarkFact], _ runs: Int
    ) {
        let all = Marks(marks)
        #expect(Array(all) == marks)
        #expect(all.map(\.placement) == marks.map(\.placement))
        #expect(all.count == marks.count)
        #expect(all.parts.flatMap(\.runs).count == runs)
        #expect(all.makeUps == marks.filter { $0.role == .makeUp })
        #expect(all == Marks(marks.reversed()))
        #expect(all != Marks(marks + [Self.mark(9, at: 9)]))
    }

    @Test func `two halves hold what one part does`() {
        var parts = [MarkRuns(), MarkRuns()]
        let marks = (0..<40).map { Self.mark($0 / 8, at: $0) }
        for (index, mark) in marks.enumerated() { parts[index / 23].append(mark) }
        let halves = Marks(parts[0], parts[1])
        #expect(Array(halves) == marks)
        #expect(halves == Marks(marks))
        var some: [MarkFact] = []
        halves.forEach(of: { $0 == 2 }) { some.append($0) }
        #expect(some == marks.filter { $0.person == 2 })
    }
}
