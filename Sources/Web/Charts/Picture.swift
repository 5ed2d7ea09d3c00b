import Localisation

/// A drawing as SVG: described for those who don't see it, without script or styles of its own.
struct Picture {
    /// Unique on its page.
    let id: String
    let title: String
    let description: String
    let drawing: Drawing
    let direction: Direction

    var svg: String {
        let shapes = drawing.shapes.map { text($0) }.joined(separator: "\n")
        let (title, description) = (escaped(title), escaped(description))
        return """
            <svg role="img" aria-labelledby="\(id)-title \(id)-desc" width="100%" \
            height="\(drawing.height)">
            <title id="\(id)-title">\(title)</title>
            <desc id="\(id)-desc">\(description)</desc>
            <defs>
            <pattern id="\(id)-hatch" width="6" height="6" patternUnits="userSpaceOnUse" \
            patternTransform="rotate(45)"><rect width="6" height="6" class="ground"/>\
            <rect width="3" height="6" class="hatch"/></pattern>
            \(signs)</defs>
            \(shapes)
            </svg>
            """
    }

    private func text(_ shape: Drawing.Shape) -> String {
        switch shape {
        case .bar(let from, let to, let look): bar(from, to, look)
        case .line(let from, let to, let look):
            """
            <line x1="\(along(from))" y1="\(from.down)" x2="\(along(to))" y2="\(to.down)" \
            class="\(look.rawValue)"/>
            """
        case .dot(let point, let radius, let look):
            """
            <circle cx="\(along(point))" cy="\(point.down)" r="\(radius)" \
            class="\(look.rawValue)"/>
            """
        case .sign(let name, let point):
            "<use href=\"#\(id)-\(name)\" x=\"\(along(point))\" y=\"\(point.down)\"/>"
        case .text(let text, let point, let anchor, let look):
            """
            <text x="\(along(point))" y="\(point.down)" text-anchor="\(anchor.rawValue)" \
            class="\(look.rawValue)">\(escaped(text))</text>
            """
        }
    }

    private func bar(_ from: Drawing.Point, _ to: Drawing.Point, _ look: Drawing.Look) -> String {
        let start = direction == .rightToLeft ? along(to) : along(from)
        let fill = look == .hatched ? " fill=\"url(#\(id)-hatch)\"" : ""
        return """
            <rect x="\(start)" y="\(from.down)" width="\(Self.percent(to.along - from.along))" \
            height="\(to.down - from.down)" class="\(look.rawValue)"\(fill)/>
            """
    }

    private func along(_ point: Drawing.Point) -> String {
        Self.percent(
            direction == .rightToLeft ? Drawing.width - point.along : point.along)
    }

    /// `12.5%` of 1250.
    static func percent(_ hundredths: Int) -> String {
        let sign = hundredths < 0 ? "-" : ""
        let (whole, rest) = Int(hundredths.magnitude).quotientAndRemainder(dividingBy: 100)
        let digits = rest < 10 ? "0\(rest)" : String(rest)
        let decimals =
            rest == 0 ? "" : "." + (rest % 10 == 0 ? String(digits.prefix(1)) : digits)
        return "\(sign)\(whole)\(decimals)%"
    }

    /// Told apart by their shapes; those that are mirrored elsewhere are not here.
    private var signs: String {
        guard drawing.usesSigns else { return "" }
        return Self.signs.map { name, shape in
            "<g id=\"\(id)-\(name)\">\(shape)</g>\n"
        }.joined()
    }

    private static let signs = [
        (
            "present",
            """
            <rect x="-8" y="-8" width="16" height="16" rx="3" class="sign-blue"/>\
            <path d="M-4 0 L-1 4 L5 -4" class="sign-stroke"/>
            """
        ),
        (
            "late",
            """
            <rect x="-7" y="-7" width="14" height="14" rx="3" class="sign-blue-frame"/>\
            <path d="M-7 7 L7 -7 L7 7 Z" class="sign-blue"/>
            """
        ),
        (
            "notified",
            """
            <circle r="7" class="sign-red-frame"/><path d="M-4 0 L4 0" class="sign-red-frame"/>
            """
        ),
        (
            "unnotified",
            """
            <rect x="-8" y="-8" width="16" height="16" rx="3" class="sign-red"/>\
            <path d="M-4 -4 L4 4 M4 -4 L-4 4" class="sign-stroke"/>
            """
        ),
        (
            "excused",
            """
            <circle r="7" class="sign-grey-frame"/><circle r="3" class="sign-grey"/>
            """
        ),
        (
            "unknown",
            """
            <rect x="-7" y="-7" width="14" height="14" rx="3" class="sign-unknown"/>
            """
        ),
        ("notExpected", "<circle r=\"1\" class=\"sign-grey\"/>"),
    ]

    private func escaped(_ text: String) -> String { Markup().escapeText(text) }
}
