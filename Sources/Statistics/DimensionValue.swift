package import Courses

/// One part of a row's key.
package enum DimensionValue: Sendable, Hashable {
    /// Four digits.
    case municipality(String)
    case programme(String)
    case term(Term)
    case round(Round.ID, code: String)
    case group(Group.ID, name: String)
    /// Nil for someone waiting of whom no course language is known.
    case language(Language?)
    case gender(Gender)
    /// Nil when the birth date isn't known.
    case ageBand(AgeBand?)
    case mode(SessionMode)
    case month(Month)

    package var dimension: Dimension {
        switch self {
        case .municipality: .municipality
        case .programme: .programme
        case .term: .term
        case .round: .round
        case .group: .group
        case .language: .language
        case .gender: .gender
        case .ageBand: .ageBand
        case .mode: .mode
        case .month: .month
        }
    }

    /// The same in every language, for files that machines read: a round's code, a group's id,
    /// `2020-03`, `VT2020`, `unknown`.
    package var code: String {
        switch self {
        case .municipality(let code), .programme(let code): code
        case .term(let term): term.description
        case .round(_, let code): code
        case .group(let id, _): id.description
        case .language(let language): language?.rawValue ?? "unknown"
        case .gender(let gender): gender.rawValue
        case .ageBand(let band): band?.code ?? "unknown"
        case .mode(let mode): mode.rawValue
        case .month(let month): month.description
        }
    }
}
