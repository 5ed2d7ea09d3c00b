package import Courses
package import Localisation
package import Statistics

/// A table of figures in its reader's words, from which each form of it is made: the page, CSV,
/// the workbook.
package struct Report: Sendable, Equatable {
    package let language: Language
    package let title: String
    /// For whom it is, of which day, by which rules and about what; printed with every form.
    package let preamble: [String]
    package let columns: [Column]
    package let rows: [Row]
    package let note: String?
    /// What each measure means, in the order of the columns.
    package let definitions: [Definition]
    package let stamp: Stamp
    package let chart: Chart?

    package init(
        language: Language, title: String, preamble: [String], columns: [Column], rows: [Row],
        note: String?, definitions: [Definition], stamp: Stamp, chart: Chart?
    ) {
        self.language = language
        self.title = title
        self.preamble = preamble
        self.columns = columns
        self.rows = rows
        self.note = note
        self.definitions = definitions
        self.stamp = stamp
        self.chart = chart
    }

    package struct Column: Sendable, Equatable {
        /// The same in every language, for files that machines read.
        package let code: String
        package let heading: String
        package let kind: Kind

        package init(code: String, heading: String, kind: Kind = .number) {
            self.code = code
            self.heading = heading
            self.kind = kind
        }

        package enum Kind: Sendable { case name, number, percent }
    }

    package enum Cell: Sendable, Equatable {
        /// The code is for machines, the text for people.
        case name(code: String, text: String)
        case number(Int)
        /// Shown as percent, never without its two numbers in columns of their own.
        case percent(Ratio)
        /// No meaning in this breakdown, or a rate without a denominator.
        case gap
    }

    package struct Row: Sendable, Equatable {
        package let cells: [Cell]
        /// Counted over several rows, or all.
        package let isTotal: Bool

        package init(_ cells: [Cell], isTotal: Bool = false) {
            self.cells = cells
            self.isTotal = isTotal
        }
    }

    package struct Definition: Sendable, Equatable {
        package let term: String
        package let text: String

        package init(term: String, text: String) {
            self.term = term
            self.text = text
        }
    }

    /// Bars of the rows that are no totals, which come first.
    package struct Chart: Sendable, Equatable {
        package let title: String
        /// The columns that make up a bar.
        package let columns: ClosedRange<Int>

        package init(title: String, columns: ClosedRange<Int>) {
            self.title = title
            self.columns = columns
        }
    }

    /// What stands with every row of a file for machines.
    package struct Stamp: Sendable, Equatable {
        package let asOf: LocalDate
        package let ruleVersion: Int
        /// Codes of the rounds that were asked for; empty for all.
        package let rounds: [String]
        /// What else it was narrowed to.
        package let filter: FiguresFilter

        package init(
            asOf: LocalDate, ruleVersion: Int, rounds: [String] = [],
            filter: FiguresFilter = FiguresFilter()
        ) {
            self.asOf = asOf
            self.ruleVersion = ruleVersion
            self.rounds = rounds.isEmpty ? filter[.round] : rounds
            var others = filter
            others[.round] = []
            self.filter = others
        }
    }
}

extension Report.Stamp {
    /// Live figures stay inside the house.
    package static let use = "internal"

    /// All that it was narrowed to, rounds among it.
    package var whole: FiguresFilter {
        var whole = filter
        whole[.round] = rounds
        return whole
    }

    /// The same as sentences, for people.
    package func preamble(_ localiser: Localiser, _ names: FigureNames) -> [String] {
        let asOf = Message("figures.asOf", ["date": .date(asOf)])
        let rules = Message("figures.rules", ["version": .number(ruleVersion)])
        return [localiser(Message("figures.internal")), localiser(asOf)]
            + whole.phrases(localiser, names) + [localiser(rules)]
    }
}
