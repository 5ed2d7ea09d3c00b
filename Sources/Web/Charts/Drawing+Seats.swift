import Desk
import Localisation

extension Drawing {
    private static let rowHeight = 46

    mutating func draw(_ seats: SeatBars, _ localiser: Localiser) {
        let most = seats.bars.map { max($0.people, $0.maximum ?? 0) }.max() ?? 0
        for (index, bar) in seats.bars.enumerated() {
            let top = index * Self.rowHeight
            text(
                Bidi.isolate(bar.name, in: localiser.direction), Point(0, top + 16), .start,
                .strong)
            text(bar.text, Point(Self.width, top + 16), .end)
            let end = Self.share(bar.people, of: most)
            line(Point(0, top + 38), Point(Self.width, top + 38), .axis)
            if bar.people > 0 {
                self.bar(
                    Point(0, top + 22), Point(end, top + 38),
                    bar.maximum == nil ? .hatched : .filled)
            }
            if let maximum = bar.maximum {
                let limit = Self.share(maximum, of: most)
                line(Point(limit, top + 19), Point(limit, top + 41), .limit)
            }
        }
        height = seats.bars.count * Self.rowHeight
    }
}
