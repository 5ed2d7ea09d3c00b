import Courses

/// Packs whole numbers, small ones into a byte: seven bits each, and one that tells whether more
/// come (LEB128).
struct PackWriter {
    private(set) var bytes: [UInt8] = []

    /// Begins anew, and keeps the room.
    mutating func begin() {
        beginPart()
        bytes.append(KeptKind.version)
    }

    /// Begins what stands inside something else, and has no version of its own.
    mutating func beginPart() { bytes.removeAll(keepingCapacity: true) }

    mutating func add(byte: UInt8) { bytes.append(byte) }

    mutating func add(_ number: Int64) {
        var rest = UInt64(bitPattern: number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func add(_ number: Int) { add(Int64(number)) }

    /// For numbers that may be below 0: the sign goes into the last bit.
    mutating func add(signed number: Int64) { add(number << 1 ^ number >> 63) }

    mutating func add(_ day: LocalDate) { add(signed: Int64(day.dayNumber)) }

    mutating func add(_ text: some Sequence<UInt8>) { add(part: Array(text)) }

    mutating func add(part: some Collection<UInt8>) {
        add(part.count)
        bytes += part
    }

    mutating func add(_ packed: PackWriter) { bytes += packed.bytes }
}

/// The tags of a page, each written once, before what names them by their place.
struct PackedTags {
    private(set) var tags: [String] = []

    mutating func place(of tag: String) -> Int {
        if let place = tags.firstIndex(of: tag) { return place }
        tags.append(tag)
        return tags.count - 1
    }
}

extension PackWriter {
    mutating func add(_ tags: PackedTags) {
        add(tags.tags.count)
        for tag in tags.tags { add(tag.utf8) }
    }
}
