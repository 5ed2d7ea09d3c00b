import ArgumentParser
import Courses
import Desk
import Localisation

struct PersonCompare: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Tell how likely two names are one person's, and why; needs no database.",
        discussion: "The score goes from 0 to 1 and is no probability.")

    @Argument(help: "A whole name, in any script and spelling.") var name: String
    @Argument(help: "The other one.") var other: String
    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Year of birth: once for each, in their order.", valueName: "year"))
    var born: [String] = []
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let localiser = try output.localiser()
        let years = try years()
        let comparison = NameMatching.compare(
            [NameForm(name)], born: years.first, [NameForm(other)],
            born: years.count > 1 ? years[1] : nil)
        try Output.finish(answer(comparison, localiser), asJSON: output.json)
    }

    private func years() throws(UsageError) -> [Int] {
        guard born.isEmpty || born.count == 2 else { throw .bornTwice }
        var years: [Int] = []
        for text in born {
            guard let year = Int(asciiDigits(text)), (1...9999).contains(year) else {
                throw .bornTwice
            }
            years.append(year)
        }
        return years
    }

    private func answer(_ comparison: NameComparison, _ localiser: Localiser) -> Answer {
        let words = comparison.reasons.map { localiser($0.message) }
        let verdict =
            comparison.isSuggested
            ? Message("command.compare.suggested") : Message("command.compare.notSuggested")
        let score =
            localiser.decimal(
                numerator: comparison.thousandths, denominator: 1000, decimals: 2) ?? ""
        return Answer(
            json: comparison.json(localiser),
            text: ([localiser(verdict) + " (" + score + ")"] + words.map { "· " + $0 })
                .joined(separator: "\n") + "\n")
    }
}

extension NameComparison {
    fileprivate var thousandths: Int { Int((score * 1000).rounded()) }

    func json(_ localiser: Localiser) -> JSON {
        [
            "score": .thousandths(thousandths), "suggested": .bool(isSuggested),
            "reasons": .list(reasons.map(\.rawValue)),
            "words": .list(reasons.map { localiser($0.message) }),
        ]
    }
}
