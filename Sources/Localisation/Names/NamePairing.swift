/// Which parts of two names belong together, and how well.
struct NamePairing {
    struct Pair {
        let first: Range<Int>
        let second: Range<Int>
        let similarity: Double
    }

    private(set) var score = 0.0
    private(set) var reasons: [NameReason] = []

    static let none = NamePairing()

    private init() {}

    init(_ one: NameForm, _ other: NameForm) {
        var search = PairSearch(one.words, other.words)
        let pairs = search.best()
        score = Self.score(pairs, one.words, other.words)
        reasons = Self.reasons(pairs, one.words, other.words)
    }

    // MARK: Score

    private static func score(
        _ pairs: [Pair], _ one: [NameWord], _ other: [NameWord]
    ) -> Double {
        guard let least = pairs.map(\.similarity).min() else { return 0 }
        var (sum, weight) = (0.0, 0.0)
        for pair in pairs {
            let here = max(Self.weight(one[pair.first]), Self.weight(other[pair.second]))
            sum += pair.similarity * here
            weight += here
        }
        let left = unpaired(one, pairs.map(\.first))
        let right = unpaired(other, pairs.map(\.second))
        let score = 0.3 * sum / weight + 0.7 * least
        return score * missing(left, right, paired: weight) * order(pairs)
    }

    static func weight(_ words: ArraySlice<NameWord>) -> Double {
        words.contains { !$0.isTitle } ? 1 : 0.2
    }

    private static func unpaired(_ words: [NameWord], _ ranges: [Range<Int>]) -> Double {
        words.indices.reduce(0) { sum, index in
            ranges.contains { $0.contains(index) } ? sum : sum + weight(words[index...index])
        }
    }

    /// Parts that only one has may be left out; parts that both have and that differ may not.
    private static func missing(_ left: Double, _ right: Double, paired: Double) -> Double {
        let (differing, lacking) = (min(left, right), max(left, right) - min(left, right))
        let lack = paired < 1.5 ? 0.35 * min(1, lacking) : 0.04 * lacking
        return max(0, 1 - lack) * (1 - 0.6 * min(1, differing))
    }

    private static func order(_ pairs: [Pair]) -> Double {
        if isInOrder(pairs) { return 1 }
        let sorted = pairs.sorted { $0.first.lowerBound < $1.first.lowerBound }
        let places = sorted.map(\.second.lowerBound)
        // The family name first, as lists have it.
        let rotated = [places.dropFirst(), places.dropLast()].contains { rest in
            zip(rest, rest.dropFirst()).allSatisfy { $0 < $1 }
        }
        return rotated ? 0.97 : 0.93
    }

    private static func spelling(_ words: ArraySlice<NameWord>) -> String {
        words.map(\.folded).joined()
    }

    private static func isInOrder(_ pairs: [Pair]) -> Bool {
        let sorted = pairs.sorted { $0.first.lowerBound < $1.first.lowerBound }
        return zip(sorted, sorted.dropFirst()).allSatisfy {
            $0.second.lowerBound < $1.second.lowerBound
        }
    }

    // MARK: Reasons

    private static func reasons(
        _ pairs: [Pair], _ one: [NameWord], _ other: [NameWord]
    ) -> [NameReason] {
        guard let least = pairs.map(\.similarity).min() else { return [.partDiffers] }
        var reasons: [NameReason] = []
        let left = unpaired(one, pairs.map(\.first))
        let right = unpaired(other, pairs.map(\.second))
        let differs = least < PairSearch.alike || min(left, right) > 0.5
        if !differs {
            let isSame = pairs.allSatisfy { spelling(one[$0.first]) == spelling(other[$0.second]) }
            reasons.append(
                isSame ? .sameSpelling : least >= 0.85 ? .spelledOtherwise : .soundsAlike)
        }
        if let first = one.first?.script, let second = other.first?.script,
            first.isArabic != second.isArabic || first == .ethiopic && second != .ethiopic
                || first != .ethiopic && second == .ethiopic
        {
            reasons.append(.otherScript)
        }
        if !isInOrder(pairs) { reasons.append(.otherOrder) }
        if pairs.contains(where: { $0.first.count != $0.second.count }) {
            reasons.append(.writtenApart)
        }
        if abs(left - right) > 0.5 { reasons.append(.partMissing) }
        if differs { reasons.append(.partDiffers) }
        return reasons
    }
}

extension NameScript {
    var isArabic: Bool { self == .arabic || self == .sorani }
}
