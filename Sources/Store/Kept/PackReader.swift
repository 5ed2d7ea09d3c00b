/// Reads what a `PackWriter` wrote; of bytes that are damaged it makes zeros, and says so.
struct PackReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    private(set) var isDamaged = false

    /// - Parameter bytes: last as long as the reader is used.
    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        if byte() != KeptKind.version { isDamaged = true }
    }

    /// - Parameter bytes: of a part, which has no version of its own.
    init(part bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position >= bytes.count }

    /// All that was written has been read, and nothing else.
    var isWhole: Bool { isAtEnd && !isDamaged }

    mutating func fail() { isDamaged = true }

    @inline(__always)
    mutating func byte() -> UInt8 {
        guard position < bytes.count else {
            isDamaged = true
            return 0
        }
        defer { position += 1 }
        return bytes[position]
    }

    @inline(__always)
    mutating func number() -> Int64 {
        let first = byte()
        return first < 0x80 ? Int64(first) : rest(after: first)
    }

    private mutating func rest(after first: UInt8) -> Int64 {
        var number = UInt64(first & 0x7F)
        var shift: UInt64 = 7
        while shift < 64 {
            let next = byte()
            number |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return Int64(bitPattern: number) }
            shift += 7
        }
        isDamaged = true
        return 0
    }

    @inline(__always)
    mutating func signed() -> Int64 {
        let number = number()
        return Int64(bitPattern: UInt64(bitPattern: number) >> 1) ^ -(number & 1)
    }

    /// How many of something follow; each takes at least a byte.
    mutating func count() -> Int {
        let number = number()
        guard number >= 0, number <= bytes.count - position else {
            isDamaged = true
            return 0
        }
        return Int(number)
    }

    /// Bytes that tell first how many they are: a text, or what was packed by itself.
    mutating func part() -> UnsafeRawBufferPointer {
        let count = count()
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<(position + count)])
    }
}
