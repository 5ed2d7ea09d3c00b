package import Courses
import Localisation
package import Statistics
import Store

/// What figures can be narrowed to, as the organisation stands.
package struct FiguresChoices: Sendable {
    package let rounds: [Round]
    package let programmes: [Programme]
    package let groups: [Group]
    package let languages: [Language]
    package let months: [Month]

    package init(
        rounds: [Round], programmes: [Programme] = [], groups: [Group] = [],
        languages: [Language] = [], months: [Month] = []
    ) {
        self.rounds = rounds
        self.programmes = programmes
        self.groups = groups
        self.languages = languages
        self.months = months
    }

    init(_ reading: Reading) throws {
        rounds = try reading.rounds()
        programmes = try reading.programmes()
        groups = try reading.groups()
        languages = try reading.figuresLanguages()
        months = try reading.figuresMonths().map { Month(year: $0.year, month: $0.month) }
    }

    /// In the order in which people look for them; what is unknown last.
    package func values(of dimension: Dimension) -> [DimensionValue] {
        switch dimension {
        case .municipality: []
        case .programme: programmes.map { .programme($0.code) }
        case .term: Set(rounds.map { Term(of: $0.firstDay) }).sorted().map { .term($0) }
        case .round: rounds.map { .round($0.id, code: $0.code) }
        case .group: groups.map { .group($0.id, name: $0.name) }
        case .language: languages.map { .language($0) } + [.language(nil)]
        case .gender: Gender.allCases.map { .gender($0) }
        case .ageBand: AgeBands.standard.bands.map { .ageBand($0) } + [.ageBand(nil)]
        case .mode: SessionMode.allCases.map { .mode($0) }
        case .month: months.map { .month($0) }
        }
    }

    /// What rounds and groups are called, for a filter's words.
    package var names: FigureNames {
        FigureNames(
            rounds: Dictionary(rounds.map { ($0.code, $0.name) }) { first, _ in first },
            groups: Dictionary(groups.map { ($0.id.description, $0.name) }) { first, _ in first },
            programmes: Dictionary(programmes.map { ($0.code, $0.name) }) { first, _ in first })
    }
}

extension FiguresChoices {
    /// The filter by codes, whatever people call the values.
    ///
    /// - Throws: `FiguresFilterError.unknownValue`, `.ambiguousGroup`.
    package func resolved(_ asked: FiguresFilter) throws(FiguresFilterError) -> FiguresFilter {
        var filter = FiguresFilter()
        for dimension in asked.dimensions {
            var codes: [String] = []
            for text in asked[dimension] { codes.append(try code(of: text, dimension)) }
            filter[dimension] = codes
        }
        return filter
    }

    private func code(
        of text: String, _ dimension: Dimension
    ) throws(FiguresFilterError) -> String {
        let found: String? =
            switch dimension {
            case .round:
                rounds.first { $0.code == text || $0.id.description == text.lowercased() }?.code
            case .programme:
                programmes.first {
                    $0.code == text || $0.id.description == text.lowercased()
                }?.code
            case .group: try group(text)
            case .term: known(dimension, Term(asked: text)?.description)
            case .language:
                known(
                    dimension,
                    text.lowercased() == "unknown"
                        ? "unknown" : LanguageTags.language(text)?.rawValue)
                    ?? known(dimension, text)
            default: known(dimension, text)
            }
        guard let found else {
            throw .unknownValue(
                dimension, text,
                known: dimension == .group ? groups.map(qualified) : codes(of: dimension))
        }
        return found
    }

    private func codes(of dimension: Dimension) -> [String] {
        values(of: dimension).map(\.code)
    }

    private func known(_ dimension: Dimension, _ text: String?) -> String? {
        codes(of: dimension).first { $0.lowercased() == text?.lowercased() }
    }

    /// By id, by name, or by round and name.
    private func group(_ text: String) throws(FiguresFilterError) -> String? {
        let found = groups.filter {
            $0.id.description == text.lowercased() || $0.name == text || qualified($0) == text
        }
        guard found.count < 2 else {
            throw .ambiguousGroup(text, known: found.map(qualified))
        }
        return found.first?.id.description
    }

    private func qualified(_ group: Group) -> String {
        (rounds.first { $0.id == group.round }?.code ?? "") + "/" + group.name
    }
}

extension Term {
    /// As `VT2019`, or with the year first, as `2019-vt`.
    init?(asked text: String) {
        let letters = text.uppercased().filter { $0.isLetter || $0.isNumber }
        let turned = letters.hasSuffix("VT") || letters.hasSuffix("HT")
        self.init(turned ? String(letters.suffix(2) + letters.dropLast(2)) : letters)
    }
}
