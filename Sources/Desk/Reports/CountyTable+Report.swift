import Courses
package import Localisation
package import Statistics

extension CountyTable {
    /// Each round's languages, then each round as a whole, then everything.
    package func report(_ names: FigureNames, _ localiser: Localiser) -> Report {
        let stamp = Report.Stamp(asOf: asOf, ruleVersion: Figures.ruleVersion, filter: filter)
        let keys = Self.dimensions
        let allLanguages = Report.Cell.name(
            code: "total", text: localiser(Message("county.roundTotal")))
        func name(_ round: Round) -> Report.Cell {
            .name(code: round.code, text: names.rounds[round.code] ?? round.code)
        }
        let lines = rounds.flatMap { round in
            round.languages.map { line in
                let language = DimensionValue.language(line.language)
                return Report.Row(
                    [name(round), .name(code: language.code, text: language.text(localiser))]
                        + line.row.cells)
            }
        }
        let totals = rounds.map { round in
            Report.Row([name(round), allLanguages] + round.total.cells, isTotal: true)
        }
        let everything = Report.Cell.name(
            code: "total", text: localiser(Message("command.statistics.total")))
        return Report(
            language: localiser.language, title: localiser(Message("county.title")),
            preamble: stamp.preamble(localiser, names),
            columns: keys.map {
                Report.Column(code: $0.rawValue, heading: localiser($0.message), kind: .name)
            }
                + Self.columns.map {
                    Report.Column(code: $0.code, heading: localiser($0.message))
                },
            rows: lines + (rounds.count > 1 ? totals : [])
                + [
                    Report.Row(
                        [everything, .name(code: "", text: "")] + total.cells, isTotal: true)
                ],
            note: localiser(Message("county.note")),
            definitions: Self.defined.map { $0.definition(localiser) }, stamp: stamp,
            chart: Report.Chart(
                title: localiser(Measure.uniqueParticipants.message), columns: 4...6))
    }

    /// What its columns can be narrowed to; anything else would leave some without meaning.
    package static let narrowing: [Dimension] = [.programme, .term, .round, .group, .language]

    /// What its rows are broken down by.
    package static let dimensions: [Dimension] = [.round, .language]

    /// In the order of `Row.cells`.
    static let columns: [(code: String, message: Message)] = [
        ("groups", Measure.groups.message), ("sessionsHeld", Measure.sessionsHeld.message),
        ("uniqueWomen", Message("county.women")), ("uniqueMen", Message("county.men")),
        ("uniqueGenderUnknown", Message("county.genderUnknown")),
        ("participations", Measure.participations.message),
        ("completed", Measure.completed.message),
        ("childcareChildren", Measure.childcareChildren.message),
    ]

    private static let defined: [Measure] = [
        .groups, .sessionsHeld, .uniqueParticipants, .participations, .completed,
        .childcareChildren,
    ]
}

extension CountyTable.Row {
    fileprivate var cells: [Report.Cell] {
        [
            groups, sessionsHeld, women, men, genderUnknown, participations, completed,
            childcareChildren,
        ].map(Report.Cell.number)
    }
}
