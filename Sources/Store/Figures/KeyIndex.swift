/// From an integer key to where its row stands in an array.
struct KeyIndex: Sendable {
    private var indexes: [Int32] = []

    @inline(__always)
    subscript(key: Int64) -> Int32? {
        guard key >= 0, key < indexes.count else { return nil }
        let index = indexes[Int(key)]
        return index < 0 ? nil : index
    }

    @inline(__always)
    mutating func add(_ key: Int64, _ index: Int32) {
        // Keys nearly always come one after the other.
        if key == indexes.count { indexes.append(index) } else { put(key, index) }
    }

    private mutating func put(_ key: Int64, _ index: Int32) {
        // None that the schema gives out is below 0.
        guard key >= 0 else { return }
        if key > indexes.count {
            let missing = Int(key) + 1 - indexes.count
            indexes.append(contentsOf: repeatElement(-1, count: missing))
        }
        indexes[Int(key)] = index
    }

    mutating func reserveCapacity(_ count: Int) { indexes.reserveCapacity(count) }
}
