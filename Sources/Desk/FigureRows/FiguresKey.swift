package import Localisation
package import Statistics

/// Which row of a table: one value of each dimension by its code; of none, the total.
package struct FiguresKey: Sendable, Equatable {
    private var codes: [Dimension: String] = [:]

    /// The total's.
    package init() {}

    package init(_ values: [DimensionValue]) {
        for value in values { codes[value.dimension] = value.code }
    }

    /// From fields as an address or an option has them.
    ///
    /// - Throws: `FiguresFilterError.unknownDimension`.
    package init(asked: [(name: String, value: String)]) throws(FiguresFilterError) {
        for (name, value) in asked {
            guard let dimension = Dimension(asked: name) else { throw .unknownDimension(name) }
            codes[dimension] = value
        }
    }

    package subscript(dimension: Dimension) -> String? { codes[dimension] }

    /// In the order of all.
    package var dimensions: [Dimension] { Dimension.allCases.filter { codes[$0] != nil } }

    /// Nil for the total.
    package func text(_ localiser: Localiser, _ names: FigureNames) -> String? {
        let texts = dimensions.map { $0.text(ofCode: codes[$0] ?? "", localiser, names) }
        return texts.isEmpty ? nil : localiser.line(texts)
    }
}

extension FiguresFilter {
    /// Narrowed further to a row.
    package func narrowed(to key: FiguresKey) -> FiguresFilter {
        var filter = self
        for dimension in key.dimensions { filter[dimension] = key[dimension].map { [$0] } ?? [] }
        return filter
    }
}

extension FiguresChoices {
    /// The key by codes, whatever people call the values.
    ///
    /// - Parameters:
    ///   - filter: what the table is narrowed to, by codes; it has no other rows.
    ///   - municipality: the file's.
    /// - Throws: `FiguresFilterError.unknownValue`, `.ambiguousGroup`.
    func resolved(
        _ asked: FiguresKey, within filter: FiguresFilter, municipality: String
    ) throws(FiguresFilterError) -> FiguresKey {
        var fields: [(name: String, value: String)] = []
        for dimension in asked.dimensions {
            let text = asked[dimension] ?? ""
            var code = text
            if dimension == .municipality {
                guard text == municipality else {
                    throw .unknownValue(dimension, text, known: [municipality])
                }
            } else {
                code = try resolved(FiguresFilter([dimension: [text]]))[dimension].first ?? ""
                let known = filter[dimension]
                guard known.isEmpty || known.contains(code) else {
                    throw .unknownValue(dimension, text, known: known)
                }
            }
            fields.append((dimension.rawValue, code))
        }
        return try FiguresKey(asked: fields)
    }
}
