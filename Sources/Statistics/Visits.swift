/// Who (or which group) was there, and in which rows it counted.
struct Visits {
    private var visitors: [Int32] = []
    private var rows: [Int32] = []

    init(capacity: Int) {
        visitors.reserveCapacity(capacity)
        rows.reserveCapacity(capacity)
    }

    mutating func append(_ visitor: Int32, _ row: Int) {
        visitors.append(visitor)
        rows.append(Int32(row))
    }

    /// How many different visitors each row has, and how many all rows have together.
    ///
    /// Taken visitor by visitor, so that one number in each row tells whether they are new
    /// there.
    func different(_ visitorCount: Int, rows rowCount: Int) -> (unique: [Int], all: Int) {
        let visits = Buckets(visitors.count, into: visitorCount) { visitors[$0] }
        var unique = [Int](repeating: 0, count: rowCount)
        var latest = [Int32](repeating: -1, count: rowCount)
        var all = 0
        for visitor in 0..<visitorCount {
            let own = visits[visitor]
            if !own.isEmpty { all += 1 }
            for visit in own {
                let row = Int(rows[Int(visit)])
                guard latest[row] != Int32(visitor) else { continue }
                latest[row] = Int32(visitor)
                unique[row] += 1
            }
        }
        return (unique, all)
    }
}
