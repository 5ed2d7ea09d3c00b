import Localisation

/// What a figure consists of, told from where reading begins: writing it out for a direction
/// mirrors it whole.
///
/// Along the line everything is in hundredths of a percent of the figure's width, so that letters
/// keep their size on every screen; down the page in pixels.
struct Drawing: Sendable, Equatable {
    static let width = 10_000

    struct Point: Sendable, Equatable {
        let along: Int
        let down: Int

        init(_ along: Int, _ down: Int) {
            self.along = along
            self.down = down
        }
    }

    enum Shape: Sendable, Equatable {
        /// Between two corners.
        case bar(Point, Point, Look)
        case line(Point, Point, Look)
        case dot(Point, radius: Int, Look)
        /// One of those that are drawn once and used often.
        case sign(String, Point)
        case text(String, Point, Anchor, Look)
    }

    /// A style's name.
    enum Look: String, Sendable {
        case filled, hatched, soft, line, limit, median, axis, few, note, strong
    }

    /// Which part of a text lies at its point.
    enum Anchor: String, Sendable {
        case start, middle, end
    }

    var height = 0
    var shapes: [Shape] = []
    /// Those of the signs that are used.
    var usesSigns = false

    mutating func bar(_ from: Point, _ to: Point, _ look: Look) {
        shapes.append(.bar(from, to, look))
    }

    mutating func line(_ from: Point, _ to: Point, _ look: Look) {
        shapes.append(.line(from, to, look))
    }

    mutating func text(
        _ text: String, _ point: Point, _ anchor: Anchor = .start, _ look: Look = .note
    ) {
        shapes.append(.text(text, point, anchor, look))
    }
}

extension Drawing {
    /// The part-th of so many equal parts of a stretch, in whole units.
    static func share(_ part: Int, of parts: Int, _ width: Int = Drawing.width) -> Int {
        parts > 0 ? part * width / parts : 0
    }

    /// A name from where reading begins, in as many lines as a narrow screen needs.
    ///
    /// - Returns: how many pixels it takes beyond its first line.
    mutating func name(_ name: String, _ point: Point, _ direction: Direction) -> Int {
        let lines = Self.lines(name)
        for (index, line) in lines.enumerated() {
            text(
                Bidi.isolate(line, in: direction),
                Point(point.along, point.down + index * Self.lineHeight), .start, .strong)
        }
        return (lines.count - 1) * Self.lineHeight
    }

    private static let lineHeight = 18
    private static let lettersInALine = 24

    /// Broken between words only.
    static func lines(_ text: String) -> [String] {
        text.split(separator: " ").reduce(into: []) { lines, word in
            if let last = lines.last, last.count + 1 + word.count <= lettersInALine {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
    }
}
