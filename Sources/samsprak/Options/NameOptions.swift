import ArgumentParser
import Courses

/// A name in parts, in one or two scripts; one part alone is a name.
struct NameOptions: ParsableArguments {
    @Option(help: "Own name, in Latin letters.") var given: String?
    @Option(help: "Father's name.") var father: String?
    @Option(help: "Grandfather's name.") var grandfather: String?
    @Option(help: "Family name.") var family: String?
    @Option(help: "The whole name, where nobody has taken it apart.") var name: String?
    @Option(help: "Own name, in their own script.") var nativeGiven: String?
    @Option(help: "Father's name, in their own script.") var nativeFather: String?
    @Option(help: "Grandfather's name, in their own script.") var nativeGrandfather: String?
    @Option(help: "Family name, in their own script.") var nativeFamily: String?
    @Option(help: "The whole name, in their own script.") var nativeName: String?

    var personName: PersonName {
        PersonName(
            native: Self.parts([
                (.given, nativeGiven), (.father, nativeFather),
                (.grandfather, nativeGrandfather), (.family, nativeFamily),
                (.whole, nativeName),
            ]),
            latin: Self.parts([
                (.given, given), (.father, father), (.grandfather, grandfather),
                (.family, family), (.whole, name),
            ]))
    }

    private static func parts(_ parts: [(NameRole, String?)]) -> [NamePart] {
        parts.compactMap { role, text in
            let words = (text ?? "").split(whereSeparator: \.isWhitespace)
            return words.isEmpty ? nil : NamePart(role, words.joined(separator: " "))
        }
    }
}
