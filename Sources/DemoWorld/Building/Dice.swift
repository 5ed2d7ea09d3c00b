import Courses

/// Chance that falls the same way every time.
struct Dice {
    private let entropy: Entropy

    init(seed: UInt64) {
        entropy = .seeded(seed)
    }

    /// From 0 up to and without `bound`; 0 for a bound below 1.
    func roll(_ bound: Int) -> Int {
        bound < 1 ? 0 : Int(entropy.bits() % UInt64(bound))
    }

    func roll(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + roll(range.count)
    }

    /// True so many times of a hundred.
    func isLucky(_ percent: Int) -> Bool { roll(100) < percent }

    func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[roll(elements.count)]
    }

    /// So many different ones, fewer where there are no more.
    func pick<Element>(_ count: Int, of elements: [Element]) -> [Element] {
        var left = elements
        var picked: [Element] = []
        while picked.count < count, !left.isEmpty {
            picked.append(left.remove(at: roll(left.count)))
        }
        return picked
    }

    func identifier<Entity>() -> Identifier<Entity> { entropy.identifier() }
    func actID() -> ActID { entropy.actID() }
}
