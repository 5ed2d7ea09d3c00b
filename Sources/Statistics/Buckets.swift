/// The numbers `0 ..< count`, put into buckets and in their own order inside each.
struct Buckets: Sendable {
    private let starts: [Int32]
    private let items: [Int32]

    init(_ count: Int, into buckets: Int, by bucket: (Int) -> Int32) {
        var starts = [Int32](repeating: 0, count: buckets + 1)
        for item in 0..<count { starts[Int(bucket(item)) + 1] += 1 }
        for bucket in 0..<buckets { starts[bucket + 1] += starts[bucket] }
        var next = starts
        var items = [Int32](repeating: 0, count: count)
        for item in 0..<count {
            let bucket = Int(bucket(item))
            items[Int(next[bucket])] = Int32(item)
            next[bucket] += 1
        }
        self.starts = starts
        self.items = items
    }

    subscript(bucket: Int) -> ArraySlice<Int32> {
        items[Int(starts[bucket])..<Int(starts[bucket + 1])]
    }
}
