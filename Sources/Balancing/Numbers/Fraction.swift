/// An exact fraction that is not below nought.
package struct Fraction: Sendable {
    let numerator: Natural
    let denominator: Natural

    /// - Parameter denominator: above 0.
    init(numerator: Natural, denominator: Natural) {
        self.numerator = numerator
        self.denominator = denominator
    }

    var double: Double { numerator.double / denominator.double }
}

extension Fraction: Comparable {
    package static func < (left: Fraction, right: Fraction) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }

    /// The same number, however it is written.
    package static func == (left: Fraction, right: Fraction) -> Bool {
        left.numerator * right.denominator == right.numerator * left.denominator
    }
}

extension Fraction: CustomStringConvertible {
    /// `numerator/denominator`
    package var description: String { "\(numerator)/\(denominator)" }

    /// Nil unless it is two rows of digits parted by a stroke, the second not nought.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let numerator = Natural(parts[0]),
            let denominator = Natural(parts[1]), !denominator.isZero
        else { return nil }
        self.init(numerator: numerator, denominator: denominator)
    }
}

extension Fraction {
    /// The sum of `squares / maximum` over the pairs, in lowest terms.
    static func sum(_ terms: some Sequence<(squares: Int, maximum: Int)>) -> Fraction {
        var squares: [Int: Int] = [:]
        for term in terms { squares[term.maximum, default: 0] += term.squares }
        var exponents: [Int: Int] = [:]
        for maximum in squares.keys {
            for (prime, power) in factors(maximum) {
                exponents[prime] = Swift.max(exponents[prime] ?? 0, power)
            }
        }
        var numerator = Natural(0)
        for (maximum, sum) in squares {
            let own = factors(maximum)
            let rest = exponents.map { ($0.key, $0.value - (own[$0.key] ?? 0)) }
            numerator = numerator + product(rest) * Natural(sum)
        }
        return reduced(numerator, exponents)
    }

    private static func reduced(_ numerator: Natural, _ exponents: [Int: Int]) -> Fraction {
        guard !numerator.isZero else {
            return Fraction(numerator: numerator, denominator: Natural(1))
        }
        var (numerator, exponents) = (numerator, exponents)
        for (prime, power) in exponents {
            for _ in 0..<power {
                let (quotient, remainder) = numerator.dividedBy(prime)
                guard remainder == 0 else { break }
                numerator = quotient
                exponents[prime, default: 0] -= 1
            }
        }
        return Fraction(
            numerator: numerator, denominator: product(exponents.map { ($0.key, $0.value) }))
    }

    private static func product(_ factors: [(Int, Int)]) -> Natural {
        factors.reduce(Natural(1)) { product, factor in
            (0..<factor.1).reduce(product) { value, _ in value * Natural(factor.0) }
        }
    }

    /// Primes and how often each divides the number, which is above 0.
    private static func factors(_ number: Int) -> [Int: Int] {
        var (rest, prime) = (number, 2)
        var factors: [Int: Int] = [:]
        while prime * prime <= rest {
            while rest % prime == 0 {
                factors[prime, default: 0] += 1
                rest /= prime
            }
            prime += 1
        }
        if rest > 1 { factors[rest, default: 0] += 1 }
        return factors
    }
}
