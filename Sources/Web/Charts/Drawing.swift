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
}
