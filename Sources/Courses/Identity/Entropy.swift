import Synchronization

/// Where random ids come from; given in, so that the same world can be built twice.
package struct Entropy: Sendable {
    private let next: @Sendable () -> UInt64

    package init(next: @escaping @Sendable () -> UInt64) {
        self.next = next
    }

    package func bits() -> UInt64 { next() }

    package func identifier<Entity>() -> Identifier<Entity> { Identifier(bits: next()) }

    /// A version 4 UUID (RFC 9562).
    package func actID() -> ActID {
        ActID(
            high: next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000,
            low: next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
    }

    /// The operating system's, fit for secrets.
    package static let system = Entropy {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
    }

    /// The same sequence for the same seed (SplitMix64); never for secrets.
    package static func seeded(_ seed: UInt64) -> Entropy {
        let state = Shared(seed)
        return Entropy {
            state.value.withLock { state in
                state &+= 0x9E37_79B9_7F4A_7C15
                var mixed = state
                mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
                mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                return mixed ^ (mixed >> 31)
            }
        }
    }

    private final class Shared: Sendable {
        let value: Mutex<UInt64>
        init(_ seed: UInt64) { value = Mutex(seed) }
    }
}
