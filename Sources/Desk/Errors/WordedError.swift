package import Courses
package import Localisation

/// A failure that somebody will read: its kind, its code, and what to say, unworded.
package struct WordedError: Sendable {
    package let kind: ErrorKind
    /// Stable, for programs.
    package let code: String
    package let message: Message
    /// What it is about, one line each; may be empty.
    package let details: [Message]

    init(_ kind: ErrorKind, _ code: String, _ message: Message, details: [Message] = []) {
        self.kind = kind
        self.code = code
        self.message = message
        self.details = details
    }
}

/// A closed error of this module or below, which says how it is worded by an exhaustive switch.
protocol Wordable: Error {
    var worded: WordedError { get }
}

/// Nil for what nobody foresaw: visitors then see a reference and logs the cause.
package func worded(_ error: any Error) -> WordedError? {
    if let wordable = error as? any Wordable { return wordable.worded }
    if let fault = StoreFailure(error) { return fault.worded }
    return nil
}
