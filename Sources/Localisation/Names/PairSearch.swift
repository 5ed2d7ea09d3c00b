/// Finds which words of two names belong together: each word at most once, two neighbours as one
/// where the other name writes them together.
struct PairSearch {
    /// From here on two words may be one name.
    static let alike = 0.7
    /// Below this two words have nothing to do with each other.
    private static let floor = 0.35

    private let one: [NameWord]
    private let other: [NameWord]
    private var known: [Int: (value: Double, choice: NamePairing.Pair?)] = [:]
    private var similarities: [Int: Double] = [:]

    init(_ one: [NameWord], _ other: [NameWord]) {
        self.one = one
        self.other = other
    }

    mutating func best() -> [NamePairing.Pair] {
        var pairs: [NamePairing.Pair] = []
        var (row, taken) = (0, 0)
        while row < one.count {
            _ = value(row, taken)
            guard let choice = known[row << 8 | taken]?.choice else {
                row += 1
                continue
            }
            pairs.append(choice)
            row = choice.first.upperBound
            taken |= Self.mask(choice.second)
        }
        return pairs
    }

    /// The most that the words from `row` on can be worth when some of the others are taken.
    private mutating func value(_ row: Int, _ taken: Int) -> Double {
        guard row < one.count else { return 0 }
        if let known = known[row << 8 | taken] { return known.value }
        var best = (value: value(row + 1, taken), choice: NamePairing.Pair?.none)
        for (first, second) in choices(row, taken) {
            let similarity = similarity(first, second)
            guard similarity > Self.floor else { continue }
            let words = Double(max(first.count, second.count))
            let here = (similarity - Self.floor) * (words > 1 ? 1.6 : 1)
            let rest = value(first.upperBound, taken | Self.mask(second))
            if here + rest > best.value + 1e-9 {
                best = (
                    here + rest,
                    NamePairing.Pair(first: first, second: second, similarity: similarity)
                )
            }
        }
        known[row << 8 | taken] = best
        return best.value
    }

    private func choices(_ row: Int, _ taken: Int) -> [(Range<Int>, Range<Int>)] {
        var choices: [(Range<Int>, Range<Int>)] = []
        for column in other.indices where taken & 1 << column == 0 {
            choices.append((row..<row + 1, column..<column + 1))
            if row + 1 < one.count, Self.mayBeOne(one[row], one[row + 1], other[column]) {
                choices.append((row..<row + 2, column..<column + 1))
            }
            if column + 1 < other.count, taken & 1 << (column + 1) == 0,
                Self.mayBeOne(other[column], other[column + 1], one[row])
            {
                choices.append((row..<row + 1, column..<column + 2))
            }
        }
        return choices
    }

    /// Whether two words could be the halves of a third, going by length and how they begin.
    private static func mayBeOne(_ head: NameWord, _ tail: NameWord, _ whole: NameWord) -> Bool {
        guard let first = head.sounds.first(where: isHeard),
            let begin = whole.sounds.first(where: isHeard)
        else { return false }
        let length = head.sounds.count + tail.sounds.count
        return whole.sounds.count >= head.sounds.count + 2
            && abs(length - whole.sounds.count) <= 6 && SoundCosts.exchange(first, begin) <= 40
    }

    private static func isHeard(_ sound: Sound) -> Bool {
        sound != Sound(ascii: "c") && sound != Sound(ascii: "3")
    }

    private mutating func similarity(_ first: Range<Int>, _ second: Range<Int>) -> Double {
        let key =
            first.lowerBound << 12 | first.count << 8 | second.lowerBound << 4 | second.count
        if let known = similarities[key] { return known }
        let similarity = word(one, first).similarity(to: word(other, second))
        similarities[key] = similarity
        return similarity
    }

    private func word(_ words: [NameWord], _ range: Range<Int>) -> NameWord {
        range.count == 1
            ? words[range.lowerBound]
            : words[range.lowerBound].joined(with: words[range.lowerBound + 1])
    }

    private static func mask(_ range: Range<Int>) -> Int {
        range.reduce(0) { $0 | 1 << $1 }
    }
}
