import ArgumentParser
import Courses
import Localisation

/// Questions about dates and alphabets.
struct TextCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "text", abstract: "Questions about dates and alphabetical order.",
        subcommands: [TextDate.self, TextSort.self])
}

struct TextDate: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "date", abstract: "Write a date in a language's words.")

    @Argument(help: "The date, such as 2020-04-21.") var date: String
    @Option(help: "gregorian, persian, ethiopic or islamic.") var calendar: String?
    @Option(help: "Digits: latn, arab or arabext.") var digits: String?
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let answer = try TextDoors.date(
            date, language: output.localiser().language.rawValue, calendar: calendar,
            digits: digits)
        try Output.finish(
            Answer(
                json: [
                    "text": .string(answer.text),
                    "calendar": .string(answer.calendar.rawValue),
                    "digits": .string(answer.digits.rawValue),
                ],
                text: answer.text + "\n"),
            asJSON: output.json)
    }
}

struct TextSort: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "sort",
        abstract: "Sort the lines of standard input in a language's alphabetical order.")

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let localiser = try output.localiser()
        let lines = Self.lines(of: InputFile.standardInput())
        let sorted = localiser.sorted(lines) { $0 }
        guard !output.json else {
            let fallback = JSON.bool(localiser.collation.isFallback)
            return Output.write(
                JSON.object([]).with(["lines": .list(sorted), "fallback": fallback]).text)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(sorted.reduce(0) { $0 + $1.utf8.count + 1 })
        for line in sorted {
            bytes.append(contentsOf: line.utf8)
            bytes.append(UInt8(ascii: "\n"))
        }
        Output.write(bytes, to: 1)
    }

    /// The last line need not end.
    private static func lines(of bytes: [UInt8]) -> [String] {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }
}
