import ArgumentParser
import Courses
import Desk
import Localisation

/// Questions about identity numbers.
struct IdentifierCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identifier", abstract: "Questions about identity numbers.",
        subcommands: [IdentifierCheck.self])
}

struct IdentifierCheck: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell what kind of identity number this is, or why it is none.",
        discussion: "With --json the exit code is 0 either way; without, 65 for no number.")

    @Argument(parsing: .allUnrecognized, help: "The number, in any usual writing and digits.")
    var number: [String]
    @Option(help: "The day on which ten digits are read. (default: today)") var asOf: LocalDate?
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let localiser = try output.localiser()
        let text = number.joined(separator: " ")
        try Output.finish(answer(text, localiser), asJSON: output.json)
    }

    private func answer(_ text: String, _ localiser: Localiser) -> Answer {
        do throws(IdentityNumberError) {
            let today = asOf ?? WallClock.date(Clock.system.now())
            return yes(try IdentityNumber.parse(text, asOf: today), localiser)
        } catch {
            return no(error, localiser)
        }
    }

    private func yes(_ number: IdentityNumber, _ localiser: Localiser) -> Answer {
        Answer(
            json: [
                "valid": .bool(true), "kind": .string(number.kind.rawValue),
                "normalised": .string(number.normalised),
                "birthDate": .described(number.birthDate), "reason": .null,
            ],
            text: localiser(
                Message(
                    "command.identifier.valid",
                    [
                        "number": .text(number.normalised),
                        "kind": .text(localiser(number.kind.message)),
                    ])) + "\n")
    }

    private func no(_ error: IdentityNumberError, _ localiser: Localiser) -> Answer {
        Answer(
            json: [
                "valid": .bool(false), "kind": .null, "normalised": .null, "birthDate": .null,
                "reason": .string(error.code),
            ],
            text: localiser(error.message) + "\n",
            exitCode: output.json ? .success : Failure.Kind.invalid.exitCode)
    }
}

extension IdentityNumber.Kind {
    fileprivate var message: Message {
        switch self {
        case .personnummer: Message("command.identifier.personnummer")
        case .samordningsnummer: Message("command.identifier.samordningsnummer")
        case .interim: Message("command.identifier.interim")
        case .tf: Message("command.identifier.tf")
        case .lma: Message("command.identifier.lma")
        }
    }
}
