package import Courses
package import Localisation
import Statistics

/// A frozen report's rows, read back.
package struct ReportContent: Sendable, Equatable {
    package let header: [String]
    package let rows: [[String]]

    /// - Throws: `ReportError.damaged` when it is not what its hash says.
    package init(_ report: FrozenReport) throws {
        guard report.isIntact else { throw ReportError.damaged(report.id) }
        try self.init(report.content, of: report.id)
    }

    /// - Parameter report: of which a fault tells.
    init(_ content: [UInt8], of report: FrozenReport.ID) throws {
        guard let text = try? DelimitedText.read(utf8: content) else {
            throw ReportError.damaged(report)
        }
        header = text.header
        rows = text.rows.map(\.cells)
    }
}

/// A number that a restatement tells otherwise.
package struct ReportDifference: Sendable, Equatable {
    /// The codes of its row; `total` first in the row over everything.
    package let key: [String]
    /// The column's code.
    package let column: String
    /// Nil where there was no such row, or no meaning.
    package let before: Int?
    package let after: Int?

    package init(key: [String], column: String, before: Int?, after: Int?) {
        self.key = key
        self.column = column
        self.before = before
        self.after = after
    }

    /// By row, then by column.
    package static func between(
        _ before: ReportContent, _ after: ReportContent
    ) -> [ReportDifference] {
        let old = before.numbers
        let new = after.numbers
        let keys = after.keys + before.keys.filter { new[$0] == nil }
        return keys.flatMap { key in
            after.measures.compactMap { column in
                let was = old[key]?[column]
                let now = new[key]?[column]
                guard was != now else { return nil }
                return ReportDifference(key: key, column: column, before: was, after: now)
            }
        }
    }
}

extension FrozenReport {
    /// Of which row and which column a difference from it is, in a reader's words.
    ///
    /// - Parameter names: of rounds and groups, which are codes else.
    package func words(
        of difference: ReportDifference, _ localiser: Localiser,
        _ names: FigureNames = FigureNames()
    ) -> (row: String, column: String) {
        let total = localiser(Message("command.statistics.total"))
        let isWhole = difference.key.first == "total"
        let parts = zip(parameters.dimensions, difference.key).compactMap { name, code in
            code.isEmpty || isWhole
                ? nil : Dimension(rawValue: name)?.text(ofCode: code, localiser, names) ?? code
        }
        let heading = ReportContent.headings(localiser)[difference.column]
        return (
            parts.isEmpty ? total : localiser.line(parts), heading ?? difference.column
        )
    }
}

extension ReportContent {
    private static let dimensions = Set(Dimension.allCases.map(\.rawValue))
    private static let aside: Set<String> = [
        "roundName", "groupName", "asOf", "ruleVersion", "rounds", "filter", "use",
    ]

    private var dimensionColumns: [Int] {
        header.indices.filter { Self.dimensions.contains(header[$0]) }
    }

    fileprivate var measures: [String] {
        header.filter { !Self.dimensions.contains($0) && !Self.aside.contains($0) }
    }

    private func key(of row: [String]) -> [String] { dimensionColumns.map { row[$0] } }

    fileprivate var keys: [[String]] { rows.map(key(of:)) }

    fileprivate var numbers: [[String]: [String: Int]] {
        let columns = header.indices.filter { measures.contains(header[$0]) }
        return Dictionary(
            rows.map { row in
                (
                    key(of: row),
                    Dictionary(
                        columns.compactMap { index in Int(row[index]).map { (header[index], $0) } },
                        uniquingKeysWith: { first, _ in first })
                )
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension FrozenReport {
    /// Its rows in a reader's words; what rounds and groups were called then.
    ///
    /// - Parameter names: for what it was narrowed to and its rows don't name.
    /// - Throws: `ReportError.damaged` when it is not what its hash says.
    package func worded(
        _ localiser: Localiser, names: FigureNames = FigureNames()
    ) throws -> Report {
        try ReportContent(self).report(of: self, localiser, names)
    }
}

extension FrozenReport {
    /// What rounds and groups were called when it was frozen; others as they are called today.
    package func names(besides today: FigureNames) -> FigureNames {
        (try? ReportContent(self))?.names(besides: today) ?? today
    }
}

extension ReportContent {
    fileprivate func names(besides today: FigureNames) -> FigureNames {
        var names = today
        for row in rows {
            if let code = value("round", row), let name = value("roundName", row) {
                names.rounds[code] = name
            }
            if let code = value("group", row), let name = value("groupName", row) {
                names.groups[code] = name
            }
        }
        return names
    }

    fileprivate func report(
        of frozen: FrozenReport, _ localiser: Localiser, _ today: FigureNames
    ) -> Report {
        let shown = header.indices.filter { !Self.aside.contains(header[$0]) }
        let headings = Self.headings(localiser)
        let columns = shown.map { index in
            Report.Column(
                code: header[index], heading: headings[header[index]] ?? header[index],
                kind: Self.dimensions.contains(header[index]) ? .name : .number)
        }
        let codes = header.firstIndex(of: "rounds").flatMap { rows.first?[$0] } ?? ""
        let stamp = Report.Stamp(
            asOf: frozen.asOf, ruleVersion: frozen.ruleVersion,
            rounds: codes.split(separator: " ").map(String.init),
            filter: FiguresFilter(fields: frozen.parameters.filter))
        let names = self.names(besides: today)
        let isCounty = frozen.parameters.kind == .county
        return Report(
            language: localiser.language,
            title: localiser(isCounty ? Message("county.title") : Message("figures.title")),
            preamble: stamp.preamble(localiser, names) + [
                localiser(
                    Message("report.frozenOn", ["date": .date(WallClock.date(frozen.frozenAt))])),
                localiser(Message("report.hash", ["hash": .text(frozen.hashText)])),
            ],
            columns: columns,
            rows: rows.map { row in
                Report.Row(
                    shown.map { cell(row, $0, localiser) },
                    isTotal: dimensionColumns.contains { row[$0] == "total" })
            },
            note: isCounty ? localiser(Message("county.note")) : nil,
            definitions: Measure.allCases.filter { header.contains($0.rawValue) }
                .map { $0.definition(localiser) },
            stamp: stamp, chart: nil)
    }

    private func value(_ column: String, _ row: [String]) -> String? {
        header.firstIndex(of: column).map { row[$0] }
    }

    private func cell(_ row: [String], _ index: Int, _ localiser: Localiser) -> Report.Cell {
        let code = row[index]
        guard let dimension = Dimension(rawValue: header[index]) else {
            return Int(code).map(Report.Cell.number) ?? .gap
        }
        guard !code.isEmpty else { return .name(code: "", text: "") }
        switch dimension {
        case _ where code == "total" && index == dimensionColumns.first:
            return .name(code: code, text: localiser(Message("command.statistics.total")))
        case _ where code == "total":
            return .name(code: code, text: dimension.text(ofCode: code, localiser))
        case .round: return .name(code: code, text: value("roundName", row) ?? code)
        case .group: return .name(code: code, text: value("groupName", row) ?? code)
        default: return .name(code: code, text: dimension.text(ofCode: code, localiser))
        }
    }

    fileprivate static func headings(_ localiser: Localiser) -> [String: String] {
        let measures = Measure.allCases.flatMap { $0.columns(localiser) }.map {
            ($0.code, $0.heading)
        }
        let county = CountyTable.columns.map { ($0.code, localiser($0.message)) }
        let dimensions = Dimension.allCases.map { ($0.rawValue, localiser($0.message)) }
        return Dictionary(
            measures + county + dimensions, uniquingKeysWith: { first, _ in first })
    }
}

extension Dimension {
    /// A code in a file, in a reader's words.
    func text(ofCode code: String, _ localiser: Localiser) -> String {
        if code == "total" {
            return localiser(
                self == .language
                    ? Message("county.roundTotal") : Message("command.statistics.total"))
        }
        if code == "unknown", self != .gender {
            return localiser(Message("command.statistics.unknown"))
        }
        switch self {
        case .language: return localiser.languageName(Language(rawValue: code))
        case .gender: return Gender(rawValue: code).map { localiser($0.message) } ?? code
        case .mode: return SessionMode(rawValue: code).map { localiser($0.message) } ?? code
        case .term: return Term(code).map { localiser($0.message) } ?? code
        case .municipality, .programme, .round, .group, .ageBand, .month: return code
        }
    }
}

extension FrozenReport {
    /// Of the SHA-256, as `sha256sum` prints it.
    package var hashText: String {
        hash.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
