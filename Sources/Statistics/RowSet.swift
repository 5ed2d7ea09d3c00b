/// The rows to which one event belongs, each once; nearly always one.
struct RowSet {
    private var first: Int32 = -1
    private var others: [Int32] = []

    mutating func removeAll() {
        first = -1
        if !others.isEmpty { others.removeAll() }
    }

    mutating func insert(_ row: Int32) {
        if first < 0 {
            first = row
        } else if first != row, !others.contains(row) {
            others.append(row)
        }
    }

    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        if first >= 0 { body(Int(first)) }
        for row in others { body(Int(row)) }
    }
}
