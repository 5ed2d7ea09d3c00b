/// Who (or which group) was there, and in which rows it counted: how many different ones each row
/// has, and all rows together.
struct Visits {
    /// Of each visitor, the row of the last visit and where the others are.
    private var latest: [Visit]
    /// Those others: each row of a visitor once. They are few, and a chain finds one sooner than
    /// a table of all.
    private var others: [Visit] = []
    private var different: [Int] = []
    private(set) var all = 0

    private struct Visit {
        var row = Int32(-1)
        /// Position in `others`; -1 after the last.
        var next = Int32(-1)
    }

    init(of visitors: Int) {
        latest = [Visit](repeating: Visit(), count: visitors)
    }

    @inline(__always)
    mutating func append(_ visitor: Int32, _ row: Int32) {
        guard latest[Int(visitor)].row != row else { return }
        change(Int(visitor), to: row)
    }

    private mutating func change(_ visitor: Int, to row: Int32) {
        let last = latest[visitor]
        var position = last.next
        while position >= 0 {
            if others[Int(position)].row == row {
                others[Int(position)].row = last.row
                latest[visitor].row = row
                return
            }
            position = others[Int(position)].next
        }
        if last.row < 0 {
            all += 1
            latest[visitor].row = row
        } else {
            latest[visitor] = Visit(row: row, next: Int32(others.count))
            others.append(last)
        }
        change(row, by: 1)
    }

    /// Adds how many another has met, whose rows have other numbers here, less those whom both have
    /// met. Whom the other met is not learnt: nobody may be appended afterwards.
    mutating func add(_ other: Visits, rows: [Int32]) {
        for (row, count) in other.different.enumerated() { change(rows[row], by: count) }
        all += other.all
        for visitor in latest.indices where latest[visitor].row >= 0 {
            guard other.latest[visitor].row >= 0 else { continue }
            all -= 1
            other.forEachRow(of: visitor) { row in
                if hasMet(visitor, in: rows[Int(row)]) { change(rows[Int(row)], by: -1) }
            }
        }
    }

    private mutating func change(_ row: Int32, by count: Int) {
        while different.count <= Int(row) { different.append(0) }
        different[Int(row)] += count
    }

    private func hasMet(_ visitor: Int, in row: Int32) -> Bool {
        var isMet = false
        forEachRow(of: visitor) { if $0 == row { isMet = true } }
        return isMet
    }

    private func forEachRow(of visitor: Int, _ body: (Int32) -> Void) {
        var visit = latest[visitor]
        body(visit.row)
        while visit.next >= 0 {
            visit = others[Int(visit.next)]
            body(visit.row)
        }
    }

    /// How many different visitors the row has.
    subscript(row row: Int) -> Int { row < different.count ? different[row] : 0 }
}
