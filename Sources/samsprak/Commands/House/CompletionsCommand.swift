import ArgumentParser

/// Prints what a shell needs to complete commands.
struct CompletionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Print the completions for a shell: bash, zsh or fish.",
        discussion: """
            bash: samsprak completions bash > ~/.local/share/bash-completion/completions/samsprak
            zsh:  samsprak completions zsh > a folder of $fpath, as _samsprak
            fish: samsprak completions fish > ~/.config/fish/completions/samsprak.fish
            """)

    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish

        var known: CompletionShell {
            switch self {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        }
    }

    @Argument(help: "The shell.") var shell: Shell

    func run() async throws {
        Output.write(Samsprak.completionScript(for: shell.known) + "\n")
    }
}
