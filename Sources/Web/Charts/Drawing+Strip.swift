import Desk
import Localisation

extension Drawing {
    private static let rowHeight = 42
    private static let inABlock = 12

    /// A block for each dozen of sessions, or less.
    mutating func draw(_ strip: Strip, _ localiser: Localiser) {
        usesSigns = true
        for start in stride(from: 0, to: strip.columns.count, by: Self.inABlock) {
            draw(
                strip, start..<min(start + Self.inABlock, strip.columns.count), localiser)
        }
        for key in strip.keys {
            shapes.append(.sign(key.sign.rawValue, Point(400, height + 14)))
            text(key.text, Point(1000, height + 19))
            height += 24
        }
    }

    private mutating func draw(_ strip: Strip, _ block: Range<Int>, _ localiser: Localiser) {
        let cells = max(min(strip.columns.count, Self.inABlock), 6)
        for (place, column) in block.enumerated() {
            let middle = Self.share(place * 2 + 1, of: cells * 2)
            text(localiser.number(strip.columns[column]), Point(middle, height + 16), .middle)
        }
        height += 22
        for row in strip.rows {
            height += name(row.name, Point(0, height + 16), localiser.direction)
            for (place, column) in block.enumerated() {
                let middle = Self.share(place * 2 + 1, of: cells * 2)
                shapes.append(.sign(row.signs[column].rawValue, Point(middle, height + 31)))
            }
            height += Self.rowHeight
        }
        height += 10
    }
}
