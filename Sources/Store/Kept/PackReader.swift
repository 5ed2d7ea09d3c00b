/// Reads what a `PackWriter` wrote; of bytes that are damaged it makes zeros, and says so.
///
/// Everything is inlined, and what isn't gets no reader: so its place stays in a register.
struct PackReader {
    private let bytes: UnsafeRawBufferPointer
    private let end: Int
    private var position = 0
    private(set) var isDamaged = false

    /// - Parameter bytes: last as long as the reader is used.
    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer) {
        self.init(part: bytes)
        if byte() != KeptKind.version { isDamaged = true }
    }

    /// - Parameter bytes: of a part, which has no version of its own.
    @inline(__always)
    init(part bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        end = bytes.count
    }

    @inline(__always)
    var isAtEnd: Bool { position >= end }

    /// All that was written has been read, and nothing else.
    @inline(__always)
    var isWhole: Bool { isAtEnd && !isDamaged }

    /// What has not been read yet.
    @inline(__always)
    var rest: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[position...]) }

    @inline(__always)
    mutating func fail() { isDamaged = true }

    @inline(__always)
    mutating func byte() -> UInt8 {
        guard position < end else {
            isDamaged = true
            return 0
        }
        defer { position += 1 }
        return bytes[position]
    }

    @inline(__always)
    mutating func number() -> Int64 {
        let first = byte()
        guard first >= 0x80 else { return Int64(first) }
        let second = byte()
        guard second >= 0x80 else { return Int64(first & 0x7F) | Int64(second) << 7 }
        guard let (number, end) = Self.number(bytes, from: position) else {
            isDamaged = true
            return 0
        }
        position = end
        return Int64(first & 0x7F) | Int64(second & 0x7F) << 7 | number << 14
    }

    /// - Returns: nil where it doesn't end in time.
    private static func number(
        _ bytes: UnsafeRawBufferPointer, from start: Int
    ) -> (number: Int64, end: Int)? {
        var (number, position, shift): (UInt64, Int, UInt64) = (0, start, 0)
        // With the two bytes before it, ten at most.
        while position < bytes.count, shift < 56 {
            let next = bytes[position]
            number |= UInt64(next & 0x7F) << shift
            position += 1
            shift += 7
            if next < 0x80 { return (Int64(bitPattern: number), position) }
        }
        return nil
    }

    @inline(__always)
    mutating func signed() -> Int64 {
        let number = number()
        return Int64(bitPattern: UInt64(bitPattern: number) >> 1) ^ -(number & 1)
    }

    /// How many of something follow, each of which takes at least a byte.
    @inline(__always)
    mutating func count(ofBytes size: Int = 1) -> Int {
        let number = number()
        guard number >= 0, number <= (end - position) / size else {
            isDamaged = true
            return 0
        }
        return Int(number)
    }

    /// Bytes that tell first how many they are: a text, or what was packed by itself.
    @inline(__always)
    mutating func part() -> UnsafeRawBufferPointer {
        let count = count()
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<(position + count)])
    }
}
