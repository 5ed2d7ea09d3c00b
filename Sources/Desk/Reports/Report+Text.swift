package import Localisation
import Statistics

extension Report.Cell {
    /// As people read it.
    package func text(_ localiser: Localiser) -> String {
        switch self {
        case .name(_, let text): text
        case .number(let number): localiser.number(number)
        case .percent(let ratio):
            localiser.percent(numerator: ratio.numerator, denominator: ratio.denominator) ?? "–"
        case .gap: "–"
        }
    }
}
