/// What figures are narrowed to: of each dimension named here, only these values.
///
/// An event passes when it stands under one of the values of every dimension named, so that
/// figures narrowed to one value are those of the value's row in the breakdown. A file has one
/// municipality, and nothing is narrowed to it.
package struct FiguresFilter: Sendable, Hashable {
    /// The values by the codes that `DimensionValue` gives them, in the order in which they were
    /// asked for; never empty.
    private var codes: [Dimension: [String]] = [:]

    /// Narrows nothing.
    package init() {}

    package init(_ codes: [Dimension: [String]]) {
        for (dimension, values) in codes { self[dimension] = values }
    }

    /// Empty for all values.
    package subscript(dimension: Dimension) -> [String] {
        get { codes[dimension] ?? [] }
        set {
            guard dimension != .municipality else { return }
            var kept: [String] = []
            for code in newValue where !kept.contains(code) { kept.append(code) }
            codes[dimension] = kept.isEmpty ? nil : kept
        }
    }

    package var isEmpty: Bool { codes.isEmpty }

    /// Those that are narrowed, in their own order.
    package var dimensions: [Dimension] { Dimension.allCases.filter { codes[$0] != nil } }

    /// One for each value, `language=ar`, in the order of the dimensions.
    package var fields: [String] {
        dimensions.flatMap { dimension in
            self[dimension].map { dimension.rawValue + "=" + $0 }
        }
    }

    /// From what `fields` gives; anything else in it is left out.
    package init(fields: [String]) {
        for field in fields {
            let parts = field.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let dimension = Dimension(rawValue: parts[0]) else { continue }
            self[dimension].append(parts[1])
        }
    }

    /// Narrowed further to one row of a breakdown.
    package func narrowed(to key: [DimensionValue]) -> FiguresFilter {
        var filter = self
        for value in key { filter[value.dimension] = [value.code] }
        return filter
    }
}
