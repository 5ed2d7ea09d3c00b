/// Who (or which group) was there, and in which rows it counted.
struct Visits {
    private var visits: [Visit] = []
    /// The row of each visitor's last visit: one after the other in the same row is one.
    private var latest: [Int32]

    private struct Visit {
        let visitor: Int32
        let row: Int32
    }

    init(of visitors: Int) {
        latest = [Int32](repeating: -1, count: visitors)
    }

    @inline(__always)
    mutating func append(_ visitor: Int32, _ row: Int32) {
        guard latest[Int(visitor)] != row else { return }
        latest[Int(visitor)] = row
        visits.append(Visit(visitor: visitor, row: row))
    }

    /// How many different visitors each row has, and how many all rows have together.
    ///
    /// Taken visitor by visitor, so that one number in each row tells whether they are new
    /// there.
    func different(rows rowCount: Int) -> (unique: [Int], all: Int) {
        let visitorCount = latest.count
        let own = Buckets(visits.count, into: visitorCount) { visits[$0].visitor }
        var unique = [Int](repeating: 0, count: rowCount)
        var newest = [Int32](repeating: -1, count: rowCount)
        var all = 0
        for visitor in 0..<visitorCount {
            let visited = own[visitor]
            if !visited.isEmpty { all += 1 }
            for visit in visited {
                let row = Int(visits[Int(visit)].row)
                guard newest[row] != Int32(visitor) else { continue }
                newest[row] = Int32(visitor)
                unique[row] += 1
            }
        }
        return (unique, all)
    }
}
