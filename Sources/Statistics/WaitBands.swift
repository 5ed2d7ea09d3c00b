package import Courses

/// How long people waited, in bands of whole weeks; how many they are is not told of 1 to 4.
package struct WaitBands: Sendable, Equatable {
    package enum Count: Sendable, Equatable {
        case none
        /// 1 to 4 people.
        case few
        /// At least 5.
        case people(Int)

        init(_ count: Int) {
            self = count == 0 ? .none : count < 5 ? .few : .people(count)
        }
    }

    package struct Row: Sendable, Equatable {
        package let language: Language?
        package let bands: [Count]
        /// Nil where a band's own count could be worked out from it.
        package let placed: Count?
        /// Days; nil for 1 to 4 people.
        package let median: Int?

        package init(language: Language?, bands: [Count], placed: Count?, median: Int?) {
            self.language = language
            self.bands = bands
            self.placed = placed
            self.median = median
        }
    }

    /// How many whole weeks a band takes in: the first from 0 on.
    package let weeks: Int
    /// By language; those in which nobody got a place are left out.
    package let rows: [Row]
    /// Everybody who got a place.
    package let placed: Count
    /// Days: half of them waited no longer. Nil for fewer than 5 people.
    package let median: Int?

    package init(weeks: Int, rows: [Row], placed: Count, median: Int?) {
        self.weeks = weeks
        self.rows = rows
        self.placed = placed
        self.median = median
    }
}

extension WaitBands {
    private static let most = 8

    package init(_ waits: [Wait]) {
        let longest = (waits.map(\.days).max() ?? 0) / 7
        let weeks = longest / Self.most + 1
        let languages = Dictionary(grouping: waits, by: \.language)
        let inOrder = languages.sorted {
            ($0.key?.rawValue ?? "~") < ($1.key?.rawValue ?? "~")
        }
        self.init(
            weeks: weeks,
            rows: inOrder.map { language, waits in
                Row(language, waits.map(\.days), weeks: weeks, bands: longest / weeks + 1)
            }, placed: Count(waits.count), median: Self.median(waits.map(\.days)))
    }

    /// The lower of the middle two where they are an even number, so that half waited at most it.
    fileprivate static func median(_ days: [Int]) -> Int? {
        days.count < 5 ? nil : days.sorted()[(days.count - 1) / 2]
    }

    package var bands: Int { rows.first?.bands.count ?? 0 }
}

extension WaitBands.Row {
    fileprivate init(_ language: Language?, _ days: [Int], weeks: Int, bands: Int) {
        var counts = [Int](repeating: 0, count: bands)
        for days in days { counts[days / 7 / weeks] += 1 }
        let told = counts.map(WaitBands.Count.init)
        let placed = WaitBands.Count(days.count)
        self.init(
            language: language, bands: told,
            placed: told.contains(.few) && placed != .few ? nil : placed,
            median: WaitBands.median(days))
    }
}
