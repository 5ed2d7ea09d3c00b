import ArgumentParser
import Courses
import FoundationEssentials
import Glibc

/// Where a new password comes from: a file, the terminal, or made up and shown once.
struct PasswordOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file whose first line is the password; - is standard input. Without one a terminal "
                + "is asked, and elsewhere a password is made and printed once.",
            valueName: "file"),
        completion: .file())
    var passwordFile: String?

    /// `isMade` tells whether nobody knows the password until it is printed.
    func password() throws -> (text: String, isMade: Bool) {
        if let passwordFile { return (try Self.firstLine(of: passwordFile), false) }
        if Output.isInputTerminal, let typed = try Self.ask(), !typed.isEmpty {
            return (typed, false)
        }
        return (Self.make(), true)
    }

    private static func firstLine(of path: String) throws(CommandError) -> String {
        let text = try InputFile.text(path)
        return text.split(separator: "\n", omittingEmptySubsequences: false).first
            .map { String($0.last == "\r" ? $0.dropLast() : $0) } ?? ""
    }

    /// Twice, unseen; an empty answer has one made.
    private static func ask() throws(CommandError) -> String? {
        guard let first = hidden("Password (empty makes one): "), !first.isEmpty else { return nil }
        guard hidden("The same again: ") == first else { throw .passwordsDiffer }
        return first
    }

    private static func hidden(_ prompt: String) -> String? {
        Output.writeError(prompt)
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return readLine() }
        var silent = settings
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
            Output.writeError("\n")
        }
        return readLine()
    }

    /// 80 random bits in letters and digits of which no two look alike, in groups of four.
    private static func make() -> String {
        let bits: Identifier<PasswordOptions> = Entropy.system.identifier()
        let more: Identifier<PasswordOptions> = Entropy.system.identifier()
        let letters = Array((bits.description.suffix(12) + more.description.suffix(4)))
        return stride(from: 0, to: letters.count, by: 4)
            .map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: "-")
    }
}
