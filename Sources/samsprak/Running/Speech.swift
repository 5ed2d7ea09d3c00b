import ArgumentParser
import FoundationEssentials
import Localisation

/// How a failing command speaks: in which language, and whether to people or to programs.
struct Speech {
    private let json: Bool
    private let language: String?
    /// The arguments without what any command takes; nil once the command has been read.
    private let plainArguments: [String]?

    /// As far as the raw arguments tell, for a command that could not be read.
    init(arguments: [String]) {
        let options = arguments.prefix { $0 != "--" }
        json = options.contains("--json")
        let together = options.last { $0.hasPrefix("--language=") }?.dropFirst("--language=".count)
        let apart = options.lastIndex(of: "--language").map { options.index(after: $0) }
        language =
            together.map(String.init)
            ?? apart.flatMap { options.indices.contains($0) ? options[$0] : nil }
        plainArguments = arguments.enumerated().filter { place, text in
            text != "--json" && text != "--language" && !text.hasPrefix("--language=")
                && place != apart
        }.map(\.element)
    }

    init(_ output: OutputOptions) {
        json = output.json
        language = output.language
        plainArguments = nil
    }

    /// Says what went wrong, or what was asked for as help, and ends the process.
    func leave(with error: any Error) -> Never {
        let error = cause(of: error)
        if let code = error as? ExitCode { Samsprak.exit(withError: code) }
        let parsing = Samsprak.exitCode(for: error)
        if parsing == .success { Samsprak.exit(withError: error) }
        let localiser = OutputOptions.localiser(orDefaultFor: language)
        if let fault = UsageFault(error, text: Samsprak.message(for: error) + Self.advice(error)) {
            let text = fault.lines(localiser)
            Output.writeError(
                json ? Failure.json(.usage, "usage", localiser(fault.message)).text : text)
            Samsprak.exit(withError: Failure.Kind.usage.exitCode)
        }
        if parsing == .validationFailure {
            guard json else { Samsprak.exit(withError: error) }
            Output.writeError(Failure.json(.usage, "usage", Samsprak.message(for: error)).text)
            Samsprak.exit(withError: Failure.Kind.usage.exitCode)
        }
        let failure = Failure(error)
        Output.writeError(json ? failure.json(localiser).text : failure.lines(localiser))
        if failure.kind == .unexpected { Output.writeError("samsprak: \(type(of: error))\n") }
        Samsprak.exit(withError: failure.kind.exitCode)
    }

    /// Where no command is there to take them, the parser stumbles over `--language` and `--json`
    /// before it comes to what is wrong.
    private func cause(of error: any Error) -> any Error {
        guard let plainArguments, UsageFault.isUnknownOption(error) else { return error }
        do {
            _ = try Samsprak.parseAsRoot(plainArguments)
            return error
        } catch let plainer {
            return Samsprak.exitCode(for: plainer) == .validationFailure ? plainer : error
        }
    }

    /// The lines after the parser's own sentence, which name the help.
    private static func advice(_ error: any Error) -> String {
        let full = Samsprak.fullMessage(for: error)
        return full.firstIndex(of: "\n").map { String(full[$0...]) } ?? ""
    }
}
