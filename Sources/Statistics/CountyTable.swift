package import Courses

/// The standard table that a county asks of its municipalities: rounds by language.
///
/// Different people are counted anew in each row; over languages and rounds they don't add up.
package struct CountyTable: Sendable, Equatable {
    package let asOf: LocalDate
    package let filter: FiguresFilter
    /// Rounds by first day, languages by tag; only those in which something took place or is
    /// planned.
    package let rounds: [Round]
    /// Counted over everything, never the sum of the rows.
    package let total: Row

    package init(
        asOf: LocalDate, filter: FiguresFilter = FiguresFilter(), rounds: [Round], total: Row
    ) {
        self.asOf = asOf
        self.filter = filter
        self.rounds = rounds
        self.total = total
    }

    package struct Round: Sendable, Equatable {
        package let id: Courses.Round.ID
        package let code: String
        package let languages: [ByLanguage]
        /// Counted over the round.
        package let total: Row

        package init(id: Courses.Round.ID, code: String, languages: [ByLanguage], total: Row) {
            self.id = id
            self.code = code
            self.languages = languages
            self.total = total
        }
    }

    package struct ByLanguage: Sendable, Equatable {
        /// Nil where no course language is known.
        package let language: Language?
        package let row: Row

        package init(language: Language?, row: Row) {
            self.language = language
            self.row = row
        }
    }

    /// The numbers of one line.
    package struct Row: Sendable, Equatable {
        package var groups = 0
        package var sessionsHeld = 0
        /// Different people among the participations, by gender.
        package var women = 0
        package var men = 0
        package var genderUnknown = 0
        package var participations = 0
        package var completed = 0
        /// Children in childcare, counted anew at each session.
        package var childcareChildren = 0

        package init() {}
    }
}

extension CountyTable {
    /// - Parameter rounds: nil means all.
    package init(
        of facts: Facts, rounds: Set<Courses.Round.ID>? = nil,
        filter: FiguresFilter = FiguresFilter(), asOf: LocalDate
    ) {
        func table(_ dimensions: Dimension...) -> FiguresTable {
            Figures.table(of: facts, rounds: rounds, filter: filter, by: dimensions, asOf: asOf)
        }
        let lines = Self.rows(table(.round, .language), byGender: table(.round, .language, .gender))
        let byRound = table(.round)
        let totals = Self.rows(byRound, byGender: table(.round, .gender))
        let all = Self.rows(byRound.total, byGender: table(.gender).rows)
        self.init(
            asOf: asOf, filter: filter,
            rounds: byRound.rows.compactMap { found in
                guard case .round(let id, let code)? = found.key.first else { return nil }
                let languages = lines.compactMap { key, row -> ByLanguage? in
                    guard key.first == found.key.first, case .language(let language) = key[1],
                        row != Row()
                    else { return nil }
                    return ByLanguage(language: language, row: row)
                }
                let total = totals.first { $0.key == found.key }?.row ?? Row()
                guard total != Row() else { return nil }
                return Round(id: id, code: code, languages: languages, total: total)
            }, total: all)
    }

    private static func rows(
        _ table: FiguresTable, byGender: FiguresTable
    ) -> [(key: [DimensionValue], row: Row)] {
        let genders = Dictionary(grouping: byGender.rows) { Array($0.key.dropLast()) }
        return table.rows.map { ($0.key, rows($0.figures, byGender: genders[$0.key] ?? [])) }
    }

    private static func rows(_ figures: Figures, byGender: [FiguresTable.Row]) -> Row {
        var row = Row()
        row.groups = figures.groups ?? 0
        row.sessionsHeld = figures.sessionsHeld ?? 0
        row.participations = figures.participations
        row.completed = figures.completed ?? 0
        row.childcareChildren = figures.childcareChildren ?? 0
        for part in byGender {
            switch part.key.last {
            case .gender(.woman)?: row.women = part.figures.uniqueParticipants
            case .gender(.man)?: row.men = part.figures.uniqueParticipants
            case .gender(.unknown)?: row.genderUnknown = part.figures.uniqueParticipants
            default: break
            }
        }
        return row
    }
}
