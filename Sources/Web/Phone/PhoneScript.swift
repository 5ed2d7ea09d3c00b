import Courses
import Localisation

/// The modules of the phone as one script, so that they cost one request.
///
/// Each file is a module with one job; put together they share one scope, where what they import
/// from one another already is.
enum PhoneScript {
    /// In the order in which they rest on each other.
    static let modules = [
        "network", "database", "clock", "account", "record", "outbox", "receipts", "sender",
        "status", "dialog", "export", "download", "statement", "row", "shown", "buttons",
        "register", "review", "sign-out", "shell", "start",
    ]

    static func text(in language: Language) -> String {
        "const words = " + PhoneWords(.localiser(for: language)).json + ";\n"
            + modules.map { joined(WebFile.bytes($0 + ".js")) }.joined()
    }

    /// Without what only tells modules apart.
    private static func joined(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            if line.hasPrefix("import ") || line.hasPrefix("//") { return nil }
            let text = line.hasPrefix("export ") ? line.dropFirst("export ".count) : line
            return text + "\n"
        }.joined()
    }
}
