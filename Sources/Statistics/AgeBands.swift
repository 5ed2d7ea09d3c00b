/// Where ages are cut, as data: each band runs from its bound to the next, the last is open.
package struct AgeBands: Sendable, Equatable {
    package let lowerBounds: [Int]

    /// Nil unless the bounds begin at 0 and rise, up to 150.
    package init?(lowerBounds: [Int]) {
        guard lowerBounds.first == 0, lowerBounds.last ?? 0 <= 150,
            zip(lowerBounds, lowerBounds.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        self.lowerBounds = lowerBounds
    }

    private init(_ bounds: Int...) {
        lowerBounds = bounds
    }

    /// 0–17, 18–24, 25–34, 35–44, 45–54, 55 and above.
    package static let standard = AgeBands(0, 18, 25, 35, 45, 55)

    package var bands: [AgeBand] {
        lowerBounds.indices.map { index in
            let next = index + 1 < lowerBounds.count ? lowerBounds[index + 1] : nil
            return AgeBand(from: lowerBounds[index], through: next.map { $0 - 1 })
        }
    }

    /// Position of the age's band; below 0 (born after the round began) none is known.
    func position(of age: Int) -> Int? {
        lowerBounds.lastIndex { $0 <= age }
    }
}

/// Ages in whole years, both ends included; without `through`, and above.
package struct AgeBand: Sendable, Hashable {
    package let from: Int
    package let through: Int?

    package init(from: Int, through: Int?) {
        self.from = from
        self.through = through
    }

    /// `18-24` or `55-`.
    package var code: String { "\(from)-\(through.map(String.init) ?? "")" }
}
