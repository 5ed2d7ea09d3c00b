import ArgumentParser
import FoundationEssentials
import Localisation

/// How a failing command speaks: in which language, and whether to people or to programs.
struct Speech {
    private let json: Bool
    private let language: String?

    /// As far as the raw arguments tell, for a command that could not be read.
    init(arguments: [String]) {
        json = arguments.prefix { $0 != "--" }.contains("--json")
        language = nil
    }

    init(_ output: OutputOptions) {
        json = output.json
        language = output.language
    }

    /// Says what went wrong, or what was asked for as help, and ends the process.
    func leave(with error: any Error) -> Never {
        if let code = error as? ExitCode { Samsprak.exit(withError: code) }
        let parsing = Samsprak.exitCode(for: error)
        if parsing == .success { Samsprak.exit(withError: error) }
        if parsing == .validationFailure {
            guard json else { Samsprak.exit(withError: error) }
            Output.writeError(Failure.json(.usage, "usage", Samsprak.message(for: error)).text)
            Samsprak.exit(withError: Failure.Kind.usage.exitCode)
        }
        let failure = Failure(error)
        let localiser = OutputOptions.localiser(orDefaultFor: language)
        Output.writeError(json ? failure.json(localiser).text : failure.lines(localiser))
        if failure.kind == .unexpected { Output.writeError("samsprak: \(type(of: error))\n") }
        Samsprak.exit(withError: failure.kind.exitCode)
    }
}
