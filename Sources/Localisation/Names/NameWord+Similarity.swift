extension NameWord {
    /// How alike two words of names are: 1 for one word in two spellings, 0 for nothing shared.
    func similarity(to other: NameWord) -> Double {
        if folded == other.folded { return 1 }
        if let known = ShortForms.similarity(self, other) { return known }
        var best = Self.similarity(self, sounds, other, other.sounds)
        if let bare = withoutArticle {
            best = max(best, Self.similarity(self, bare, other, other.sounds) - Self.articlePrice)
        }
        if let bare = other.withoutArticle {
            best = max(best, Self.similarity(self, sounds, other, bare) - Self.articlePrice)
        }
        if let one = withoutArticle, let two = other.withoutArticle {
            best = max(best, Self.similarity(self, one, other, two))
        }
        return best
    }

    private static let articlePrice = 0.04

    private static func similarity(
        _ one: NameWord, _ first: [Sound], _ other: NameWord, _ second: [Sound]
    ) -> Double {
        guard !first.isEmpty, !second.isEmpty else { return 0 }
        if let initial = initialSimilarity(first, second) { return initial }
        if abs(first.count - second.count) > 6 { return 0 }
        let scale = 70 + 6.5 * Double(first.count + second.count)
        let distance = SoundDistance.between(
            first, isAbjad: one.script == .arabic, second, isAbjad: other.script == .arabic,
            limit: Int(scale * 0.65))
        return max(0, 1 - Double(distance) / scale)
    }

    /// One letter that stands for a name.
    private static func initialSimilarity(_ first: [Sound], _ second: [Sound]) -> Double? {
        guard first.count == 1 || second.count == 1 else { return nil }
        let isSame = SoundCosts.exchange(first[0], second[0]) <= 10
        return first.count == second.count ? (isSame ? 1 : 0) : isSame ? 0.6 : 0
    }
}

/// The cheapest way from one word's sounds to another's, in hundredths of a letter.
enum SoundDistance {
    /// - Parameter limit: where it stops to matter; at least that is answered beyond it.
    static func between(
        _ one: [Sound], isAbjad: Bool, _ other: [Sound], isAbjad isOtherAbjad: Bool, limit: Int
    ) -> Int {
        let width = other.count + 1
        let gaps = one.count + other.count
        return withUnsafeTemporaryAllocation(
            of: Int.self, capacity: gaps + (one.count + 1) * width
        ) { room in
            for index in one.indices {
                room[index] = SoundCosts.gap(SoundPlace(one, index), besideAbjad: isOtherAbjad)
            }
            for index in other.indices {
                room[one.count + index] = SoundCosts.gap(
                    SoundPlace(other, index), besideAbjad: isAbjad)
            }
            return fill(room, one, other, limit: limit)
        }
    }

    /// The table of cheapest ways, row by row, behind the gaps of both words.
    private static func fill(
        _ room: UnsafeMutableBufferPointer<Int>, _ one: [Sound], _ other: [Sound], limit: Int
    ) -> Int {
        let (width, start) = (other.count + 1, one.count + other.count)
        room[start] = 0
        for column in other.indices {
            room[start + column + 1] = room[start + column] + room[one.count + column]
        }
        for row in one.indices {
            let above = start + row * width
            let here = above + width
            room[here] = room[above] + room[row]
            var least = room[here]
            for column in other.indices {
                var cost = min(
                    room[above + column] + exchange(one, row, other, column),
                    room[above + column + 1] + room[row],
                    room[here + column] + room[one.count + column])
                if row > 0, column > 0, let swap = swap(one, row, other, column) {
                    cost = min(cost, room[above - width + column - 1] + swap)
                }
                room[here + column + 1] = cost
                least = min(least, cost)
            }
            if least > limit { return least }
        }
        return room[start + (one.count + 1) * width - 1]
    }

    private static func exchange(_ one: [Sound], _ row: Int, _ other: [Sound], _ column: Int) -> Int
    {
        let (first, second) = (one[row], other[column])
        let cost = SoundCosts.exchange(first, second)
        guard cost > 10 else { return cost }
        let isLast = row == one.count - 1 && column == other.count - 1
        if isLast, isNasal(first), isNasal(second) { return 15 }
        if isLast, isDental(first), isDental(second) { return 12 }
        // The first vowel is the one that nobody hears clearly: Mohamed, Muhammad, Maxamed.
        let isEarly = row <= 1 && column <= 1 && one.count > 4 && other.count > 4
        if isEarly, first.isVowel, second.isVowel { return cost * 8 / 10 }
        return cost
    }

    private static func isNasal(_ sound: Sound) -> Bool {
        sound == Sound(ascii: "m") || sound == Sound(ascii: "n")
    }

    /// Kurmanji and Turkish harden them at the end.
    private static func isDental(_ sound: Sound) -> Bool {
        sound == Sound(ascii: "d") || sound == Sound(ascii: "t")
    }

    /// Two neighbours typed in each other's place; nil where they are none.
    private static func swap(_ one: [Sound], _ row: Int, _ other: [Sound], _ column: Int) -> Int? {
        guard one[row] == other[column - 1], one[row - 1] == other[column] else { return nil }
        let touchesEnd = row == one.count - 1 || column == other.count - 1
        if touchesEnd, one[row].isVowel || one[row - 1].isVowel { return 60 }
        return 45
    }
}
