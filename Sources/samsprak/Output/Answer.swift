import ArgumentParser

/// What a command has to say, worded only in the form that is asked for.
struct Answer {
    let json: () -> JSON
    let text: () -> String
    /// Other than 0 where the answer itself is a no.
    let exitCode: ExitCode

    init(
        json: @autoclosure @escaping () -> JSON, text: @autoclosure @escaping () -> String,
        exitCode: ExitCode = .success
    ) {
        self.json = json
        self.text = text
        self.exitCode = exitCode
    }
}
