package import Courses

/// Which way a language's lines run.
package enum Direction: String, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
}

extension Language {
    /// The direction of the language's usual script.
    package var direction: Direction {
        Self.rightToLeft.contains(rawValue) ? .rightToLeft : .leftToRight
    }

    private static let rightToLeft: Set<String> = [
        "ar", "fa", "fa-AF", "ckb", "ps", "ur", "he", "ug",
    ]
}
