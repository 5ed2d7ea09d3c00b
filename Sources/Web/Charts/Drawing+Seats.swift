import Desk
import Localisation

extension Drawing {
    private static let rowHeight = 48

    mutating func draw(_ seats: SeatBars, _ localiser: Localiser) {
        let most = seats.bars.map { max($0.people, $0.maximum ?? 0) }.max() ?? 0
        for bar in seats.bars {
            height += name(bar.name, Point(0, height + 16), localiser.direction)
            text(numbers(of: bar, localiser), Point(Self.width, height + 16), .end)
            draw(bar, most: most, top: height)
            height += Self.rowHeight
        }
    }

    private mutating func draw(_ bar: SeatBars.Bar, most: Int, top: Int) {
        line(Point(0, top + 38), Point(Self.width, top + 38), .axis)
        if bar.people > 0 {
            self.bar(
                Point(0, top + 22), Point(Self.share(bar.people, of: most), top + 38),
                bar.maximum == nil ? .hatched : .filled)
        }
        guard let maximum = bar.maximum else { return }
        let limit = Self.share(maximum, of: most)
        line(Point(limit, top + 19), Point(limit, top + 41), .limit)
    }

    /// Short, so that the name has room; the table says them in words.
    private func numbers(of bar: SeatBars.Bar, _ localiser: Localiser) -> String {
        let people = localiser.number(bar.people)
        guard let maximum = bar.maximum else { return people }
        return Bidi.leftToRight(people + "/" + localiser.number(maximum))
    }
}
