import Courses
package import Localisation
package import Statistics

/// What codes in figures are called.
package struct FigureNames: Sendable, Equatable {
    /// By code.
    package var rounds: [String: String]
    /// By id.
    package var groups: [String: String]
    /// By code.
    package var programmes: [String: String]

    package init(
        rounds: [String: String] = [:], groups: [String: String] = [:],
        programmes: [String: String] = [:]
    ) {
        self.rounds = rounds
        self.groups = groups
        self.programmes = programmes
    }
}

extension FiguresFilter {
    /// A sentence for each dimension: about which rounds, then what else.
    package func phrases(_ localiser: Localiser, _ names: FigureNames) -> [String] {
        let rounds =
            self[.round].isEmpty
            ? Message("figures.allRounds")
            : Message("report.filter", ["rounds": .list(texts(of: .round, localiser, names))])
        let others = dimensions.filter { $0 != .round }.map { dimension in
            Message(
                "report.narrowed",
                [
                    "dimension": .text(localiser(dimension.message)),
                    "values": .list(texts(of: dimension, localiser, names)),
                ])
        }
        return ([rounds] + others).map { localiser($0) }
    }

    private func texts(
        of dimension: Dimension, _ localiser: Localiser, _ names: FigureNames
    ) -> [String] {
        self[dimension].map { dimension.text(ofCode: $0, localiser, names) }
    }
}

extension Dimension {
    func text(ofCode code: String, _ localiser: Localiser, _ names: FigureNames) -> String {
        let name: String? =
            switch self {
            case .round: names.rounds[code]
            case .group: names.groups[code]
            case .programme: names.programmes[code]
            default: nil
            }
        return name ?? text(ofCode: code, localiser)
    }
}
