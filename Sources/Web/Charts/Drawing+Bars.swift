import Desk
import Localisation

extension Drawing {
    private static let panelHeight = 118
    private static let barHeight = 44
    /// Of a panel, down to where its bars stand.
    private static let base = 88

    /// Two panels beside each other where there is room for what stands below the bars.
    mutating func draw(_ bars: SmallBars, _ localiser: Localiser) {
        let columns = bars.slots.count <= 2 ? 2 : 1
        let most = bars.panels.flatMap(\.values).max() ?? 0
        for (index, panel) in bars.panels.enumerated() {
            let corner = Point(
                Self.share(index % columns, of: columns), index / columns * Self.panelHeight)
            draw(
                panel, bars.slots, at: corner, width: Self.width / columns - (columns - 1) * 300,
                most: most, localiser)
        }
        height = (bars.panels.count + columns - 1) / columns * Self.panelHeight
    }

    private mutating func draw(
        _ panel: SmallBars.Panel, _ slots: [String], at corner: Point, width: Int, most: Int,
        _ localiser: Localiser
    ) {
        let base = corner.down + Self.base
        text(panel.name, Point(corner.along, corner.down + 16), .start, .strong)
        line(Point(corner.along, base), Point(corner.along + width, base), .axis)
        let slot = width / max(slots.count, 1)
        let half = min(slot * 3 / 10, 700)
        for (index, value) in panel.values.enumerated() {
            let middle = corner.along + slot * index + slot / 2
            let top = base - Self.share(value, of: most, Self.barHeight)
            if value > 0 { bar(Point(middle - half, top), Point(middle + half, base), .filled) }
            if isTold(index, of: slots.count, most: 12) {
                text(localiser.number(value), Point(middle, top - 5), .middle)
            }
            if isTold(index, of: slots.count, most: 3) {
                text(slots[index], Point(middle, base + 17), .middle)
            }
        }
    }

    /// Whether there is room for what stands below one of many: the last is told, and others as
    /// far apart as each other.
    func isTold(_ index: Int, of count: Int, most: Int) -> Bool {
        (count - 1 - index) % ((count + most - 1) / most) == 0
    }
}
