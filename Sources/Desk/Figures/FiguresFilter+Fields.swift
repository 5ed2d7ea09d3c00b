package import Statistics

extension FiguresFilter {
    /// From fields as an address or an option has them: a dimension's name, and values parted by
    /// commas; the same name may come again. What is said is looked up when figures are counted.
    ///
    /// - Throws: `FiguresFilterError.unknownDimension`.
    package init(asked: [(name: String, values: String)]) throws(FiguresFilterError) {
        self.init()
        for (name, values) in asked {
            guard let dimension = Dimension(asked: name), dimension != .municipality else {
                throw .unknownDimension(name)
            }
            self[dimension] += values.split(separator: ",").map {
                String($0.filter { $0 != "\u{200E}" }).trimmed
            }.filter { !$0.isEmpty }
        }
    }
}

extension Dimension {
    /// By its name, in small or capital letters.
    package init?(asked name: String) {
        let wanted = name.trimmed.lowercased()
        guard let found = Self.allCases.first(where: { $0.rawValue.lowercased() == wanted })
        else { return nil }
        self = found
    }

    /// Names parted by commas, each dimension once.
    ///
    /// - Throws: `FiguresFilterError.unknownDimension`.
    package static func list(asked names: String) throws(FiguresFilterError) -> [Dimension] {
        var dimensions: [Dimension] = []
        for name in names.split(separator: ",") {
            guard let dimension = Dimension(asked: String(name)) else {
                throw .unknownDimension(String(name))
            }
            if !dimensions.contains(dimension) { dimensions.append(dimension) }
        }
        return dimensions
    }
}

extension String {
    fileprivate var trimmed: String {
        guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[...last].drop(while: \.isWhitespace))
    }
}
