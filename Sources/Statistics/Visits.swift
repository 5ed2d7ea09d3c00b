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
        while different.count <= Int(row) { different.append(0) }
        different[Int(row)] += 1
    }

    /// How many different visitors the row has.
    subscript(row row: Int) -> Int { row < different.count ? different[row] : 0 }
}
