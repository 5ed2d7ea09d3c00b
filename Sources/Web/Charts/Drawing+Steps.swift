import Desk
import Localisation

extension Drawing {
    private static let top = 42
    private static let bottom = 142

    mutating func draw(_ steps: Steps, _ localiser: Localiser) {
        text(steps.leftText, Point(0, 16), .start, .strong)
        line(Point(0, Self.top), Point(Self.width, Self.top), .axis)
        line(Point(0, Self.bottom), Point(Self.width, Self.bottom), .axis)
        text(steps.numberText, Point(0, 162), .start, .strong)
        text(steps.placedText, Point(0, 202), .start, .strong)
        let count = steps.steps.count
        let most = steps.steps.contains { $0.placed > 99 } ? 8 : 12
        var before: Int?
        for (index, step) in steps.steps.enumerated() {
            let (from, to) = (Self.share(index, of: count), Self.share(index + 1, of: count))
            let level =
                Self.bottom - Self.share(step.left, of: step.placed, Self.bottom - Self.top)
            bar(Point(from, level), Point(to, Self.bottom), .soft)
            if let before, before != level {
                line(Point(from, before), Point(from, level), .line)
            }
            line(Point(from, level), Point(to, level), .line)
            before = level
            guard isTold(index, of: count, most: most) else { continue }
            let middle = (from + to) / 2
            text(localiser.number(step.left), Point(middle, level - 6), .middle)
            text(localiser.number(step.number), Point(middle, 180), .middle)
            text(localiser.number(step.placed), Point(middle, 220), .middle)
        }
        height = 228
    }
}
