import JSONReading

/// What a proposal says, as far as it can be checked; what it leaves out is not.
package struct Claims: Sendable {
    package var placements: [(party: String, group: String)]
    package var unplaced: [String]?
    package var groups: [(id: String, size: Int)]?
    package var levels: [Proposal.LevelResult]?
    package var kept: [(party: String, group: String, rule: String)]?
}

extension Claims {
    package init(_ proposal: Proposal) {
        self.init(
            placements: proposal.placements.map { ($0.party, $0.group) },
            unplaced: proposal.unplaced.map(\.party),
            groups: proposal.groups.map { ($0.id, $0.size) }, levels: proposal.levels,
            kept: proposal.kept.map { ($0.party, $0.group, $0.brokenRule.rawValue) })
    }

    /// Reads format version 1.
    package static func read(json bytes: [UInt8]) throws(DocumentError) -> Claims {
        var reader = DocumentReader(bytes)
        let root = try reader.root()
        var claims = Claims(
            placements: [], unplaced: nil, groups: nil, levels: nil, kept: nil)
        for field in reader.elements(root, "placements", needed: true)
        where reader.isObject(field) {
            if let party = reader.text(field, "party"), let group = reader.text(field, "group") {
                claims.placements.append((party, group))
            }
        }
        if reader.field(root, "unplaced") != nil {
            claims.unplaced = reader.elements(root, "unplaced").compactMap { field in
                reader.isObject(field) ? reader.text(field, "party") : nil
            }
        }
        if reader.field(root, "groups") != nil {
            claims.groups = reader.elements(root, "groups").compactMap { size($0, &reader) }
        }
        if reader.field(root, "levels") != nil {
            claims.levels = reader.elements(root, "levels").compactMap { level($0, &reader) }
        }
        if reader.field(root, "kept") != nil {
            claims.kept = reader.elements(root, "kept").compactMap { kept($0, &reader) }
        }
        try reader.finish()
        return claims
    }

    private static func size(
        _ field: DocumentReader.Field, _ reader: inout DocumentReader
    ) -> (id: String, size: Int)? {
        guard reader.isObject(field), let id = reader.text(field, "id"),
            let size = reader.whole(field, "size", 0...Int.max, nil)
        else { return nil }
        return (id, size)
    }

    private static func level(
        _ field: DocumentReader.Field, _ reader: inout DocumentReader
    ) -> Proposal.LevelResult? {
        guard reader.isObject(field), let name = reader.text(field, "name"),
            let reached = value(field, "value", &reader),
            let bound = value(field, "bound", &reader)
        else { return nil }
        return Proposal.LevelResult(
            name: name, value: reached, bound: bound, optimal: reader.flag(field, "optimal"))
    }

    /// A whole number, or a fraction as text.
    private static func value(
        _ parent: DocumentReader.Field, _ name: String, _ reader: inout DocumentReader
    ) -> LevelValue? {
        guard let field = reader.field(parent, name),
            let text = field.value.text
        else {
            return reader.whole(parent, name, Int.min...Int.max, nil).map(LevelValue.whole)
        }
        guard let fraction = Fraction(text) else {
            reader.note(.notAFraction, field)
            return nil
        }
        return .fraction(fraction)
    }

    private static func kept(
        _ field: DocumentReader.Field, _ reader: inout DocumentReader
    ) -> (party: String, group: String, rule: String)? {
        guard reader.isObject(field), let party = reader.text(field, "party"),
            let group = reader.text(field, "group"), let rule = reader.text(field, "brokenRule")
        else { return nil }
        return (party, group, rule)
    }
}
