/// A natural number of any size: group maxima without common factors outgrow every machine word.
struct Natural: Sendable, Hashable {
    /// The lowest first, none above the highest that is not nought.
    private var limbs: [UInt32]

    init(_ value: Int) {
        precondition(value >= 0)
        limbs = []
        var rest = UInt64(value)
        while rest > 0 {
            limbs.append(UInt32(truncatingIfNeeded: rest))
            rest >>= 32
        }
    }

    var isZero: Bool { limbs.isEmpty }

    static func + (left: Natural, right: Natural) -> Natural {
        var sum = left
        var carry: UInt64 = 0
        for index in 0..<Swift.max(left.limbs.count, right.limbs.count) {
            let a = index < left.limbs.count ? UInt64(left.limbs[index]) : 0
            let b = index < right.limbs.count ? UInt64(right.limbs[index]) : 0
            let total = a + b + carry
            if index < sum.limbs.count {
                sum.limbs[index] = UInt32(truncatingIfNeeded: total)
            } else {
                sum.limbs.append(UInt32(truncatingIfNeeded: total))
            }
            carry = total >> 32
        }
        if carry > 0 { sum.limbs.append(UInt32(carry)) }
        return sum
    }

    static func * (left: Natural, right: Natural) -> Natural {
        var product = Natural(0)
        guard !left.isZero, !right.isZero else { return product }
        var limbs = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
        for (i, a) in left.limbs.enumerated() {
            var carry: UInt64 = 0
            for (j, b) in right.limbs.enumerated() {
                let total = UInt64(a) * UInt64(b) + UInt64(limbs[i + j]) + carry
                limbs[i + j] = UInt32(truncatingIfNeeded: total)
                carry = total >> 32
            }
            limbs[i + right.limbs.count] = UInt32(carry)
        }
        while limbs.last == 0 { limbs.removeLast() }
        product.limbs = limbs
        return product
    }

    /// - Parameter divisor: above 0.
    func dividedBy(_ divisor: Int) -> (quotient: Natural, remainder: Int) {
        var quotient = self
        var rest: UInt128 = 0
        for index in limbs.indices.reversed() {
            rest = rest << 32 | UInt128(limbs[index])
            quotient.limbs[index] = UInt32(truncatingIfNeeded: rest / UInt128(divisor))
            rest %= UInt128(divisor)
        }
        while quotient.limbs.last == 0 { quotient.limbs.removeLast() }
        return (quotient, Int(rest))
    }

    var double: Double {
        limbs.reversed().reduce(0) { $0 * 4_294_967_296 + Double($1) }
    }
}

extension Natural: Comparable {
    static func < (left: Natural, right: Natural) -> Bool {
        if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
        for (a, b) in zip(left.limbs.reversed(), right.limbs.reversed()) where a != b {
            return a < b
        }
        return false
    }
}

extension Natural: CustomStringConvertible {
    var description: String {
        guard !isZero else { return "0" }
        var parts: [String] = []
        var rest = self
        while !rest.isZero {
            let (quotient, remainder) = rest.dividedBy(1_000_000_000)
            parts.append(String(remainder))
            rest = quotient
        }
        let padded = parts.dropLast().map { String(repeating: "0", count: 9 - $0.count) + $0 }
        return (padded + [parts[parts.count - 1]]).reversed().joined()
    }

    /// Nil unless it is digits only.
    init?(_ text: some StringProtocol) {
        guard !text.isEmpty else { return nil }
        var value = Natural(0)
        for byte in text.utf8 {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * Natural(10) + Natural(Int(byte) - 0x30)
        }
        self = value
    }
}
