import Courses
import Localisation
package import Statistics

extension ChartWords {
    /// - Parameter table: by language and term.
    package func participation(_ table: FiguresTable) -> Chart {
        let counts = ParticipationCounts(table)
        let title = say(Message("charts.participation"))
        let text = description(Message("charts.participationDescription"))
        return Chart(
            name: .participation, finding: say(finding(counts)), description: text,
            plot: counts.best == nil ? nil : .bars(bars(counts)),
            report: report(
                title, text,
                columns: [
                    Report.Column(
                        code: "language", heading: say(Dimension.language.message), kind: .name),
                    Report.Column(code: "term", heading: say(Dimension.term.message), kind: .name),
                    Report.Column(
                        code: "uniqueParticipants",
                        heading: say(Measure.uniqueParticipants.message)),
                    Report.Column(
                        code: "participations", heading: say(Measure.participations.message)),
                ], rows: rows(counts), measures: [.uniqueParticipants, .participations]))
    }

    private func finding(_ counts: ParticipationCounts) -> Message {
        guard let best = counts.best, let first = best.languages.first else {
            return Message("charts.participationNone")
        }
        let term = say(best.term.message)
        let names = best.languages.map { name(of: $0).words }
        guard names.count == 1 else {
            return Message(
                "charts.participationTied",
                ["languages": .list(names), "term": .text(term), "count": .number(best.count)])
        }
        let language = name(of: first).words
        return best.isOnly
            ? Message(
                "charts.participationOnly",
                [
                    "language": .text(language), "term": .text(term),
                    "count": .number(best.count),
                ])
            : Message(
                "charts.participationMost",
                [
                    "language": .text(language), "term": .text(term),
                    "count": .number(best.count),
                ])
    }

    private func bars(_ counts: ParticipationCounts) -> SmallBars {
        SmallBars(
            slots: counts.terms.map { say($0.message) },
            panels: counts.languages.map { language in
                SmallBars.Panel(
                    name: name(of: language).words,
                    values: counts.terms.map { counts[language, $0].uniqueParticipants })
            })
    }

    private func rows(_ counts: ParticipationCounts) -> [Report.Row] {
        counts.languages.flatMap { language in
            counts.terms.map { term in
                let figures = counts[language, term]
                return Report.Row([
                    name(of: language),
                    .name(code: term.description, text: say(term.message)),
                    .number(figures.uniqueParticipants), .number(figures.participations),
                ])
            }
        }
    }
}

/// Who took part, by language and term, with a 0 where nobody did.
private struct ParticipationCounts {
    let terms: [Term]
    let languages: [Language?]
    private let figures: [Key: Figures]

    private struct Key: Hashable {
        let language: Language?
        let term: Term
    }

    /// Those with most participants in the latest term in which anybody took part.
    struct Best {
        let term: Term
        let languages: [Language?]
        let count: Int
        /// Nobody took part in another language then.
        let isOnly: Bool
    }

    init(_ table: FiguresTable) {
        var figures: [Key: Figures] = [:]
        for row in table.rows where row.figures.participations > 0 {
            guard case .language(let language)? = row.key.first,
                case .term(let term)? = row.key.last
            else { continue }
            figures[Key(language: language, term: term)] = row.figures
        }
        self.figures = figures
        terms = Term.withoutGaps(Set(figures.keys.map(\.term)).sorted())
        languages = Set(figures.keys.map(\.language)).sorted {
            ($0?.rawValue ?? "~") < ($1?.rawValue ?? "~")
        }
    }

    subscript(language: Language?, term: Term) -> Figures {
        figures[Key(language: language, term: term)] ?? Figures()
    }

    var best: Best? {
        guard let term = terms.last else { return nil }
        let counts = languages.map { self[$0, term].uniqueParticipants }
        let most = counts.max() ?? 0
        return Best(
            term: term,
            languages: languages.filter { self[$0, term].uniqueParticipants == most },
            count: most, isOnly: counts.count { $0 > 0 } == 1)
    }
}

extension Term {
    /// The terms, and those between two of them as far as they are no more than two years apart:
    /// a first day mistyped by centuries must not fill the page.
    fileprivate static func withoutGaps(_ terms: [Term]) -> [Term] {
        zip(terms, terms.dropFirst()).reduce(into: Array(terms.prefix(1))) { all, pair in
            var between = [pair.1]
            while let earliest = between.first, earliest.before > pair.0, between.count <= 4 {
                between.insert(earliest.before, at: 0)
            }
            all += between.count <= 4 ? between : [pair.1]
        }
    }
}
