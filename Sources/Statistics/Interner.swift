/// Gives each different key the next position, from 0 up; far quicker than a dictionary, and it
/// needs no random seed.
struct Interner: Sendable {
    /// In the order of their positions.
    private(set) var keys: [UInt64] = []
    /// Positions, -1 where free; a power of two, at most half full.
    private var slots = [Int32](repeating: -1, count: 64)

    func find(_ key: UInt64) -> Int32? {
        let position = slots[slot(of: key)]
        return position < 0 ? nil : position
    }

    mutating func position(of key: UInt64) -> Int32 {
        let slot = slot(of: key)
        let position = slots[slot]
        return position < 0 ? insert(key, at: slot) : position
    }

    /// The key's slot, or the free one where it would go.
    private func slot(of key: UInt64) -> Int {
        let mask = slots.count - 1
        // Multiplying by the golden ratio spreads what differs into the high bits (Knuth, 6.4).
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func insert(_ key: UInt64, at slot: Int) -> Int32 {
        let position = Int32(keys.count)
        slots[slot] = position
        keys.append(key)
        if keys.count * 2 > slots.count { grow() }
        return position
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for position in keys.indices { slots[slot(of: keys[position])] = Int32(position) }
    }
}
