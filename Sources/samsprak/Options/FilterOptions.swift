import ArgumentParser
import Desk
import Statistics

/// What figures are narrowed to, as the pages' addresses say it.
struct FilterOptions: ParsableArguments {
    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Only this: a dimension and its values, such as language=ar,so or term=VT2019; may be "
                + "repeated.",
            valueName: "dimension=values"))
    var only: [String] = []

    /// - Parameter rounds: that were named by themselves.
    func filter(rounds: [String]) throws -> FiguresFilter {
        let asked = only.map { text in
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (name: String(parts[0]), values: parts.count == 2 ? String(parts[1]) : "")
        }
        if let bare = asked.first(where: { $0.values.isEmpty }) {
            throw FiguresFilterError.unknownDimension(bare.name)
        }
        var filter = try FiguresFilter(asked: asked)
        filter[.round] += rounds
        return filter
    }
}
