import Courses
import Desk
import Localisation
import Testing

@testable import Web

/// Where things stand in a figure, before it is written for a direction.
struct DrawingTests {
    private let swedish = Localiser.localiser(for: .swedish)

    @Test func `bars stand to one scale, with their number above`() {
        let bars = SmallBars(
            slots: ["a", "b"],
            panels: [.init(name: "x", values: [10, 0]), .init(name: "y", values: [5, 1])])
        let drawing = Drawing(.bars(bars), swedish)
        #expect(drawing.height == 118)
        #expect(
            drawing.bars == [
                [475, 44, 1875, 88], [5475, 66, 6875, 88], [7825, 84, 9225, 88],
            ])
        #expect(drawing.texts == ["x", "10", "a", "0", "b", "y", "5", "a", "1", "b"])
    }

    @Test func `each step's height is its share of those placed then`() {
        let steps = Steps(
            leftText: "l", numberText: "n", placedText: "p",
            steps: [
                .init(number: 1, left: 8, placed: 8), .init(number: 2, left: 3, placed: 4),
            ])
        let drawing = Drawing(.steps(steps), swedish)
        #expect(drawing.bars == [[0, 42, 5000, 142], [5000, 67, 10_000, 142]])
        #expect(drawing.texts == ["l", "n", "p", "8", "1", "8", "3", "2", "4"])
        #expect(
            drawing.shapes.contains(.line(.init(5000, 42), .init(5000, 67), .line)))
    }

    @Test func `a group's bar and its limit share a scale with those who wait`() {
        let seats = SeatBars(bars: [
            .init(name: "A", people: 20, maximum: 16),
            .init(name: "B", people: 0, maximum: 10),
            .init(name: "w", people: 5, maximum: nil),
        ])
        let drawing = Drawing(.seats(seats), swedish)
        #expect(drawing.bars == [[0, 22, 10_000, 38], [0, 118, 2500, 134]])
        let limits = drawing.shapes.compactMap { shape in
            if case .line(let from, _, .limit) = shape { from.along } else { nil }
        }
        #expect(limits == [8000, 5000])
    }

    @Test func `dots stand in the middle of their weeks and the median on its day`() {
        let dots = WaitDots(
            weeks: 2,
            rows: [
                .init(
                    name: "a", dots: [.people(6), .few, .none, .people(24)], median: 14,
                    medianText: "m")
            ], fewText: "1–4", axisText: "w")
        let drawing = Drawing(.dots(dots), swedish)
        let drawn = drawing.shapes.compactMap { shape -> [Int]? in
            if case .dot(let point, let radius, _) = shape { [point.along, radius] } else { nil }
        }
        #expect(drawn == [[1250, 6], [3750, 5], [8750, 12]])
        #expect(
            drawing.shapes.contains(.line(.init(2500, 42), .init(2500, 78), .median)))
        #expect(drawing.texts == ["a", "6", "1–4", "24", "m", "0", "2", "4", "6", "w"])
    }

    @Test func `a strip of many sessions goes on in a second block`() {
        let strip = Strip(
            columns: Array(1...13),
            rows: [.init(name: "A", signs: Array(repeating: .present, count: 12) + [.late])],
            keys: [.init(sign: .present, text: "p")])
        let drawing = Drawing(.strip(strip), swedish)
        let signs = drawing.shapes.compactMap { shape -> String? in
            if case .sign(let name, let point) = shape {
                "\(name) \(point.along) \(point.down)"
            } else {
                nil
            }
        }
        #expect(signs.first == "present 416 53")
        #expect(signs.suffix(2) == ["late 416 127", "present 400 162"])
        #expect(drawing.texts.filter { $0 == "A" }.count == 2)
    }

    @Test func `a long name takes more lines, and what follows stands lower`() {
        let seats = SeatBars(bars: [
            .init(name: "Somaliska måndag kväll i Åbrogården", people: 1, maximum: 1),
            .init(name: "B", people: 1, maximum: 1),
        ])
        let drawing = Drawing(.seats(seats), swedish)
        #expect(drawing.bars == [[0, 40, 10_000, 56], [0, 88, 10_000, 104]])
        #expect(drawing.texts[..<2] == ["Somaliska måndag kväll i", "Åbrogården"])
        #expect(drawing.height == 114)
    }

    @Test(arguments: [(1, 4, [0]), (4, 4, [0, 1, 2, 3]), (5, 4, [0, 2, 4]), (9, 4, [2, 5, 8])])
    func `the last is told, and others as there is room`(count: Int, most: Int, told: [Int]) {
        #expect((0..<count).filter { Drawing().isTold($0, of: count, most: most) } == told)
    }

    @Test(arguments: [
        (0, "0%"), (10_000, "100%"), (1250, "12.5%"), (1205, "12.05%"), (-5, "-0.05%"),
    ])
    func `a place is written as percent, always the same`(hundredths: Int, text: String) {
        #expect(Picture.percent(hundredths) == text)
    }

    @Test func `from right to left everything is mirrored, and names stay as they are`() {
        var drawing = Drawing()
        drawing.bar(.init(0, 10), .init(2500, 20), .filled)
        drawing.line(.init(2500, 5), .init(2500, 25), .limit)
        drawing.text("A & B", .init(0, 8))
        let lines = { (direction: Direction) in
            Picture(
                id: "x", title: "<t>", description: "d", drawing: drawing, direction: direction
            ).svg.split(separator: "\n").map(String.init).suffix(4).dropLast()
        }
        #expect(
            lines(.leftToRight) == [
                #"<rect x="0%" y="10" width="25%" height="10" class="filled"/>"#,
                #"<line x1="25%" y1="5" x2="25%" y2="25" class="limit"/>"#,
                #"<text x="0%" y="8" text-anchor="start" class="note">A &amp; B</text>"#,
            ])
        #expect(
            lines(.rightToLeft) == [
                #"<rect x="75%" y="10" width="25%" height="10" class="filled"/>"#,
                #"<line x1="75%" y1="5" x2="75%" y2="25" class="limit"/>"#,
                #"<text x="100%" y="8" text-anchor="start" class="note">A &amp; B</text>"#,
            ])
    }

    @Test func `a picture is described, and has no styles or scripts of its own`() {
        let svg = Picture(
            id: "x", title: "<t>", description: "d", drawing: Drawing(), direction: .leftToRight
        ).svg
        #expect(svg.contains(#"role="img" aria-labelledby="x-title x-desc""#))
        #expect(svg.contains("<title id=\"x-title\">&lt;t&gt;</title>"))
        #expect(!svg.contains("style="))
        #expect(!svg.contains("<script"))
    }
}

extension Drawing {
    fileprivate var bars: [[Int]] {
        shapes.compactMap { shape in
            guard case .bar(let from, let to, _) = shape else { return nil }
            return [from.along, from.down, to.along, to.down]
        }
    }

    fileprivate var texts: [String] {
        shapes.compactMap { if case .text(let text, _, _, _) = $0 { text } else { nil } }
    }
}
