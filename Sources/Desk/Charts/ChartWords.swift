import Courses
package import Localisation
import Statistics

/// Puts counts into figures, in a reader's language.
package struct ChartWords {
    let localiser: Localiser
    let stamp: Report.Stamp
    let names: FigureNames

    package init(localiser: Localiser, stamp: Report.Stamp, names: FigureNames) {
        self.localiser = localiser
        self.stamp = stamp
        self.names = names
    }

    func say(_ message: Message) -> String { localiser(message) }

    /// Where lines run from right to left, pictures do too, and say so.
    func description(_ message: Message) -> String {
        let text = say(message)
        return localiser.direction == .rightToLeft
            ? text + " " + say(Message("charts.mirrored")) : text
    }

    /// - Parameter measures: those whose definitions belong to it, beside the figure's own.
    func report(
        _ title: String, _ description: String, columns: [Report.Column], rows: [Report.Row],
        measures: [Measure]
    ) -> Report {
        Report(
            language: localiser.language, title: title,
            preamble: stamp.preamble(localiser, names), columns: columns, rows: rows, note: nil,
            definitions: [Report.Definition(term: title, text: description)]
                + measures.map { $0.definition(localiser) }, stamp: stamp, chart: nil)
    }

    func name(of language: Language?) -> Report.Cell {
        let value = DimensionValue.language(language)
        return .name(code: value.code, text: value.text(localiser))
    }
}

extension Report.Cell {
    /// What people read.
    var words: String {
        if case .name(_, let text) = self { text } else { "" }
    }
}
