import Desk
import Localisation

extension Drawing {
    private static let rowHeight = 98
    private static let middle = 60

    mutating func draw(_ dots: WaitDots, _ localiser: Localiser) {
        let bands = dots.rows.first?.dots.count ?? 0
        for (index, row) in dots.rows.enumerated() {
            draw(row, dots, top: index * Self.rowHeight, localiser)
        }
        let base = dots.rows.count * Self.rowHeight + 4
        line(Point(0, base), Point(Self.width, base), .axis)
        for band in 0..<bands {
            let from = Self.share(band, of: bands)
            text(localiser.number(band * dots.weeks), Point(from, base + 17), .start)
        }
        text(dots.axisText, Point(0, base + 38), .start, .strong)
        height = base + 46
    }

    private mutating func draw(
        _ row: WaitDots.Row, _ dots: WaitDots, top: Int, _ localiser: Localiser
    ) {
        let count = row.dots.count
        text(row.name, Point(0, top + 16), .start, .strong)
        line(Point(0, top + Self.middle), Point(Self.width, top + Self.middle), .axis)
        for (band, dot) in row.dots.enumerated() {
            let middle = (Self.share(band, of: count) + Self.share(band + 1, of: count)) / 2
            draw(dot, at: Point(middle, top + Self.middle), dots.fewText, localiser)
        }
        guard let median = row.median, let medianText = row.medianText else { return }
        let along = Self.share(median, of: count * dots.weeks * 7)
        line(Point(along, top + 42), Point(along, top + 78), .median)
        text(medianText, Point(0, top + 34))
    }

    private mutating func draw(
        _ dot: WaitDots.Dot, at point: Point, _ fewText: String, _ localiser: Localiser
    ) {
        let below = Point(point.along, point.down + 30)
        switch dot {
        case .none: return
        case .few:
            shapes.append(.dot(point, radius: 5, .few))
            text(fewText, below, .middle)
        case .people(let count):
            shapes.append(.dot(point, radius: Self.radius(of: count), .filled))
            text(localiser.number(count), below, .middle)
        }
    }

    /// The area grows with the number, as far as there is room.
    static func radius(of count: Int) -> Int {
        var radius = 5
        while radius < 16, radius * radius < count * 6 { radius += 1 }
        return radius
    }
}
